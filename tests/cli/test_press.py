"""`gwformat print` for the press: sheets, layers and copies, as the user asks for them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfWriter
from pypdf.generic import NameObject

from gwformat.pdf import read_pdf
from tests.cli.running import EXAMPLES, Shell
from tests.printing.specimens import opened, with_content, written


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    text = (
        "某某市人民政府文件\n某政发〔2026〕5号\n\n某某市人民政府关于做好有关工作的通知\n\n各区人民政府：\n"
        + "　　现将有关事项通知如下，请认真执行。\n" * 18
        + "某某市人民政府\n2026年5月6日\n抄送：某某市法院。\n某某市人民政府办公室　　2026年5月8日印发\n"
    )
    path.write_text(text, encoding="utf-8")
    return path


def test_a_draft_becomes_a_booklet(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    done = gwformat("print", draft, "--impose", "booklet", "-o", tmp_path / "付印.pdf")
    assert done.code == 0
    assert "每份 4 页，1 张" in done.stdout
    sheets = read_pdf(tmp_path / "付印.pdf").pages
    assert [(round(sheet.width), round(sheet.height)) for sheet in sheets] == [(420, 297)] * 2


def test_an_imprint_on_a_page_with_text_goes_to_the_last_page_alone(
    gwformat: Shell, draft: Path, tmp_path: Path
) -> None:
    gwformat("render", draft, "-o", tmp_path / "原.pdf")
    assert len(read_pdf(tmp_path / "原.pdf").pages) == 2
    gwformat("print", draft, "--impose", "booklet", "-o", tmp_path / "付印.pdf")
    outer, inner = read_pdf(tmp_path / "付印.pdf").pages
    last = "".join(words.text for words in outer.visible if words.left < 210)
    second = "".join(words.text for words in inner.visible if words.left < 210)
    third = [words for words in inner.visible if words.left > 210]
    assert last.startswith("抄送") and last.endswith("印发")  # no page number on it (7.5)
    assert "印发" not in second and second.endswith("— 2 —")
    assert not third


def test_copies_are_numbered_by_the_list(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "发放表.csv").write_text("机关,份数\n某某市财政局,2\n某某市教育局,1\n", encoding="utf-8")
    done = gwformat("print", draft, "--distribution", tmp_path / "发放表.csv", "-o", tmp_path / "付印.pdf")
    assert done.code == 0
    assert "000001—000002  某某市财政局  2 份" in done.stdout
    pages = read_pdf(tmp_path / "付印.pdf").pages
    firsts = [page.visible for page in pages[::2]]
    assert [[w.text for w in words if len(w.text) == 6 and w.text.isdecimal()] for words in firsts] == [
        ["000001"],
        ["000002"],
        ["000003"],
    ]


def test_each_organ_may_have_its_own_file(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "发放表.csv").write_text("机关,份数\n某某市财政局,2\n某某市/教育局,1\n", encoding="utf-8")
    folder = tmp_path / "付印"
    assert gwformat("print", draft, "--distribution", tmp_path / "发放表.csv", "--per-organ", "-o", folder).code == 0
    assert sorted(file.name for file in folder.iterdir()) == [
        "000001-000002 某某市财政局.pdf",
        "000003-000003 某某市_教育局.pdf",
    ]


def test_a_number_that_a_pdf_bears_already_is_replaced(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    gwformat("print", draft, "--copies", 1, "--first-number", 777, "-o", tmp_path / "一.pdf")
    done = gwformat("print", tmp_path / "一.pdf", "--copies", 1, "-o", tmp_path / "二.pdf")
    assert "首页已有份号 000777" in done.stdout
    before, after = (read_pdf(tmp_path / name).pages[0].visible for name in ("一.pdf", "二.pdf"))
    old, new = (next(w for w in words if w.text.startswith("000")) for words in (before, after))
    assert (new.text, new.left, new.baseline) == ("000001", pytest.approx(old.left), pytest.approx(old.baseline))
    assert sorted(w.text for w in after if w is not new) == sorted(w.text for w in before if w is not old)


def test_a_list_that_adds_up_to_another_number_is_refused(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "发放表.csv").write_text("机关,份数\n某某市财政局,2\n", encoding="utf-8")
    done = gwformat(
        "print", draft, "--distribution", tmp_path / "发放表.csv", "--copies", 3, "-o", tmp_path / "付印.pdf"
    )
    assert done.code == 2
    assert "印数写的是 3 份，发放表相加是 2 份" in done.stderr
    assert not (tmp_path / "付印.pdf").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--impose", "booklet"), "没有写明付印的 PDF"),
        (("--overprint", "head", "--copies", 3, "-o", "x.pdf"), "没有份号可印"),
        (("--copies", 3, "--per-organ", "-o", "x.pdf"), "要有发放表"),
        (("--impose", "booklet", "--sheet", "B9", "-o", "x.pdf"), "不认识“B9”"),
        (("--overprint", "rest", "--offset", "1mm", "-o", "x.pdf"), "不是两个毫米数"),
        (("--copies", 3, "--offset", "1,1", "-o", "x.pdf"), "--offset 是套打用的"),
        (("--copies", 3, "--mirror", "-o", "x.pdf"), "是拼版用的"),
        (("--copies", 1_000_000, "-o", "x.pdf"), "六位份号"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(
    asked: tuple[object, ...], said: str, gwformat: Shell, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(draft.parent)
    done = gwformat("print", draft, *asked)
    assert done.code == 2
    assert said in done.stderr


def test_what_stands_there_already_is_not_overwritten(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "付印.pdf").write_bytes(b"precious")
    done = gwformat("print", draft, "--copies", 2, "-o", tmp_path / "付印.pdf")
    assert done.code == 4
    assert (tmp_path / "付印.pdf").read_bytes() == b"precious"


def test_the_sheet_with_rulers_needs_no_source(gwformat: Shell, tmp_path: Path) -> None:
    done = gwformat("print", "--overprint", "test", "--offset", "1.5,-2", "-o", tmp_path / "试张.pdf")
    assert done.code == 0
    page = read_pdf(tmp_path / "试张.pdf").pages[0]
    ticks = {round(stroke.x0, 2) for stroke in page.strokes if not stroke.level and stroke.length < 10}
    assert 101.5 in ticks  # the tick of 100 mm


def test_a_head_laid_on_its_rest_has_all_words(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    gwformat("render", draft, "-o", tmp_path / "原.pdf")
    for layer in ("head", "rest"):
        assert gwformat("print", draft, "--overprint", layer, "-o", tmp_path / f"{layer}.pdf").code == 0
    words = {
        name: [w.text for w in read_pdf(tmp_path / f"{name}.pdf").pages[0].visible] for name in ("原", "head", "rest")
    }
    assert sorted(words["head"] + words["rest"]) == sorted(words["原"])


def test_the_example_prints(gwformat: Shell, tmp_path: Path) -> None:
    example = next(EXAMPLES.rglob("*.txt"))
    assert gwformat("print", example, "--impose", "duplex", "--mirror", "-o", tmp_path / "付印.pdf").code == 0


def test_the_job_ticket_is_written_beside_and_said_as_json(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "发放表.csv").write_text("机关,份数\n某某市财政局,2\n某某市教育局,1\n", encoding="utf-8")
    tickets = [part for suffix in ("docx", "pdf") for part in ("--ticket", tmp_path / f"印制单.{suffix}")]
    done = gwformat(
        *("print", draft, "--impose", "booklet", "--distribution", tmp_path / "发放表.csv"),
        *("-o", tmp_path / "付印.pdf", *tickets, "--json"),
    )
    assert done.code == 0
    said = json.loads(done.stdout)
    assert (said["title"], said["copies"], said["all_sheets"]) == ("某某市人民政府关于做好有关工作的通知", 3, 3)
    assert said["sha256"] == hashlib.sha256(draft.read_bytes()).hexdigest()
    assert said["distribution"][1] == {
        "organ": "某某市教育局",
        "copies": 1,
        "numbers": ["000003", "000003"],
        "remark": "",
    }
    drawn = "".join(words.text for page in read_pdf(tmp_path / "印制单.pdf").pages for words in page.visible)
    written = "".join(p.text for table in Document(str(tmp_path / "印制单.docx")).tables for p in _paragraphs(table))
    for text in ("关于做好有关工作的通知", "000001—000003", "某某市财政局", "核发前通读"):
        assert text in drawn.replace(" ", "")
        assert text in written


def _paragraphs(table: Any) -> list[Any]:
    return [paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]


def test_the_ticket_of_a_pdf_takes_its_words_from_the_pages(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    gwformat("render", draft, "-o", tmp_path / "原.pdf")
    done = gwformat("print", tmp_path / "原.pdf", "--copies", 2, "-o", tmp_path / "付印.pdf", "--json")
    said = json.loads(done.stdout)
    assert (said["title"], said["doc_number"]) == ("某某市人民政府关于做好有关工作的通知", "某政发〔2026〕5号")


@pytest.mark.parametrize("lines", [18, 24])
def test_the_imprint_of_a_pdf_is_parted_as_that_of_a_draft_is(
    lines: int, gwformat: Shell, draft: Path, tmp_path: Path
) -> None:
    sentence = "　　现将有关事项通知如下，请认真执行。\n"
    draft.write_text(draft.read_text(encoding="utf-8").replace(sentence * 18, sentence * lines), encoding="utf-8")
    gwformat("render", draft, "-o", tmp_path / "原.pdf")
    gwformat("print", draft, "--impose", "booklet", "-o", tmp_path / "稿.pdf")
    done = gwformat("print", tmp_path / "原.pdf", "--impose", "booklet", "-o", tmp_path / "付印.pdf")
    assert done.code == 0
    places = [
        [sorted((w.text, round(w.left), round(w.baseline)) for w in page.visible) for page in read_pdf(path).pages]
        for path in (tmp_path / "稿.pdf", tmp_path / "付印.pdf")
    ]
    assert places[0] == places[1]


def test_a_page_in_an_unknown_coding_is_unreadable_not_a_bug(gwformat: Shell, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=opened(with_content("BT /F 12 Tf 50 700 Td (text) Tj ET")))
    stream = writer.pages[0]["/Contents"].get_object()
    stream[NameObject("/Filter")] = NameObject("/NoSuchDecode")
    (tmp_path / "坏.pdf").write_bytes(written(writer))
    done = gwformat("print", tmp_path / "坏.pdf", "--overprint", "black", "-o", tmp_path / "付印.pdf")
    assert done.code == 3
    assert "页面读不下去" in done.stderr
    assert not (tmp_path / "付印.pdf").exists()


@pytest.mark.parametrize(
    "detail", ["--sheet A3", "--marks all", "--offset 1,1", "--first-number 3", "--ticket 印制单.docx"]
)
def test_details_of_printing_alone_are_not_passed_over(gwformat: Shell, draft: Path, detail: str) -> None:
    done = gwformat("print", draft, *detail.split())
    assert done.code == 2
    assert "--impose" in done.stderr


def test_the_number_on_the_pdf_of_a_letter_stands_beside_that_of_the_document(gwformat: Shell, tmp_path: Path) -> None:
    gwformat("render", EXAMPLES / "函.txt", "-o", tmp_path / "函.pdf", "--set", "发文字号=某财函〔2026〕7号")
    assert gwformat("print", tmp_path / "函.pdf", "--copies", 1, "-o", tmp_path / "付印.pdf").code == 0
    words = {one.text: one for one in read_pdf(tmp_path / "付印.pdf").pages[0].visible}
    number, beside = words["000001"], next(one for text, one in words.items() if text.startswith("某财函"))
    assert number.left == pytest.approx(28, abs=0.1)
    assert number.baseline == pytest.approx(beside.baseline, abs=0.5)  # GB/T 9704-2012 10.1


def test_a_number_is_not_printed_over_what_stands_in_its_place(gwformat: Shell, draft: Path, tmp_path: Path) -> None:
    gwformat("render", draft, "-o", tmp_path / "通知.pdf", "--set", "紧急程度=特急")
    done = gwformat("print", tmp_path / "通知.pdf", "--copies", 3, "-o", tmp_path / "付印.pdf")
    assert (done.code, (tmp_path / "付印.pdf").exists()) == (8, False)
    assert "已有“特急”" in done.stderr
