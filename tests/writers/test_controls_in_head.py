"""A content control around a line of the head or of the imprint stays around its words where they are set anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from benchmarks.mutant_docx import DOCUMENT, Docx, w
from gwformat.api import FormatOptions, format_file

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
