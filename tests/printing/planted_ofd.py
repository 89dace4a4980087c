"""Faults of an OFD that goes to the press, written into its parts by hand."""

from __future__ import annotations

import io
import re

from fontTools.ttLib import TTFont

from tests.ofd.building import (
    DOCUMENT,
    ENTRY,
    OWN,
    PUBLIC,
    TAG,
    XMLNS,
    Parts,
    behind,
    changed,
    page_part,
    resources,
    text_object,
    xml,
    zipped,
)
from tests.ofd.ground import good, parts
from tests.printing.plants import plant
from tests.printing.proofs import part, without

FONT = "Doc_0/Res/font_4.ttf"


def put(name: str, before: str, after: str) -> bytes:
    """The ground with words of one part replaced."""
    return zipped(changed(parts(), name, lambda text: text.replace(before, after)))


def added(name: str, mark: str, addition: str, **more: bytes) -> bytes:
    """The ground with something before the first mark in one part."""
    return zipped(behind(parts(), name, mark, addition) | more)


def removed(*names: str) -> bytes:
    return zipped({name: data for name, data in parts().items() if name not in names})


def drawn(number: int, extra: str) -> Parts:
    return behind(parts(), page_part(number), "</ofd:Layer>", extra)


plant("合格的 OFD", "", part(ENTRY, b"ofdspec.org/2016"), form="ofd")(good)


@plant("OFD 的命名空间不对", "P781", part(DOCUMENT, b'ofdspec.org"'), form="ofd")
def _() -> bytes:
    return put(DOCUMENT, "ofdspec.org/2016", "ofdspec.org")


@plant("OFD 的类型不对", "P781", part(ENTRY, b'DocType="PDF"'), form="ofd")
def _() -> bytes:
    return put(ENTRY, 'DocType="OFD"', 'DocType="PDF"')


