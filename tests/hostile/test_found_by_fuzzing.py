"""Files that damaged drafts by the ten thousand led to, each as small as it can be: they are formatted and checked."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gwformat import api
from gwformat.check.runner import CRASHED
from gwformat.errors import Refused
from gwformat.model import Carrier
from gwformat.ooxml.names import WPG, WPS
from gwformat.table import CellText
from tests.build import make_docx, p, parts_of, zip_parts

_TITLE = "<w:p><w:r><w:t>某某市某某局关于做好防汛工作的通知</w:t></w:r></w:p>"


def formatted(data: bytes, folder: Path) -> api.FormatResult:
    """The draft formatted, after a check in which no rule breaks down."""
    return api.format_file(checked(data, folder), folder / "成品.docx")


def checked(data: bytes, folder: Path) -> Path:
    """The draft, after a check in which no rule breaks down."""
    source = folder / "草稿.docx"
    source.write_bytes(data)
    assert not [finding for finding in api.check_file(source).findings if finding.code == CRASHED]
    return source


def test_two_imported_documents_after_the_last_paragraph_stay(tmp_path: Path) -> None:
    chunks = "".join(f'<w:altChunk r:id="chunk{number}"/>' for number in (1, 2))
    rels = [(f"chunk{number}", "aFChunk", "chunk.htm") for number in (1, 2)]
    data = make_docx(_TITLE + chunks, {"word/chunk.htm": b"<p>\xe6\x96\xb0</p>"}, rels)
    result = formatted(data, tmp_path)
    with zipfile.ZipFile(result.output) as archive:
        assert archive.read("word/document.xml").count(b"<w:altChunk") == 2


def test_a_cell_that_spans_more_columns_than_any_table_has(tmp_path: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="99999999999"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    late = '<w:tr><w:trPr><w:gridBefore w:val="99999999999"/></w:trPr><w:tc><w:p/></w:tc></w:tr>'
    result = formatted(make_docx(f"{_TITLE}<w:tbl><w:tr>{wide}</w:tr>{late}</w:tbl>"), tmp_path)
    assert result.ledger


def test_a_part_whose_type_is_said_in_the_wrong_place_can_be_left_out(tmp_path: Path) -> None:
    parts = {"word/footer1.xml": "<w:p><w:r><w:t>— 1 —</w:t></w:r></w:p>"}
    reference = '<w:sectPr><w:footerReference w:type="default" r:id="rel-footer1"/></w:sectPr>'
    files = parts_of(make_docx(_TITLE + reference, parts))
    said = files["[Content_Types].xml"]
    start = said.index(b"<Override")
    first, rest = said[start:].split(b"/>", 1)
    assert rest.count(b"<Override") >= 1
    end = rest.rindex(b"</Types>")
    files["[Content_Types].xml"] = said[:start] + first + b">" + rest[:end] + b"</Override></Types>"
    formatted(zip_parts(files), tmp_path)


def test_a_table_in_a_header_has_more_runs_in_a_cell_than_the_last_paragraph_of_the_header(tmp_path: Path) -> None:
    runs = "".join(f"<w:r><w:rPr><w:sz w:val='{size}'/></w:rPr><w:t>{size}</w:t></w:r>" for size in (20, 30, 40))
    table = f"<w:tbl><w:tr><w:tc><w:p>{runs}</w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>某某市某某局</w:t></w:r></w:p>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
    result = formatted(make_docx(_TITLE + section, {"word/header1.xml": table}), tmp_path)
    (story,) = result.document.draft.stories
    (frame, *_) = story.blocks
    assert isinstance(frame, Carrier)
    assert frame.table is not None
    (said,) = frame.table.rows[0].cells[0].blocks
    assert isinstance(said, CellText)
    assert [face.size.pt for face in said.faces] == [10, 15, 20]


def test_a_group_of_shapes_whose_size_is_no_number(tmp_path: Path) -> None:
    frame = '<a:xfrm><a:ext cx="auto" cy="9"/><a:chExt cx="9" cy="9"/></a:xfrm>'
    line = '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:ext cx="9" cy="0"/></a:xfrm></wps:spPr></wps:wsp>'
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{frame}</wpg:grpSpPr>{line}</wpg:wgp>"
    spaces = f'xmlns:wpg="{WPG}" xmlns:wps="{WPS}"'
    data = f'<a:graphicData uri="{WPG}" {spaces}>{group}</a:graphicData>'
    place = '<wp:extent cx="1e9" cy="9"/><wp:docPr id="1" name="组合"/>'
    drawing = f"<w:drawing><wp:inline>{place}<a:graphic>{data}</a:graphic></wp:inline></w:drawing>"
    result = formatted(make_docx(f"{_TITLE}<w:p><w:r>{drawing}</w:r></w:p>"), tmp_path)
    with zipfile.ZipFile(result.output) as archive:
        assert archive.read("word/document.xml").count(b"<wpg:wgp") == 1


def test_a_paragraph_among_the_properties_of_a_control_around_a_table_is_refused(tmp_path: Path) -> None:
    cell = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtPr/><w:sdtEndPr>{cell}</w:sdtEndPr><w:sdtContent>{table}</w:sdtContent></w:sdt>"
    with pytest.raises(Refused):
        formatted(make_docx(_TITLE + control), tmp_path)
    assert not (tmp_path / "成品.docx").exists()


def test_colours_that_are_none_and_tables_without_rows_break_no_rule(tmp_path: Path) -> None:
    title = _TITLE.replace("<w:r>", '<w:r><w:rPr><w:color w:val="红"/></w:rPr>')
    lines = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:color="FF"/></w:pBdr>'
    body = title + p("各区：", lines) + "<w:tbl><w:tblPr/></w:tbl>" + p("请遵照执行。")
    checked(make_docx(body), tmp_path)


def test_a_table_within_a_cell_may_have_no_cell_itself(tmp_path: Path) -> None:
    bare = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr/></w:tr></w:tbl>"
    within = f"<w:tbl><w:tr><w:tc>{bare}<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    result = formatted(make_docx(_TITLE + within + p("请遵照执行。")), tmp_path)
    with zipfile.ZipFile(result.output) as archive:
        assert archive.read("word/document.xml").count(b"<w:tbl>") == 2


def test_a_paragraph_of_forty_pages_whose_end_moves_over_pages_when_it_is_set_closer(tmp_path: Path) -> None:
    words = "各单位要加强值守" * 3750
    body = p("各区某某局：") + p("现将有关事项通知如下。") + p(words) + p("某某市某某局") + p("2026年5月6日")
    result = formatted(make_docx(_TITLE + body), tmp_path)
    assert words in [block.text for block in result.document.blocks]
