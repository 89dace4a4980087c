"""Pictures and references to notes in hidden runs are hidden as their words are, whoever hides them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.model import CarrierKind
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.readers.docx import read_package
from gwformat.writers.grid import pictures
from tests.build import make_docx, p, parts_of, style

_WORDS = ("某某市人民政府关于做好某项工作的通知", "各县人民政府：", "现将有关事项通知如下。", "特此通知。")
_BOX = (
    '<w:pict><v:rect style="position:absolute;width:60pt;height:20pt"><v:textbox><w:txbxContent>'
    f"{p('框里的话')}</w:txbxContent></v:textbox></v:rect></w:pict>"
)
_CONTENT = {
    "脚注": '<w:footnoteReference w:id="1"/>',
    "文本框": _BOX,
    "图形": '<w:pict><v:rect style="width:60pt;height:20pt"/></w:pict>',
    "符号": '<w:sym w:font="Wingdings" w:char="F0FC"/>',
}


def draft(content: str, *, by_style: bool, hidden: bool = True) -> bytes:
    own = "<w:vanish/>" if hidden and not by_style else ""
    run = f'<w:r><w:rPr><w:rStyle w:val="c"/>{own}</w:rPr>{content}</w:r>'
    words = [p(one) for one in _WORDS]
    words[2] = words[2].replace("</w:p>", f"{run}</w:p>")
    said = "<w:rPr><w:vanish/></w:rPr>" if hidden and by_style else ""
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>注里的话。</w:t></w:r></w:p></w:footnote>'
    files = {"word/styles.xml": style("c", said, "character"), "word/footnotes.xml": note}
    return make_docx("".join(words), files)


@pytest.mark.parametrize("by_style", [False, True])
@pytest.mark.parametrize("name", _CONTENT)
def test_they_take_no_room_are_not_shown_and_stay_hidden(name: str, by_style: bool, tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(draft(_CONTENT[name], by_style=by_style))
    read = read_package(path, Package.from_bytes(path.read_bytes()))
    (carrier,) = (run.carrier for paragraph in read.blocks for run in paragraph.runs if run.carrier)  # type: ignore[union-attr]
    assert (carrier.kind, carrier.size, carrier.floating, carrier.note) == (CarrierKind.HIDDEN_TEXT, None, None, None)
    laid = api.lay_out_file(path)
    shown = pictures(laid.pages, laid.setting.grid)
    assert "注里的话" not in shown
    assert "框里的话" not in shown
    made = api.format_file(path, tmp_path / "成品.docx")
    assert made.ledger.problems == ()
    root = etree.fromstring(parts_of(made.output.read_bytes())["word/document.xml"])
    tag = etree.fromstring(f'<x xmlns:w="{w("x")[1:-2]}" xmlns:v="v">{_CONTENT[name]}</x>')[0].tag
    (found,) = root.iter(tag)
    assert found.getparent().find(f"{w('rPr')}/{w('vanish')}") is not None  # type: ignore[union-attr]


def test_a_hidden_box_floats_as_before(tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(draft(_BOX, by_style=True))
    made = api.format_file(path, tmp_path / "成品.docx").output
    assert b'style="position:absolute;width:60pt;height:20pt"' in parts_of(made.read_bytes())["word/document.xml"]


def test_a_note_whose_reference_is_seen_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(draft(_CONTENT["脚注"], by_style=True, hidden=False))
    laid = api.lay_out_file(path)
    assert "注里的话" in pictures(laid.pages, laid.setting.grid)


def test_the_check_tells_of_a_hidden_picture(tmp_path: Path) -> None:
    path = tmp_path / "草稿.docx"
    path.write_bytes(draft(_CONTENT["图形"], by_style=True))
    messages = [finding.message for finding in api.check_file(path).findings if finding.code == "L233"]
    assert messages == ["有隐藏的图片或注释"]
