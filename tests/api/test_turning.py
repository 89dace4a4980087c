"""横排表格 (clause 8): a table that does not fit the type area lies on its side, with a reason; all others stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.findings import Severity
from gwformat.layout.sheet import sheet_of
from gwformat.model import TURNED, Role
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from tests.api.test_joint import body_of, elements
from tests.build import make_docx, p

WIDE, FITTING = 12000, 10000  # twips; the type area is 8845 wide
SENTENCE = "各单位要认真落实公文处理工作的各项要求，做到要素齐全、格式规范。"


def table(width: int, rows: int = 3, columns: int = 6) -> str:
    one = width // columns
    cells = f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr>{p("项目")}</w:tc>' * columns
    grid = f'<w:gridCol w:w="{one}"/>' * columns
    size = f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{size}<w:tblGrid>{grid}</w:tblGrid>{f'<w:tr>{cells}</w:tr>' * rows}</w:tbl>"


def formatted(folder: Path, *middle: str, after: str = p(SENTENCE)) -> api.FormatResult:
    source = folder / "草稿.docx"
    body = p("关于某某工作的通知") + p("各县：") + p(SENTENCE) + "".join(middle) + after
    source.write_bytes(make_docx(body + p("某某市教育局") + p("2026年5月6日"), {}))
    return api.format_file(source, folder / "成品.docx", api.FormatOptions(force=True))


def landscape(result: api.FormatResult) -> list[bool]:
    return [page.width > page.height for page in result.pages.pages]


def test_a_table_that_would_shrink_too_much_gets_a_landscape_page_and_the_report_says_why(tmp_path: Path) -> None:
    result = formatted(tmp_path, table(WIDE))
    assert landscape(result) == [False, True, False]
    (change,) = (change for change in result.changes if change.step == TURNED)
    assert "表格宽 212 毫米" in change.reason
    assert "GB/T 9704-2012 8" in change.reason


def test_a_table_that_fits_stays_where_it_is(tmp_path: Path) -> None:
    result = formatted(tmp_path, table(FITTING))
    assert landscape(result) == [False]
    assert not any(change.step == TURNED for change in result.changes)


@pytest.mark.parametrize("heading", ["表1 任务分工", "单位：万元"])
def test_what_heads_the_table_goes_with_it(tmp_path: Path, heading: str) -> None:
    page = formatted(tmp_path, p(heading), table(WIDE)).pages.pages[1]
    assert page.lines[0].text.strip().replace("　", " ") == heading


def test_an_attachment_that_is_such_a_table_lies_on_its_side_with_its_label_and_title(tmp_path: Path) -> None:
    attached = p("附件") + p("任务分工表") + table(WIDE)
    source = tmp_path / "草稿.docx"
    body = p("关于某某工作的通知") + p("各县：") + p(SENTENCE) + p("某某市教育局") + p("2026年5月6日") + attached
    source.write_bytes(make_docx(body, {}))
    result = api.format_file(source, tmp_path / "成品.docx")
    assert landscape(result) == [False, True]
    roles = [line.role for line in result.pages.pages[1].lines]
    assert roles[:2] == [Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE]


@pytest.mark.parametrize(
    "middle",
    [
        *(table(WIDE), table(WIDE) + p(SENTENCE) + table(WIDE), table(WIDE) + table(WIDE)),
        *(table(FITTING) + p("") + table(WIDE), table(WIDE) + p("") + table(FITTING), p(SENTENCE) + table(WIDE)),
    ],
)
def test_the_result_formatted_again_is_the_same_and_has_no_errors_of_layout(tmp_path: Path, middle: str) -> None:
    first = formatted(tmp_path, middle)
    assert elements(api.inspect_file(first.output)) == elements(first.document)
    again = api.format_file(first.output, tmp_path / "再排.docx")
    assert body_of(again.output) == body_of(first.output)
    found = api.check_file(first.output).findings
    assert [one.message for one in found if one.severity is Severity.ERROR and one.code.startswith("L")] == []
    assert "L214" not in {one.code for one in found}  # what ends a section is no empty line


@pytest.mark.parametrize("grid", ["national", "practice"])
def test_what_ends_the_document_below_a_table_has_room_on_a_full_landscape_page(tmp_path: Path, grid: str) -> None:
    source = tmp_path / "草稿.docx"
    body = p("关于某某工作的通知") + p("各县：") + p(SENTENCE) + p("附件") + p("任务分工表") + table(WIDE, rows=20)
    source.write_bytes(make_docx(body, {}))
    result = api.format_file(source, tmp_path / "成品.docx", api.FormatOptions(grid=grid))
    root = Package.open(result.output).tree("word/document.xml")
    *_, ending, section = root[0]
    lines = {node.tag.rpartition("}")[2]: node for node in ending[0]}
    assert lines["snapToGrid"].get(w("val")) == "0"
    assert "type" not in {name.rpartition("}")[2] for name in section.find(w("docGrid")).attrib}
    margins = section.find(w("pgMar"))
    in_file = 11906 - int(margins.get(w("top"))) - int(margins.get(w("bottom")))
    laid_out = sheet_of(result.laid.setting, landscape=True).text_height.twips
    assert in_file - laid_out == int(lines["spacing"].get(w("line")))


def markdown(folder: Path, columns: int, *above: str) -> api.FormatResult:
    row = "|" + "任务分工和完成时限|" * columns
    rows = [row, "|" + "---|" * columns, row, row]
    source = folder / "草稿.md"
    source.write_text("\n\n".join([*above, "\n".join(rows)]), encoding="utf-8")
    return api.format_file(source, folder / "成品.docx", api.FormatOptions(force=True))


@pytest.mark.parametrize(("columns", "lies"), [(5, False), (6, True), (8, True)])
def test_a_table_of_words_alone_is_turned_where_its_columns_would_be_too_narrow(
    tmp_path: Path, columns: int, lies: bool
) -> None:
    result = markdown(tmp_path, columns, "# 关于某某工作的通知", "各县：", SENTENCE)
    assert landscape(result) == ([False, True] if lies else [False])
    again = api.format_file(result.output, tmp_path / "再排.docx")
    assert landscape(again) == landscape(result)
    assert body_of(again.output) == body_of(result.output)


@pytest.mark.parametrize("above", [(), ("附件", "任务分工表")])
def test_a_wide_table_with_which_the_document_begins_is_turned(tmp_path: Path, above: tuple[str, ...]) -> None:
    source = tmp_path / "草稿.docx"
    source.write_bytes(make_docx("".join(map(p, above)) + table(WIDE) + p(SENTENCE), {}))
    result = api.format_file(source, tmp_path / "成品.docx")
    assert landscape(result) == [True, False]
    again = api.format_file(result.output, tmp_path / "再排.docx")
    assert again.output.read_bytes() == result.output.read_bytes()
