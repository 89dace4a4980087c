"""What a finished PDF should not hold besides its pages: comments, forms, scripts, layers, locks, false claims."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Highlight, Text
from pypdf.generic import ArrayObject, ByteStringObject, NameObject

from tests.printing.ground import good
from tests.printing.pages import Sheets
from tests.printing.planted_typefaces import over
from tests.printing.plants import plant
from tests.printing.proofs import info, lacks, raw

RECT = (100.0, 300.0, 200.0, 320.0)


def noted(annotation: Any) -> bytes:
    sheets = Sheets()
    sheets.writer.add_annotation(1, annotation)
    return sheets.bytes()


def annotated(**entries: Any) -> bytes:
    sheets = Sheets()
    page = sheets.page(2)
    page[NameObject("/Annots")] = ArrayObject([sheets.add(Type="/Annot", Rect=list(RECT), **entries)])
    return sheets.bytes()


plant("有文字批注", "P750", raw(rb"/Subtype /Text"))(lambda: noted(Text(rect=RECT, text="此处再核")))
plant("有高亮标记", "P750", raw(rb"/Subtype /Highlight"))(
    lambda: noted(Highlight(rect=RECT, quad_points=ArrayObject([])))
)
plant("有文本框注释", "P750", raw(rb"/Subtype /FreeText"))(lambda: noted(FreeText(rect=RECT, text="急")))
plant("有图章注释", "P750", raw(rb"/Subtype /Stamp"))(lambda: annotated(Subtype="/Stamp", F=4))
plant("有网址链接", "", raw(rb"/Subtype /Link"))(
    lambda: annotated(Subtype="/Link", F=4, Border=[0, 0, 0], A={"S": "/URI", "URI": "https://example.gov.cn"})
)
plant("链接带边框", "P759", raw(rb"/Border \[ ?0 0 1"))(
    lambda: annotated(Subtype="/Link", F=4, Border=[0, 0, 1], A={"S": "/URI", "URI": "https://example.gov.cn"})
)


@plant("有表单域", "P751", info(r"Form:\s+AcroForm"))
def _() -> bytes:
    sheets = Sheets()
    field = sheets.add(Type="/Annot", Subtype="/Widget", FT="/Tx", T="姓名", Rect=list(RECT), F=4)
    sheets.page(2)[NameObject("/Annots")] = ArrayObject([field])
    sheets.catalogue[NameObject("/AcroForm")] = sheets.add(Fields=[field])
    return sheets.bytes()


@plant("有脚本", "P752", info(r"JavaScript:\s+yes"))
def _() -> bytes:
    sheets = Sheets()
    script = sheets.add(S="/JavaScript", JS="app.alert('x');")
    sheets.catalogue[NameObject("/Names")] = sheets.add(JavaScript={"Names": ["开始", script]})
    return sheets.bytes()


def opening(**entries: Any) -> bytes:
    sheets = Sheets()
    sheets.catalogue[NameObject("/OpenAction")] = sheets.add(**entries)
    return sheets.bytes()


plant("打开时运行脚本", "P752", raw(rb"/OpenAction"))(lambda: opening(S="/JavaScript", JS="this.print();"))
plant("打开时启动程序", "P758", raw(rb"/Launch"))(lambda: opening(S="/Launch", F="calc.exe"))


@plant("表单里的脚本", "P752", raw(rb"/JavaScript"))
def _() -> bytes:
    return annotated(Subtype="/Link", Border=[0, 0, 0], F=4, A={"S": "/JavaScript", "JS": "app.beep();"})


def layered(hidden: bool) -> bytes:
    sheets = Sheets()
    layer = sheets.add(Type="/OCG", Name="底图")
    sheets.catalogue[NameObject("/OCProperties")] = sheets.add(
        OCGs=[layer], D={"Order": [layer], "OFF": [layer] if hidden else [], "ON": [] if hidden else [layer]}
    )
    return sheets.bytes()


plant("有图层", "P753", raw(rb"/OCG\b"))(lambda: layered(False))
plant("有隐藏的图层", "P753", raw(rb"/OFF \[ ?\d+ 0 R"))(lambda: layered(True))


def locked(user: str, owner: str) -> bytes:
    sheets = Sheets()
    sheets.writer.encrypt(user_password=user, owner_password=owner, algorithm="RC4-128")
    return sheets.bytes()


plant("文件加密", "P754", info(r"Encrypted:\s+yes"))(lambda: locked("", "管理"))
plant("打开要口令", "P754", info(r"Incorrect password"))(lambda: locked("1234", "5678"))


@plant("夹带了文件", "P755", raw(rb"/EmbeddedFiles"))
def _() -> bytes:
    sheets = Sheets()
    sheets.writer.add_attachment("底稿.txt", b"draft")
    return sheets.bytes()


_XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def claiming(data: bytes, intent: bool = True, lock: bool = False) -> bytes:
    sheets = Sheets(data)
    sheets.catalogue[NameObject("/Metadata")] = sheets.stream(_XMP, Type="/Metadata", Subtype="/XML")
    if intent:
        profile = sheets.stream(b"profile", N=3)
        sheets.catalogue[NameObject("/OutputIntents")] = ArrayObject(
            [
                sheets.add(
                    Type="/OutputIntent", S="/GTS_PDFA1", OutputConditionIdentifier="sRGB", DestOutputProfile=profile
                )
            ]
        )
    sheets.writer._ID = ArrayObject([ByteStringObject(b"0123456789abcdef")] * 2)
    if lock:
        sheets.writer.encrypt("", "管理", algorithm="RC4-128")
    return sheets.bytes()


plant("自称 PDF/A 却没有嵌入字体", "P780", raw(rb"pdfaid:part>2"), "P720")(lambda: claiming(over(None, "AB")))
plant("自称 PDF/A 却没有输出意图", "P780", lacks(rb"/OutputIntents"))(lambda: claiming(good(), intent=False))
plant("自称 PDF/A 却加密", "P780", info(r"Encrypted:\s+yes"), "P754")(lambda: claiming(good(), lock=True))
plant("自称 PDF/A 而没有发现不符", "", raw(rb"pdfaid:part>2"))(lambda: claiming(good()))


@plant("用对象流存的文件", "", raw(rb"."))
def _() -> bytes:
    """The ground written anew by another program's library."""
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(good())).pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
