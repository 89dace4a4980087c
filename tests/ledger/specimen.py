"""A small fictional docx that holds one of everything, and the shortest road from it to a balanced document."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from gwformat.model import (
    OBJECT,
    Block,
    Carrier,
    CarrierKind,
    Document,
    Draft,
    Kind,
    Paragraph,
    Role,
    Run,
    Source,
    Story,
)
from gwformat.ooxml.inline import atoms, paragraphs
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package

MAIN = "word/document.xml"

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

BODY = """
<w:p><w:bookmarkStart w:id="0" w:name="起点"/><w:r><w:t>关于开展检查的通知</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>
<w:p><w:r><w:t>各科室：</w:t></w:r></w:p>
<w:p><w:r><w:t>请按</w:t></w:r><w:hyperlink r:id="rIdLink"><w:r><w:t>办法</w:t></w:r></w:hyperlink><w:r><w:t>执行</w:t></w:r>
<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>
<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>新增内容</w:t></w:r></w:ins>
<w:del w:id="2" w:author="甲"><w:r><w:delText>旧的内容</w:delText></w:r></w:del>
<w:ins w:id="8" w:author="甲"><w:del w:id="9" w:author="乙"><w:r><w:delText>加过又删的</w:delText></w:r></w:del></w:ins>
<w:commentRangeStart w:id="0"/><w:r><w:t>批注范围</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF 起点 </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>见前</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>
<w:r><w:ruby><w:rt><w:r><w:t>yín</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>垠</w:t></w:r></w:rubyBase></w:ruby></w:r>
<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>
<w:p><w:r><w:drawing><a:graphic><pic:pic><a:blip r:embed="rIdImage"/></pic:pic></a:graphic></w:drawing></w:r>
<w:r><w:drawing><c:chart r:id="rIdChart"/></w:drawing></w:r><w:r><w:drawing><dgm:relIds r:dm="rIdDiagram"/></w:drawing></w:r>
<w:r><w:object><o:OLEObject r:id="rIdOle"/></w:object></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>
<w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>
</mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing><wps:wsp/></w:drawing></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>科室</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>人数</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>一科</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>九</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的话</w:t></w:r><w:r><w:t>左</w:t><w:tab/><w:t>右</w:t><w:br/><w:t>下</w:t></w:r>
<w:r><w:br w:type="page"/></w:r></w:p>
<w:sdt><w:sdtPr><w:tag w:val="姓名"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>控件文字</w:t></w:r></w:p></w:sdtContent></w:sdt>
<w:altChunk r:id="rIdChunk"/>
<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/></w:sectPr></w:pPr>
<w:r><w:t>前一节</w:t></w:r></w:p>
<w:p><w:r><w:t>后一节</w:t></w:r></w:p>
<w:sectPr/>
"""  # noqa: E501 - XML as Word writes it, one paragraph a line

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATED = (
    ("rIdLink", "hyperlink", "https://example.invalid/办法"),
    ("rIdImage", "image", "media/image1.png"),
    ("rIdChart", "chart", "charts/chart1.xml"),
    ("rIdDiagram", "diagramData", "diagrams/data1.xml"),
    ("rIdOle", "oleObject", "embeddings/ole1.bin"),
    ("rIdChunk", "aFChunk", "chunk1.html"),
    ("rIdHeader", "header", "header1.xml"),
    ("rIdFooter", "footer", "footer1.xml"),
    ("rIdFootnotes", "footnotes", "footnotes.xml"),
    ("rIdEndnotes", "endnotes", "endnotes.xml"),
    ("rIdComments", "comments", "comments.xml"),
)


def _part(name: str, inner: str) -> bytes:
    return f"<w:{name} {_NAMESPACES}>{inner}</w:{name}>".encode()


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _relationships(rows: tuple[tuple[str, str, str], ...]) -> bytes:
    arrows = "".join(
        f'<Relationship Id="{key}" Type="{_TYPE}{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{arrows}</Relationships>'.encode()


_PAGE_NUMBER = (
    '<w:p><w:r><w:t>第</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    "<w:r><w:t>页</w:t></w:r></w:p>"
)
_STYLE_REFERENCE = '<w:p><w:fldSimple w:instr=" STYLEREF 标题 "/></w:p>'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def parts(body: str = BODY) -> dict[str, bytes]:
    """The parts of the specimen."""
    return {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _relationships((("rId1", "officeDocument", MAIN),)),
        MAIN: _part("document", f"<w:body>{body}</w:body>".replace(">\n<", "><")),
        "word/_rels/document.xml.rels": _relationships(_RELATED),
        "word/media/image1.png": b"\x89PNG picture",
        "word/charts/chart1.xml": "<chart>甲<v>1</v></chart>".encode(),
        "word/diagrams/data1.xml": "<data>流程</data>".encode(),
        "word/embeddings/ole1.bin": b"\xd0\xcf embedded",
        "word/chunk1.html": b"<p>chunk</p>",
        "word/header1.xml": _part("hdr", _paragraph("某某市某某局") + _STYLE_REFERENCE),
        "word/footer1.xml": _part("ftr", _PAGE_NUMBER),
        "word/footnotes.xml": _part("footnotes", f'<w:footnote w:id="1">{_paragraph("脚注文字")}</w:footnote>'),
        "word/endnotes.xml": _part("endnotes", f'<w:endnote w:id="1">{_paragraph("尾注文字")}</w:endnote>'),
        "word/comments.xml": _part("comments", f'<w:comment w:id="0">{_paragraph("请核实")}</w:comment>'),
    }


def zipped(content: Mapping[str, bytes]) -> bytes:
    """The parts as docx bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def document(content: Mapping[str, bytes] | None = None, *, stories: bool = True) -> Document:
    """The specimen read, every paragraph taken for body text, nothing changed."""
    package = Package(parts() if content is None else content)
    root = package.tree(MAIN)
    numbers = {p: number for number, p in enumerate(paragraphs(root), 1)}
    body = root.find(w("body"))
    assert body is not None
    blocks: list[Paragraph | Carrier] = []
    for child in body.iter(w("p"), w("tbl")):
        ancestors = {ancestor.tag for ancestor in child.iterancestors()}
        if child.tag == w("tbl"):
            blocks.append(_table(child, numbers))
        elif w("tbl") not in ancestors and w("p") not in ancestors:
            blocks.append(_read(child, numbers))
    header = Story("header", "word/header1.xml", ("某某市某某局",))
    footer = Story("footer", "word/footer1.xml", ("第1页",))
    draft = Draft(Path("草稿.docx"), "docx", tuple(blocks), (header, footer) if stories else (), package=package)
    return Document(draft, Kind.GENERAL, tuple(_block(block) for block in blocks))


