"""The witness of the structure finds every fault that is planted, and none where there is none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gwformat import drawing
from gwformat.api import FormatOptions, lay_out_file
from tests.ofd import ground
from tests.ofd.building import DOCUMENT, ENTRY, PUBLIC, TAG, XMLNS, changed, page_part, xml, zipped
from tests.ofd.structure import problems

ROOT = Path(__file__).parents[2]
DRAFTS = sorted(
    path
    for folder in ("examples", "templates/公文")
    for path in (ROOT / folder).iterdir()
    if path.suffix in (".txt", ".md", ".docx")
)
PAGE = page_part(1)
# What it is called, where it is planted, what is there, what is put there instead, what is said of it.
FAULTS = [
    ("another version", ENTRY, 'Version="1.0"', 'Version="1.1"', "Version 是 1.1"),
    ("no identity", ENTRY, "0123456789abcdef0123456789abcdef", "1", "DocID 是 '1'"),
    ("a date that is none", ENTRY, "<ofd:Title>", "<ofd:ModDate>2026年</ofd:ModDate><ofd:Title>", "ModDate 是"),
    ("no document", ENTRY, "Doc_0/Document.xml", "Doc_1/Document.xml", "DocRoot所指的"),
    ("a page that is not there", DOCUMENT, "Page_3/", "Page_9/", "页所指的 'Pages/Page_9/Content.xml' 不在包里"),
    ("another order", DOCUMENT, "<ofd:Pages>", "<ofd:Extensions/><ofd:Pages>", "Document 里的次序是"),
    ("numbers above the greatest", DOCUMENT, "99999", "90003", "标识 90004 大于 MaxUnitID 90003"),
    ("a sheet without a size", DOCUMENT, "0 0 210 297", "0 0 210 0", "PageArea 没有大小"),
    ("an outline to nowhere", DOCUMENT, "<ofd:CustomTags>", '<ofd:Outlines><ofd:OutlineElem Title="一"><ofd:Actions>'
     '<ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="7" Left="1" Top="1" Zoom="0"/></ofd:Goto>'
     "</ofd:Action></ofd:Actions></ofd:OutlineElem></ofd:Outlines><ofd:CustomTags>", "大纲或书签指向页 7"),
    ("a font that is not there", PUBLIC, "font_3.ttf", "font_9.ttf", "字体 3 所指的 'font_9.ttf' 不在包里"),
    ("a font without a name", PUBLIC, 'FontName="宋体"', 'FontName=""', "字体 5 没有名称"),
    ("a number twice", PUBLIC, 'ID="3"', 'ID="1001"', "标识 1001 用了 2 次"),
    ("words in no font", PAGE, 'Font="3"', 'Font="30"', "对象 1001：没有字体 30"),
    ("words of no size", PAGE, 'Size="21.8722"', 'Size="0"', "对象 1001：Size 是 '0'"),
    ("an empty box", PAGE, "181.7549 32.8083", "181.7549 0", "对象 1001：Boundary 是"),
    ("a box off the sheet", PAGE, "181.7549 32.8083", "182.7549 32.8083", "出纸 1.00 毫米"),
    ("too few offsets", PAGE, "17.2791 17.2791 ", "17.2791 ", "DeltaX 有 7 个，文字有 9 个"),
    ("too many offsets, abridged", PAGE, "17.2791 17.2791 ", "g 3 17.2791 ", "DeltaX 有 9 个，文字有 9 个"),
    ("no words", PAGE, "某某市人民政府文件", "", "TextCode 是空的"),
    ("no place", PAGE, 'X="0"', "", "TextCode 的 X 是 None"),
    ("a colour that is none", PAGE, "255 0 0", "256 0 0", "FillColor 是 '256 0 0'"),
    ("a flat matrix", PAGE, 'HScale="0.79"', 'CTM="1 0 0 0 0 0"', "CTM 是"),
    ("a layer of no kind", PAGE, 'ID="90001"', 'ID="90001" Type="Middle"', "Layer 的 Type 是 'Middle'"),
    ("glyphs for more than there is", PAGE, "<ofd:TextCode", '<ofd:CGTransform CodePosition="8" CodeCount="2" '
     'GlyphCount="2"><ofd:Glyphs>7 8</ofd:Glyphs></ofd:CGTransform><ofd:TextCode', "CGTransform 从 8 起 2 个字"),
    ("other glyphs than said", PAGE, "<ofd:TextCode", '<ofd:CGTransform CodePosition="0" GlyphCount="2">'
     "<ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform><ofd:TextCode", "写明 2 个字形，有 1 个"),
    ("a path with half a point", PAGE, "<ofd:AbbreviatedData>M ", "<ofd:AbbreviatedData>M L ", "不完整"),
    ("a path from nowhere", PAGE, "<ofd:AbbreviatedData>M", "<ofd:AbbreviatedData>L", "路径不从移动开始"),
    ("a picture that is not there", PAGE, "</ofd:Layer>",
     '<ofd:ImageObject ID="1999" Boundary="30 30 9 9" CTM="9 0 0 9 0 0" ResourceID="77"/></ofd:Layer>', "没有图片 77"),
    ("an element of words not there", TAG, ">1001<", ">1999<", "页 1000 没有对象 1999"),
    ("an element on another page", TAG, 'PageRef="1000"', 'PageRef="2000"', "页 2000 没有对象 1001"),
    ("words twice in an element", TAG, ">1003<", ">1002<", "对象 1002 指了 2 次"),
    ("an element without words", TAG, "<版头>", "<版头><份号/>", "份号 不指任何对象"),
]  # fmt: skip
NOTE = '<ofd:Annot ID="99001" Type="Stamp" Creator="某某" LastModDate="2026-05-06">{}</ofd:Annot>'


@cache
def own(path: Path) -> bytes:
    """The OFD this program makes of a draft."""
    laid = lay_out_file(path, FormatOptions())
    return drawing.draw(laid.pages, laid.setting, "ofd", media=laid.media).data


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_the_files_of_this_program_are_sound(path: Path) -> None:
    assert problems(own(path)) == []


def test_a_file_built_by_hand_is_sound() -> None:
    assert problems(ground.good()) == []


@pytest.mark.parametrize(
    ("part", "there", "instead", "said"), [fault[1:] for fault in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_fault_is_found(part: str, there: str, instead: str, said: str) -> None:
    parts = changed(ground.parts(), part, lambda text: text.replace(there, instead, 1))
    assert any(said in problem for problem in problems(zipped(parts)))


def test_a_part_that_nothing_leads_to_is_found() -> None:
    parts = ground.parts() | {"Doc_0/Res/旧.png": b"\x89PNG"}
    assert problems(zipped(parts)) == ["包：Doc_0/Res/旧.png 没有用到"]


def test_a_part_that_is_cut_off_is_found() -> None:
    parts = ground.parts() | {TAG: ground.parts()[TAG][:-1]}
    assert any(problem.startswith(f"{TAG}：不是完好的 XML") for problem in problems(zipped(parts)))


@pytest.mark.parametrize("inner", ["<ofd:Appearance Boundary='30 30 9 9'/>", ""])
def test_notes_are_on_a_page_and_have_a_look(inner: str) -> None:
    more = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:CustomTags>"
    parts = changed(ground.parts(), DOCUMENT, lambda text: text.replace("<ofd:CustomTags>", more))
    listed = '<ofd:Page PageID="1000"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page>'
    parts["Doc_0/Annots/Annotations.xml"] = xml(f"<ofd:Annotations {XMLNS}>{listed}</ofd:Annotations>")
    parts["Doc_0/Annots/Page_0.xml"] = xml(f"<ofd:PageAnnot {XMLNS}>{NOTE.format(inner)}</ofd:PageAnnot>")
    found = [] if inner else ["Doc_0/Annots/Page_0.xml：批注 99001 没有 Appearance"]
    assert problems(zipped(parts)) == found


@pytest.mark.parametrize("file", ["名单.xlsx", "没有.xlsx"])
def test_files_enclosed_are_there(file: str) -> None:
    more = "</ofd:CustomTags><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
    parts = changed(ground.parts(), DOCUMENT, lambda text: text.replace("</ofd:CustomTags>", more))
    listed = f'<ofd:Attachment ID="1" Name="名单"><ofd:FileLoc>{file}</ofd:FileLoc></ofd:Attachment>'
    parts["Doc_0/Attachs/Attachments.xml"] = xml(f"<ofd:Attachments {XMLNS}>{listed}</ofd:Attachments>")
    parts["Doc_0/Attachs/名单.xlsx"] = b"PK"
    assert any("不在包里" in problem for problem in problems(zipped(parts))) == (file == "没有.xlsx")


@pytest.mark.parametrize("file", ["/Doc_0/Document.xml", "/Doc_0/Gone.xml"])
def test_what_a_signature_protects_is_there(file: str) -> None:
    more = "</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>"
    parts = changed(ground.parts(), ENTRY, lambda text: text.replace("</ofd:DocRoot>", more))
    listed = '<ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'
    said = f'<ofd:References><ofd:Reference FileRef="{file}"/></ofd:References>'
    signed = f"<ofd:SignedInfo>{said}</ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue>"
    parts["Doc_0/Signs/Signatures.xml"] = xml(f"<ofd:Signatures {XMLNS}>{listed}</ofd:Signatures>")
    parts["Doc_0/Signs/Sign_0/Signature.xml"] = xml(f"<ofd:Signature {XMLNS}>{signed}</ofd:Signature>")
    parts["Doc_0/Signs/Sign_0/SignedValue.dat"] = b"0"
    assert len(problems(zipped(parts))) == (file == "/Doc_0/Gone.xml")
