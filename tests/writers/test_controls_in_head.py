"""A content control around a line of the head or of the imprint stays around its words where they are set anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from benchmarks.mutant_docx import DOCUMENT, Docx, w
from gwformat.api import FormatOptions, format_file
from tests.build import make_docx, p

EXAMPLES = Path(__file__).parents[2] / "examples"


def controlled(source: Path, numbers: tuple[int, ...], target: Path) -> Path:
    """A draft with a named control around its paragraphs of these numbers, counted from 0."""
    draft = Docx(source.read_bytes())
    nodes = [list(draft.document.iter(w("p")))[number] for number in numbers]
    control = etree.Element(w("sdt"))
    etree.SubElement(etree.SubElement(control, w("sdtPr")), w("tag"), {w("val"): "文号"})
    content = etree.SubElement(control, w("sdtContent"))
    nodes[0].addprevious(control)
    content.extend(nodes)
    target.write_bytes(draft.data())
    return target


@pytest.mark.parametrize(
    ("name", "numbers", "words"),
    [
        ("请示.docx", (0,), "某某县人民政府文件"),
        ("请示.docx", (1,), "某县政〔2026〕11号"),
        ("请示.docx", (0, 1), "某某县人民政府文件"),
        ("通知.docx", (56,), "某某市人民政府办公室"),
    ],
)
def test_the_control_goes_with_the_words(name: str, numbers: tuple[int, ...], words: str, tmp_path: Path) -> None:
    draft = controlled(EXAMPLES / name, numbers, tmp_path / "草稿.docx")
    result = format_file(draft, tmp_path / "成品.docx", FormatOptions())
    written = Docx(result.output.read_bytes())
    (control,) = (node for node in written.document.iter(w("sdt")) if node.find(f"{w('sdtPr')}/{w('tag')}") is not None)
    assert "".join(leaf.text or "" for leaf in control.iter(w("t"))).startswith(words)
    again = format_file(result.output, tmp_path / "再排.docx", FormatOptions())
    assert Docx(again.output.read_bytes()).parts[DOCUMENT] == written.parts[DOCUMENT]


def test_a_control_around_lines_of_head_and_text_stays_around_those_of_the_text(tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    found = Docx((EXAMPLES / "请示.docx").read_bytes())
    texts = ["".join(leaf.text or "" for leaf in node.iter(w("t"))) for node in found.document.iter(w("p"))]
    title = next(number for number, text in enumerate(texts) if "关于" in text)
    controlled(EXAMPLES / "请示.docx", tuple(range(title + 1)), draft)
    written = Docx(format_file(draft, tmp_path / "成品.docx", FormatOptions()).output.read_bytes())
    (control,) = (node for node in written.document.iter(w("sdt")) if node.find(f"{w('sdtPr')}/{w('tag')}") is not None)
    assert "".join(leaf.text or "" for leaf in control.iter(w("t"))).endswith(texts[title][-4:])


MARK, NUMBER = p("某某县人民政府文件", run='<w:color w:val="FF0000"/>'), p("某县政〔2026〕11号")
TEXT = "".join(map(p, ("关于做好防汛工作的通知", "各乡镇人民政府：", "现将有关事项通知如下。", "某某县人民政府")))


def around(inside: str, name: str = "版头") -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{name}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


def table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def cell(inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def row(inside: str) -> str:
    return f"<w:tr>{inside}</w:tr>"


@pytest.mark.parametrize(
    "head",
    [
        around(table(row(cell(MARK)), row(cell(NUMBER)))),
        around(table(row(cell(MARK))) + table(row(cell(NUMBER)))),
        table(around(row(cell(MARK))), row(cell(NUMBER))),
        table(row(around(cell(MARK))), row(cell(NUMBER))),
        table(row(cell(around(MARK))), row(cell(NUMBER))),
    ],
)
def test_it_does_so_around_a_table_that_holds_the_head_and_within_it(head: str, tmp_path: Path) -> None:
    draft = tmp_path / "草稿.docx"
    draft.write_bytes(make_docx(head + TEXT + p("2026年5月6日")))
    result = format_file(draft, tmp_path / "成品.docx", FormatOptions())
    (control,) = Docx(result.output.read_bytes()).document.iter(w("sdt"))
    assert "".join(leaf.text or "" for leaf in control.iter(w("t"))) == "某某县人民政府文件"