def edited(number: int, old: str, new: str) -> Document:
    """The specimen with words of one block replaced, undeclared."""
    original = document()
    blocks = list(original.blocks)
    runs = tuple(dataclasses.replace(run, text=run.text.replace(old, new)) for run in blocks[number].runs)
    blocks[number] = dataclasses.replace(blocks[number], runs=runs)
    return dataclasses.replace(original, blocks=tuple(blocks))


def _block(block: Paragraph | Carrier) -> Block:
    if isinstance(block, Carrier):
        return Block(Role.OTHER, carrier=block, source=block.source)
    return Block(Role.BODY, block.runs, source=block.source)


def _read(node: etree._Element, numbers: Mapping[etree._Element, int]) -> Paragraph:
    number = numbers[node]
    runs = []
    for index, atom in enumerate(atoms(node)):
        carrier = None
        if atom.text == OBJECT:
            inner = [p for p in atom.node.iter(w("p")) if p in numbers]
            carrier = Carrier(CarrierKind.OTHER, paragraphs=tuple(_read(p, numbers) for p in inner))
        runs.append(Run(atom.text, carrier=carrier, paragraph=number, atom=index))
    return Paragraph(tuple(runs), Source(MAIN, number, number))


def _table(node: etree._Element, numbers: Mapping[etree._Element, int]) -> Carrier:
    inner = tuple(_read(p, numbers) for p in node.iter(w("p")))
    source = Source(MAIN, inner[0].source.first, inner[-1].source.first)
    return Carrier(CarrierKind.TABLE, source=source, paragraphs=inner)
