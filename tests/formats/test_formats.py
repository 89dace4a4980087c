"""A draft of each format of chapter 10 becomes a file that is read back as it was written and is without fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.geometry_format_drafts import format_cases
from gwformat import api
from gwformat.findings import Severity
from gwformat.model import Fate, Kind, Role
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.setting.notes import note_set
from gwformat.units import Mm
from tests.build import make_docx, p
from tests.formats.elements import elements

CHOSEN = ("信函-份号密级紧急", "信函-正文5段", "命令-市长", "纪要-12人", "电报-两行")
CASES = {case.name: case for case in format_cases() if case.name in CHOSEN}


def draft(directory: Path, text: str, name: str = "草稿.txt") -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def written(directory: Path, name: str) -> Path:
    path = draft(directory, CASES[name].text)
    return api.format_file(path, directory / "成品.docx", api.FormatOptions(force=True)).output


@pytest.mark.parametrize("name", CASES)
def test_the_format_is_told_from_the_words_alone(tmp_path: Path, name: str) -> None:
    found = api.inspect_file(draft(tmp_path, CASES[name].text))
    assert found.kind is Kind(CASES[name].kind)


@pytest.mark.parametrize("name", CASES)
def test_a_written_file_is_read_back_as_the_same_elements(tmp_path: Path, name: str) -> None:
    path = draft(tmp_path, CASES[name].text)
    made = api.format_file(path, tmp_path / "成品.docx")
    again = api.inspect_file(made.output)
    assert again.kind is Kind(CASES[name].kind)
    assert elements(again) == elements(made.document)


@pytest.mark.parametrize("name", CASES)
def test_formatting_a_written_file_again_changes_nothing(tmp_path: Path, name: str) -> None:
    first = written(tmp_path, name)
    second = api.format_file(first, tmp_path / "再排.docx").output
    parts = [Package.open(path).parts for path in (first, second)]
    for part in sorted(parts[0]):
        if part.endswith(".xml") and part.startswith("word/"):
            assert parts[0][part] == parts[1][part], part
    assert set(parts[0]) == set(parts[1])


@pytest.mark.parametrize("name", CASES)
def test_a_written_file_has_no_error(tmp_path: Path, name: str) -> None:
    result = api.check_file(written(tmp_path, name))
    assert [str(found) for found in result.findings if found.severity is Severity.ERROR] == []


def test_minutes_may_be_dealt_out(tmp_path: Path) -> None:
    text = CASES["纪要-12人"].text.replace("抄送：", "分送：")
    assert "分送：" in text
    made = api.format_file(draft(tmp_path, text), tmp_path / "纪要.docx")
    copies = made.document.first(Role.COPY_TO)
    assert copies is not None and copies.text.startswith("分送：")
    errors = [str(found) for found in api.check_file(made.output).findings if found.severity is Severity.ERROR]
    assert errors == []


def test_an_office_may_print_a_letter_that_was_drafted_for_the_general_format(tmp_path: Path) -> None:
    text = CASES["信函-正文5段"].text.replace("某某市人民政府\n", "某某市人民政府文件\n", 1)
    text += "\n某某市人民政府办公室　　2026年5月8日印发"
    made = api.format_file(draft(tmp_path, text), tmp_path / "信函.docx", api.FormatOptions(kind=Kind.LETTER))
    mark = made.document.first(Role.ISSUER_MARK)
    assert mark is not None and mark.text == "某某市人民政府"
    assert made.document.first(Role.PRINTER) is None and made.document.first(Role.PRINT_DATE) is None
    dropped = {change.before for change in made.changes if change.fate is Fate.DROPPED}
    assert {"某某市人民政府办公室", "2026年5月8日印发"} <= dropped
    assert made.ledger.balanced


def test_without_a_head_a_letter_has_no_red_lines(tmp_path: Path) -> None:
    text = "关于商请支持的函\n某某省水利厅：\n　　请予支持。\n某某市人民政府\n2026年5月6日"
    made = api.format_file(draft(tmp_path, text), tmp_path / "信函.docx")
    assert made.document.kind is Kind.LETTER
    assert not any(stroke.color == "FF0000" for page in made.pages.pages for stroke in page.strokes)
    assert made.pages.pages[0].printed_number == 1


def test_a_letter_may_be_a_notice(tmp_path: Path) -> None:
    """10.1 is a layout, not a 文种: a number at the right edge below a name alone has it whatever the title says."""
    centred, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    body = [
        p("某某市水务局", centred),
        p("某水发〔2026〕5号", right),
        p("某某市水务局关于做好防汛值班工作的通知", centred),
        p("各县（区）水务局："),
        p("请认真做好防汛值班工作，有情况及时报告。"),
        p("某某市水务局", right),
        p("2026年5月6日", right),
    ]
    path = tmp_path / "通知.docx"
    path.write_bytes(make_docx("".join(body)))
    assert api.inspect_file(path).kind is Kind.LETTER


@pytest.mark.parametrize("name", ["", "　张某某", "  张三", "　张　三"])
def test_the_post_stands_left_of_the_stamp_whether_the_name_is_typed_or_not(tmp_path: Path, name: str) -> None:
    text = CASES["命令-市长"].text.replace("\n市长\n", f"\n市长{name}\n")
    made = api.format_file(draft(tmp_path, text), tmp_path / "令.docx", api.FormatOptions(pdf=False))
    lines = [line for page in made.pages.pages for line in page.lines if line.role is Role.SIGNATURE]
    setting = made.laid.setting
    wanted = setting.grid.left + setting.text_width - setting.columns(setting.spec(Role.DATE), 4 + 6 + 2)
    (line,) = lines
    post = setting.width("市长", setting.spec(Role.SIGNATURE))
    assert abs(line.x + post - wanted) < Mm(0.1)


def letter_with(folder: Path, part: str) -> Path:
    """A letter with a header or footer of its own."""
    centred, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    body = [
        p("某某市水务局", centred),
        p("某水函〔2026〕5号", right),
        p("关于商请支持的函", centred),
        p("请予支持。"),
        f'<w:sectPr><w:{part}Reference w:type="default" r:id="rel-{part}1"/></w:sectPr>',
    ]
    path = folder / "函.docx"
    path.write_bytes(make_docx("".join(body), {f"word/{part}1.xml": p("内部资料")}))
    return path


def test_the_words_of_a_header_leave_the_text_of_the_second_page_of_a_letter_where_it_is(tmp_path: Path) -> None:
    path = letter_with(tmp_path, "header")
    once = api.format_file(path, tmp_path / "一.docx")
    twice = api.format_file(once.output, tmp_path / "二.docx")
    assert once.output.read_bytes() == twice.output.read_bytes()
    root = Package.open(once.output).tree("word/header1-even.xml")
    grid = once.laid.setting.grid
    heights = [int(node.get(w("line"))) for node in root.iter(w("spacing"))]
    words = note_set(once.laid.setting).pitch.twips
    assert sum(heights) == grid.top.twips - grid.header.twips - words


def test_the_words_of_a_footer_stand_on_the_first_page_of_a_letter_too(tmp_path: Path) -> None:
    path = letter_with(tmp_path, "footer")
    once = api.format_file(path, tmp_path / "一.docx").output
    twice = api.format_file(once, tmp_path / "二.docx").output
    for made in (once, twice):
        parts = Package.open(made).parts
        (first,) = (data for name, data in parts.items() if name.endswith("footer1-first.xml"))
        assert "内部资料" in first.decode()
        assert first.decode().count("thinThickSmallGap") == 1
