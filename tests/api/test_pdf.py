"""A draft as PDF: its words, its structure and what it says of itself, read back by other programs."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from gwformat import api
from gwformat.errors import ConfigurationInvalid

NOTICE = """某某市人民政府文件
某政发〔2026〕5号

某某市人民政府关于加强公文处理工作的通知

各县（区）人民政府，市政府各部门：
　　为加强公文处理工作（2026年第2次会议议定），现通知如下。
一、提高认识
（一）加强领导。{sentence}
1.明确责任。{sentence}
　　{sentence}
附件：1.任务清单
2.联系人名单
某某市人民政府
2026年5月6日
（此件公开发布）
附件1
任务清单
　　{sentence}
附件2
联系人名单
　　{sentence}
抄送：市委办公室，市人大常委会办公室，市政协办公室，市法院，市检察院，各人民团体，各民主党派，驻某某市部队。
某某市人民政府办公室　　2026年5月8日印发
"""
SENTENCE = "各单位要认真落实各项要求，做到要素齐全、格式规范、文字精练——不断提高公文质量（含“电子公文”）和效率。" * 3


@pytest.fixture(autouse=True)
def no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def rendered(folder: Path, standard: str | None = None) -> api.RenderResult:
    draft = folder / "通知.txt"
    draft.write_text(NOTICE.format(sentence=SENTENCE), encoding="utf-8")
    return api.render_file(draft, folder / "通知.pdf", api.FormatOptions(force=True), pdf_standard=standard)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_the_words_of_the_document_are_the_words_of_the_pdf_in_its_order(tmp_path: Path) -> None:
    result = rendered(tmp_path)
    pages = []
    for number in range(1, len(result.pages.pages) + 1):
        command = ["pdftotext", "-raw", "-f", str(number), "-l", str(number), str(result.files[0]), "-"]
        text = squeezed(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        pages.append(text.removesuffix(f"—{number}—"))
    assert "".join(pages) == squeezed("".join(block.text for block in result.laid.document.blocks))


def test_bookmarks_are_the_words_of_headings_without_the_text_that_runs_on(tmp_path: Path) -> None:
    def titles(marks: list[object]) -> list[object]:
        return [titles(mark) if isinstance(mark, list) else mark["/Title"] for mark in marks]  # type: ignore[index]

    assert titles(PdfReader(rendered(tmp_path).files[0]).outline) == [
        "某某市人民政府关于加强公文处理工作的通知",
        ["一、提高认识", ["（一）加强领导", ["1.明确责任"]]],
        "附件1",
        ["任务清单"],
        "附件2",
        ["联系人名单"],
    ]


def test_headings_and_paragraphs_are_tagged_and_page_numbers_are_not(tmp_path: Path) -> None:
    result = rendered(tmp_path)
    root = PdfReader(result.files[0]).trailer["/Root"]
    kinds: list[str] = []

    def walk(element: object) -> None:
        element = element.get_object() if hasattr(element, "get_object") else element
        if isinstance(element, list):
            for child in element:
                walk(child)
        elif isinstance(element, dict):
            if "/S" in element:
                kinds.append(str(element["/S"]))
            walk(element.get("/K", []))

    walk(root["/StructTreeRoot"]["/K"])  # type: ignore[index]
    assert [kind for kind in kinds if kind.startswith("/H")] == ["/H1", "/H2", "/H3", "/H4", *["/H1", "/H2"] * 2]
    # Mark, number, addressee, four of the text, two of the 附件说明, 署名, date, 附注, two attachments, imprint.
    assert kinds.count("/P") >= 17
    assert root["/Lang"] == "zh-CN"  # type: ignore[index]


def test_the_pdf_says_when_it_was_made(tmp_path: Path) -> None:
    about = PdfReader(rendered(tmp_path).files[0]).metadata
    assert about is not None
    assert about.title == "某某市人民政府关于加强公文处理工作的通知"
    made = about.creation_date
    assert made is not None
    assert abs(datetime.now().astimezone() - made) < timedelta(minutes=5)


def test_with_source_date_epoch_the_same_draft_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778025600")
    first = rendered(tmp_path).files[0].read_bytes()
    about = PdfReader(tmp_path / "通知.pdf").metadata
    assert about is not None
    assert str(about.creation_date) == "2026-05-06 00:00:00+00:00"
    assert rendered(tmp_path).files[0].read_bytes() == first


def test_a_source_date_epoch_that_is_no_time_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "昨天")
    with pytest.raises(ConfigurationInvalid, match="昨天"):
        rendered(tmp_path)


def test_an_archive_file_carries_all_that_its_standard_asks_for(tmp_path: Path) -> None:
    reader = PdfReader(rendered(tmp_path, "a-2b").files[0])
    root = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode()  # type: ignore[index]
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp
    assert "某某市人民政府关于加强公文处理工作的通知" in xmp
    [intent] = root["/OutputIntents"]  # type: ignore[index]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert intent.get_object()["/DestOutputProfile"].get_object().get_data()[36:40] == b"acsp"
    assert not reader.is_encrypted
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)  # type: ignore[call-overload]
    assert "/ID" in reader.trailer
    for page in reader.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            assert "/ToUnicode" in font.get_object()