@plant("OFD 里有两份文档", "P781", part(ENTRY, b"<ofd:DocBody>.*<ofd:DocBody>"), form="ofd")
def _() -> bytes:
    return added(ENTRY, "</ofd:OFD>", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>")


@plant("OFD 缺资源文件", "P782", without(OWN), form="ofd")
def _() -> bytes:
    return added(DOCUMENT, "</ofd:CommonData>", "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")


@plant("OFD 缺字体文件", "P782", without(FONT), "P720", form="ofd")
def _() -> bytes:
    return removed(FONT)


@plant("OFD 引用了没有的图片", "P782", part(page_part(2), b'ResourceID="77"'), form="ofd")
def _() -> bytes:
    return zipped(drawn(2, '<ofd:ImageObject ID="7001" Boundary="60 60 20 20" ResourceID="77"/>'))


@plant("OFD 的路径大小写不符", "P782", without("Doc_0/publicres.xml"), form="ofd")
def _() -> bytes:
    return put(DOCUMENT, "PublicRes.xml", "publicres.xml")


@plant("OFD 的标识重复", "P783", part(page_part(1), b'ID="90001".*ID="90001"'), form="ofd")
def _() -> bytes:
    def same(text: str) -> str:
        return re.sub(r'<ofd:PathObject ID="\d+"', '<ofd:PathObject ID="90001"', text)

    return zipped(changed(parts(), page_part(1), same))


@plant("OFD 的标识超过最大值", "P783", part(DOCUMENT, b"MaxUnitID>100<"), form="ofd")
def _() -> bytes:
    return put(DOCUMENT, ">99999<", ">100<")


@plant("OFD 用了文件以外的资源", "P784", part(DOCUMENT, b"https://"), form="ofd")
def _() -> bytes:
    return added(DOCUMENT, "</ofd:CommonData>", "<ofd:DocumentRes>https://example.gov.cn/r.xml</ofd:DocumentRes>")


@plant("OFD 里有影片", "P784", part(OWN, b'Type="Video"'), form="ofd")
def _() -> bytes:
    film = '<ofd:MultiMedia ID="7001" Type="Video"><ofd:MediaFile>a.mp4</ofd:MediaFile></ofd:MultiMedia>'
    found = behind(parts(), DOCUMENT, "</ofd:CommonData>", "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")
    return zipped(
        found | {OWN: resources(f"<ofd:MultiMedias>{film}</ofd:MultiMedias>"), "Doc_0/Res/a.mp4": b"\0\0\0\x18ftypmp42"}
    )


@plant("OFD 里有网址链接", "P784", part(DOCUMENT, b"<ofd:URI "), form="ofd")
def _() -> bytes:
    click = '<ofd:Action Event="CLICK"><ofd:URI URI="https://example.gov.cn"/></ofd:Action>'
    return added(DOCUMENT, "<ofd:CustomTags>", f"<ofd:Actions>{click}</ofd:Actions>")


@plant("OFD 的字叠在一起", "P785", part(page_part(2), rb'Y="[\d.]+">\xe5\x90\x84\xe5\x8d\x95'), form="ofd")
def _() -> bytes:
    def first_line(text: str) -> str:
        at = text.index("各单位")
        before = text.rindex(' DeltaX="', 0, at)
        return text[:before] + ">" + text[at:]

    return zipped(changed(parts(), page_part(2), first_line))


@plant("OFD 里的字体不许嵌入", "P786", part(FONT, b"OS/2"), form="ofd")
def _() -> bytes:
    program = TTFont(io.BytesIO(parts()[FONT]))
    program["OS/2"].fsType = 2
    buffer = io.BytesIO()
    program.save(buffer)
    return zipped(parts() | {FONT: buffer.getvalue()})


@plant("OFD 的标引指向没有的对象", "P787", part(TAG, b">1999<"), form="ofd")
def _() -> bytes:
    return put(TAG, ">1002<", ">1999<")


@plant("OFD 的标引指向没有的页", "P787", part(TAG, b'PageRef="9000"'), form="ofd")
def _() -> bytes:
    return put(TAG, 'PageRef="2000">2005', 'PageRef="9000">2005')


@plant("OFD 没有语义标引", "P788", without(TAG), form="ofd")
def _() -> bytes:
    found = changed(
        parts(), DOCUMENT, lambda text: text.replace("<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>", "")
    )
    return zipped({name: data for name, data in found.items() if "Tags" not in name})


@plant("OFD 的标引不是公文的", "P788", part(TAG, b"eInvoice"), form="ofd")
def _() -> bytes:
    return zipped(parts() | {TAG: xml(f"<eInvoice {XMLNS}/>")})


@plant("OFD 的标引缺标题", "P789", part(TAG, "<题名>".encode()), form="ofd")
def _() -> bytes:
    return put(TAG, "标题>", "题名>")


@plant("OFD 的标引缺发文机关标志", "P789", part(TAG, "<标志>".encode()), form="ofd")
def _() -> bytes:
    return put(TAG, "发文机关标志>", "标志>")


@plant("OFD 的标引有空的一项", "P789", part(TAG, "<签发人/>".encode()), form="ofd")
def _() -> bytes:
    return added(TAG, "</版头>", "<签发人/>")


@plant("OFD 的标题与元数据不一致", "P790", part(ENTRY, "<ofd:Title>某某市人民政府关于做好2025年".encode()), form="ofd")
def _() -> bytes:
    return put(ENTRY, "2026年防汛", "2025年防汛")


@plant("OFD 的元数据与标引不一致", "P790", part(ENTRY, "6号".encode()), form="ofd")
def _() -> bytes:
    return put(ENTRY, "〔2026〕5号", "〔2026〕6号")


@plant("OFD 的页数与元数据不一致", "P790", part(ENTRY, '"页数">5<'.encode()), form="ofd")
def _() -> bytes:
    return added(ENTRY, "</ofd:CustomDatas>", '<ofd:CustomData Name="页数">5</ofd:CustomData>')


@plant("OFD 的日期标引不是日期", "P790", part(TAG, b"."), form="ofd")
def _() -> bytes:
    def swapped(text: str) -> str:
        return text.replace("发文机关署名>", "甲>").replace("成文日期>", "发文机关署名>").replace("甲>", "成文日期>")

    return zipped(changed(parts(), TAG, swapped))


@plant(
    "OFD 的正文没有标引",
    "P791",
    part(TAG, "<正文><ofd:ObjectRef [^>]*>1016</ofd:ObjectRef></正文>".encode()),
    form="ofd",
)
def _() -> bytes:
    def only_first(text: str) -> str:
        begin, end = text.index("<正文>") + 4, text.index("</正文>")
        return text[:begin] + '<ofd:ObjectRef PageRef="1000">1016</ofd:ObjectRef>' + text[end:]

    return zipped(changed(parts(), TAG, only_first))


@plant("OFD 里有用不着的文件", "P794", part("Doc_0/草稿.txt", b"."), form="ofd")
def _() -> bytes:
    return zipped(parts() | {"Doc_0/草稿.txt": "此处再核".encode()})


def permitted(said: str) -> bytes:
    return added(DOCUMENT, "<ofd:CustomTags>", f"<ofd:Permissions>{said}</ofd:Permissions>")


plant("OFD 不许打印", "P795", part(DOCUMENT, b'Printable="false"'), form="ofd")(
    lambda: permitted('<ofd:Print Printable="false"/>')
)
plant("OFD 限定了打印份数", "P795", part(DOCUMENT, b'Copies="5"'), form="ofd")(
    lambda: permitted('<ofd:Print Printable="true" Copies="5"/>')
)
plant("OFD 过了使用期限", "P795", part(DOCUMENT, b"EndDate"), form="ofd")(
    lambda: permitted('<ofd:ValidPeriod EndDate="2025-12-31T00:00:00"/>')
)


@plant("OFD 标有密级", "P796", part(page_part(1), "机密★1年".encode()), "P724", form="ofd")
def _() -> bytes:
    return zipped(drawn(1, text_object(7001, "机密★1年", x=28, baseline=48, size=5.6444, font=4)))


# What rules for every finished file find in an OFD


@plant("OFD 的字体没有嵌入", "P720", part(PUBLIC, rb"FontName=\"[^\"]+\"></ofd:Font>"), form="ofd")
def _() -> bytes:
    return put(PUBLIC, "<ofd:FontFile>font_5.ttf</ofd:FontFile>", "")


@plant("OFD 的字体损坏", "P725", part("Doc_0/Res/font_6.ttf", b"^\0\1\0\0\0\0"), form="ofd")
def _() -> bytes:
    return zipped(parts() | {"Doc_0/Res/font_6.ttf": b"\0\1\0\0" + bytes(60)})


@plant("OFD 里缺字", "P724", part(page_part(2), "𠮷".encode()), form="ofd")
def _() -> bytes:
    return zipped(changed(parts(), page_part(2), lambda text: text.replace("加强领导", "加强𠮷导", 1)))


@plant("OFD 的字不能提取", "P723", part(page_part(2), b"CGTransform"), form="ofd")
def _() -> bytes:
    def hidden(text: str) -> str:
        at = text.rindex("<ofd:TextCode", 0, text.index("各单位"))
        given = '<ofd:CGTransform CodePosition="0"><ofd:Glyphs>5</ofd:Glyphs></ofd:CGTransform>'
        return (text[:at] + given + text[at:]).replace("各单位", "\ufffd单位", 1)

    return zipped(changed(parts(), page_part(2), hidden))


@plant("OFD 的页面不在文件里", "P757", without(page_part(2)), "P782", "P787", form="ofd")
def _() -> bytes:
    return removed(page_part(2))


@plant("OFD 的部件损坏", "P756", part("Doc_0/Annots.xml", b"^<ofd:Annot"), form="ofd")
def _() -> bytes:
    found = behind(parts(), DOCUMENT, "<ofd:CustomTags>", "<ofd:Annotations>Annots.xml</ofd:Annotations>")
    return zipped(found | {"Doc_0/Annots.xml": b"<ofd:Annotations"})


@plant("OFD 里有图章注释", "P750", part("Doc_0/Annot_1.xml", b'Type="Stamp"'), form="ofd")
def _() -> bytes:
    found = behind(parts(), DOCUMENT, "<ofd:CustomTags>", "<ofd:Annotations>Annots.xml</ofd:Annotations>")
    listed = '<ofd:Page PageID="2000"><ofd:FileLoc>Annot_1.xml</ofd:FileLoc></ofd:Page>'
    note = '<ofd:Annot ID="7001" Type="Stamp" Creator="某人" LastModDate="2026-03-18"><ofd:Appearance/></ofd:Annot>'
    return zipped(
        found
        | {
            "Doc_0/Annots.xml": xml(f"<ofd:Annotations {XMLNS}>{listed}</ofd:Annotations>"),
            "Doc_0/Annot_1.xml": xml(f"<ofd:PageAnnot {XMLNS}>{note}</ofd:PageAnnot>"),
        }
    )


@plant("OFD 里夹带了文件", "P755", part("Doc_0/Attachments.xml", b"FileLoc"), form="ofd")
def _() -> bytes:
    found = behind(parts(), DOCUMENT, "</ofd:Document>", "<ofd:Attachments>Attachments.xml</ofd:Attachments>")
    listed = '<ofd:Attachment ID="a" Name="附表"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment>'
    return zipped(
        found
        | {"Doc_0/Attachments.xml": xml(f"<ofd:Attachments {XMLNS}>{listed}</ofd:Attachments>"), "Doc_0/a.xlsx": b"PK"}
    )


@plant("打开 OFD 时打开网址", "P758", part(DOCUMENT, b'Event="DO"'), form="ofd")
def _() -> bytes:
    opening = '<ofd:Action Event="DO"><ofd:URI URI="https://example.gov.cn"/></ofd:Action>'
    return added(DOCUMENT, "<ofd:CustomTags>", f"<ofd:Actions>{opening}</ofd:Actions>")


@plant("OFD 加密", "P754", part("Encryptions.xml", b"Encryptions"), form="ofd")
def _() -> bytes:
    return zipped(parts() | {"Encryptions.xml": xml(f"<ofd:Encryptions {XMLNS}/>")})


@plant("OFD 的页面比 A4 窄", "P701", part(page_part(2), b"0 0 205 297"), form="ofd")
def _() -> bytes:
    area = "<ofd:Area><ofd:PhysicalBox>0 0 205 297</ofd:PhysicalBox></ofd:Area>"
    return added(page_part(2), "<ofd:Content>", area)


@plant("OFD 的页码太低", "P717", part(page_part(2), "— 2 —".encode()), "P715", form="ofd")
def _() -> bytes:
    def lower(text: str) -> str:
        at = text.rindex("<ofd:TextObject")
        begin = text.index('Boundary="', at) + 10
        x, y, rest = text[begin:].split(" ", 2)
        return f"{text[:begin]}{x} {float(y) + 8} {rest}"

    return zipped(changed(parts(), page_part(2), lower))
