"""Ways to leave something in a docx: each takes the parts of a document and hides a secret in them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from PIL import Image

from tests.exchange.planting import DOCUMENT, NS, OFFICE, PACKAGE, SECRET, SETTINGS, WML, Raw, plant, png

_AUTHOR = f'w:id="901" w:author="{SECRET}" w:date="2026-01-02T03:04:05Z"'


@plant("密级标志", "classified-marking", "机密★3年")
def _(raw: Raw) -> None:
    raw.run("<w:t>机密★3年</w:t>", shown="机密★3年")


@plant("插入的文字", "tracked-changes-left")
def _(raw: Raw) -> None:
    raw.paragraph(f"<w:ins {_AUTHOR}><w:r><w:t>后来插入的话。</w:t></w:r></w:ins>", "后来插入的话。")


@plant("删除的文字", "tracked-changes-left")
def _(raw: Raw) -> None:
    raw.paragraph(f'<w:del w:id="902" w:author="某甲"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>')


@plant("格式改动", "tracked-changes-left")
def _(raw: Raw) -> None:
    raw.run("<w:t>改过格式</w:t>", f"<w:b/><w:rPrChange {_AUTHOR}><w:rPr/></w:rPrChange>", "改过格式")


@plant("移走的文字", "tracked-changes-left")
def _(raw: Raw) -> None:
    raw.paragraph(
        f'<w:moveFromRangeStart {_AUTHOR} w:name="move1"/><w:moveFrom w:id="903" w:author="某甲"><w:r><w:t>{SECRET}'
        '</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="901"/>'
    )


@plant("段落标记的改动", "tracked-changes-left")
def _(raw: Raw) -> None:
    raw.paragraph(f'<w:pPr><w:jc w:val="left"/><w:pPrChange {_AUTHOR}><w:pPr/></w:pPrChange></w:pPr>')


def _comment(raw: Raw, words: str, author: str) -> None:
    raw.paragraph(
        '<w:commentRangeStart w:id="0"/><w:r><w:t>有批注的话</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>',
        "有批注的话",
    )
    comment = (
        f'<w:comment w:id="0" w:author="{author}" w:initials="某"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
    )
    raw.part("word/comments.xml", f"<w:comments {NS}>{comment}</w:comments>", f"{WML}.comments+xml")
    raw.relate("comments", "comments.xml")


@plant("批注", "comments-left")
def _(raw: Raw) -> None:
    _comment(raw, SECRET, "某甲")


@plant("批注者", "comments-left")
def _(raw: Raw) -> None:
    _comment(raw, "请核", SECRET)


@plant("批注者名单", "comments-left")
def _(raw: Raw) -> None:
    ns = "http://schemas.microsoft.com/office/word/2012/wordml"
    raw.part(
        "word/people.xml",
        f'<w15:people xmlns:w15="{ns}"><w15:person w15:author="{SECRET}"/></w15:people>',
        f"{WML}.people+xml",
    )
    raw.relate("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml")


@plant("隐藏文字", "hidden-text-left")
def _(raw: Raw) -> None:
    raw.run(f"<w:t>{SECRET}</w:t>", "<w:vanish/>")


@plant("样式隐藏的文字", "hidden-text-left")
def _(raw: Raw) -> None:
    style = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="unseen"><w:name w:val="暗"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    raw.replace("word/styles.xml", "</w:styles>", f"{style}</w:styles>")
    raw.run(f"<w:t>{SECRET}</w:t>", '<w:rStyle w:val="unseen"/>')


@plant("UTF-16部件里的隐藏文字", "hidden-text-left")
def _(raw: Raw) -> None:
    raw.run(f"<w:t>{SECRET}</w:t>", "<w:vanish/>")
    text = re.sub(r"^<\?xml[^>]*\?>\s*", "", raw.parts[DOCUMENT].decode())
    raw.parts[DOCUMENT] = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")


@plant("旧版才显示的文字", "hidden-text-left")
def _(raw: Raw) -> None:
    raw.shown = "文本框里的话"
    old = (
        '<w:pict><v:rect style="position:absolute;width:60pt;height:20pt"><v:textbox><w:txbxContent><w:p><w:r>'
        f"<w:t>{SECRET}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict>"
    )
    raw.box("文本框里的话", left=900_000, fallback=old)


@plant("白色的字", "invisible-text")
def _(raw: Raw) -> None:
    raw.run(f"<w:t>{SECRET}</w:t>", '<w:color w:val="FFFFFF"/>')


@plant("极小的字", "invisible-text")
def _(raw: Raw) -> None:
    raw.run(f"<w:t>{SECRET}</w:t>", '<w:sz w:val="2"/>')


@plant("页面以外的文本框", "object-off-page")
def _(raw: Raw) -> None:
    raw.box(SECRET, left=20_000_000)


_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


@plant("作者", "core-properties")
def _(raw: Raw) -> None:
    dc = "http://purl.org/dc/elements/1.1/"
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{dc}"><dc:creator>{SECRET}</dc:creator></cp:coreProperties>'
    )
    raw.part("docProps/core.xml", core, "application/vnd.openxmlformats-package.core-properties+xml")
    raw.relate(PACKAGE + "/metadata/core-properties", "docProps/core.xml", source="")


@plant("单位", "app-properties")
def _(raw: Raw) -> None:
    ns = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = f'<Properties xmlns="{ns}"><Company>{SECRET}</Company></Properties>'
    raw.part("docProps/app.xml", app, "application/vnd.openxmlformats-officedocument.extended-properties+xml")
    raw.relate("extended-properties", "docProps/app.xml", source="")


@plant("自定义属性", "custom-properties")
def _(raw: Raw) -> None:
    base = "http://schemas.openxmlformats.org/officeDocument/2006"
    custom = (
        f'<Properties xmlns="{base}/custom-properties" xmlns:vt="{base}/docPropsVTypes"><property '
        f'fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>{SECRET}'
        "</vt:lpwstr></property></Properties>"
    )
    raw.part("docProps/custom.xml", custom, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
    raw.relate("custom-properties", "docProps/custom.xml", source="")


@plant("文档变量", "document-variables")
def _(raw: Raw) -> None:
    raw.setting(f'<w:docVars><w:docVar w:name="处理人" w:val="{SECRET}"/></w:docVars>', last=True)


@plant("编辑编号", "editing-traces", "00A7F3B1")
def _(raw: Raw) -> None:
    raw.setting('<w:rsids><w:rsidRoot w:val="00A7F3B1"/></w:rsids>', last=True)
    raw.replace(DOCUMENT, "<w:r>", '<w:r w:rsidR="00A7F3B1">')


@plant("段落编号", "editing-traces", "5A7F3B19")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:document ", '<w:document mc:Ignorable="w14" ')
    raw.replace(DOCUMENT, "<w:p>", '<w:p w14:paraId="5A7F3B19" w14:textId="77777777">')


@plant("校对记号", "editing-traces", "proofErr")
def _(raw: Raw) -> None:
    raw.paragraph(
        '<w:proofErr w:type="spellStart"/><w:r><w:t>校对过</w:t></w:r><w:proofErr w:type="spellEnd"/>', "校对过"
    )


@plant("模板路径", "attached-template")
def _(raw: Raw) -> None:
    identifier = raw.relate("attachedTemplate", f"file:///C:/{SECRET}/x.dotm", source=SETTINGS, external=True)
    raw.setting(f'<w:attachedTemplate r:id="{identifier}"/>')


@plant("打印机设置", "printer-settings")
def _(raw: Raw) -> None:
    raw.part("word/printerSettings1.bin", SECRET.encode("utf-16-le"))
    identifier = raw.relate("printerSettings", "printerSettings1.bin")
    raw.replace(DOCUMENT, "</w:sectPr>", f'<w:printerSettings r:id="{identifier}"/></w:sectPr>')


@plant("缩略图", "thumbnail")
def _(raw: Raw) -> None:
    raw.part("docProps/thumbnail.jpeg", b"\xff\xd8\xff\xe0" + SECRET.encode())
    raw.relate(PACKAGE + "/metadata/thumbnail", "docProps/thumbnail.jpeg", source="")


@plant("邮件合并", "mail-merge-source")
def _(raw: Raw) -> None:
    identifier = raw.relate("mailMergeSource", f"file:///D:/{SECRET}.xlsx", source=SETTINGS, external=True)
    raw.setting(
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        f'<w:connectString w:val="Provider=x"/><w:dataSource r:id="{identifier}"/></w:mailMerge>'
    )


@plant("自定义XML", "custom-xml")
def _(raw: Raw) -> None:
    raw.part("customXml/item9.xml", f"<流程><经办人>{SECRET}</经办人></流程>")
    raw.relate("customXml", "../customXml/item9.xml")


@plant("宏", "macros")
def _(raw: Raw) -> None:
    raw.part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + SECRET.encode())
    raw.relate("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")


_SHAPE = '<v:shape id="_x0000_i1025" style="width:60pt;height:20pt"/>'


@plant("ActiveX控件", "active-x-controls")
def _(raw: Raw) -> None:
    raw.part("word/activeX/activeX1.bin", SECRET.encode("utf-16-le"))
    ns = "http://schemas.microsoft.com/office/2006/activeX"
    raw.part(
        "word/activeX/activeX1.xml",
        f'<ax:ocx xmlns:ax="{ns}" xmlns:r="{OFFICE}" ax:classid="{{8BD21D40}}" r:id="rId900"/>',
        "application/vnd.ms-office.activeX+xml",
    )
    raw.relate(
        "http://schemas.microsoft.com/office/2006/relationships/activeXControlBinary",
        "activeX1.bin",
        source="word/activeX/activeX1.xml",
    )
    identifier = raw.relate("control", "activeX/activeX1.xml")
    raw.run(f'<w:object>{_SHAPE}<w:control r:id="{identifier}" w:name="某" w:shapeid="_x0000_i1025"/></w:object>')


@plant("OLE对象", "embedded-objects")
def _(raw: Raw) -> None:
    raw.part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0" + SECRET.encode("utf-16-le"))
    identifier = raw.relate("oleObject", "embeddings/oleObject1.bin")
    ole = '<o:OLEObject Type="Embed" ProgID="Package" ShapeID="_x0000_i1025" DrawAspect="Icon" ObjectID="_1"'
    raw.run(f'<w:object>{_SHAPE}{ole} r:id="{identifier}"/></w:object>')


def _workbook() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", f"<sst><t>{SECRET}</t></sst>")
    return buffer.getvalue()


@plant("嵌入的工作簿", "embedded-objects")
def _(raw: Raw) -> None:
    raw.part("word/embeddings/book.xlsx", _workbook())
    identifier = raw.relate("package", "embeddings/book.xlsx")
    ole = '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="_x0000_i1025" DrawAspect="Content" ObjectID="_1"'
    raw.run(f'<w:object>{_SHAPE}{ole} r:id="{identifier}"/></w:object>')


@plant("图表的工作簿", "chart-workbooks")
def _(raw: Raw) -> None:
    ns = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    chart = (
        f'<c:chartSpace xmlns:c="{ns}" xmlns:r="{OFFICE}"><c:chart><c:plotArea><c:layout/></c:plotArea></c:chart>'
        '<c:externalData r:id="rId900"/></c:chartSpace>'
    )
    raw.part("word/charts/chart1.xml", chart, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
    raw.part("word/embeddings/data.xlsx", _workbook())
    raw.relate("package", "../embeddings/data.xlsx", source="word/charts/chart1.xml")
    identifier = raw.relate("chart", "charts/chart1.xml")
    raw.run(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
        '<wp:docPr id="73" name="图表 1"/><a:graphic><a:graphicData '
        f'uri="{ns}"><c:chart r:id="{identifier}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


@plant("链接的图片", "linked-pictures")
def _(raw: Raw) -> None:
    link = raw.relate("image", f"file:///D:/{SECRET}/x.png", external=True)
    raw.picture(png(), ".png", link=link)


@plant("本机链接", "internal-links")
def _(raw: Raw) -> None:
    identifier = raw.relate("hyperlink", f"file:///D:/{SECRET}/稿.docx", external=True)
    raw.paragraph(f'<w:hyperlink r:id="{identifier}"><w:r><w:t>链接的字</w:t></w:r></w:hyperlink>', "链接的字")


@plant("内网链接", "internal-links")
def _(raw: Raw) -> None:
    identifier = raw.relate("hyperlink", f"http://192.168.1.20/oa?id={SECRET}", external=True)
    raw.paragraph(f'<w:hyperlink r:id="{identifier}"><w:r><w:t>内网</w:t></w:r></w:hyperlink>', "内网")


@plant("链接域", "internal-links")
def _(raw: Raw) -> None:
    raw.field(f' HYPERLINK "\\\\\\\\fileserver\\\\{SECRET}\\\\a.doc" ', "域里的链接")


@plant("DDE域", "fetching-fields")
def _(raw: Raw) -> None:
    raw.field(f" DDEAUTO excel D:\\\\{SECRET}.xlsx R1C1 ", "三百")


@plant("插入文件域", "fetching-fields")
def _(raw: Raw) -> None:
    raw.paragraph(
        f'<w:fldSimple w:instr=" INCLUDETEXT D:\\\\{SECRET}.docx "><w:r><w:t>插入的话</w:t></w:r></w:fldSimple>',
        "插入的话",
    )


@plant("文档属性域", "fetching-fields")
def _(raw: Raw) -> None:
    raw.field(f' DOCPROPERTY "{SECRET}" ', "某值")


@plant("索引项", "fetching-fields")
def _(raw: Raw) -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    raw.paragraph(
        f'<w:r><w:t>有索引</w:t></w:r>{char.format("begin")}<w:r><w:instrText> XE "{SECRET}" </w:instrText></w:r>'
        f"{char.format('end')}",
        "有索引",
    )


@plant("域里套域", "fetching-fields")
def _(raw: Raw) -> None:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = f'{char.format("begin")}<w:r><w:instrText> USERNAME "{SECRET}" </w:instrText></w:r>{char.format("end")}'
    raw.paragraph(
        f"{char.format('begin')}<w:r><w:instrText> QUOTE </w:instrText></w:r>{inner}{char.format('separate')}"
        f"<w:r><w:t>引来的字</w:t></w:r>{char.format('end')}",
        "引来的字",
    )


@plant("域的数据", "fetching-fields")
def _(raw: Raw) -> None:
    raw.paragraph(
        f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{SECRET}</w:fldData></w:fldChar></w:r><w:r><w:instrText> '
        'PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r>',
        "9",
    )


@plant("插入的整份文件", "imported-documents")
def _(raw: Raw) -> None:
    raw.part("word/chunk.html", f"<html><body>{SECRET}</body></html>", "text/html")
    identifier = raw.relate("aFChunk", "chunk.html")
    document = raw.parts[DOCUMENT].decode()
    at = document.rindex("<w:sectPr")
    raw.parts[DOCUMENT] = f'{document[:at]}<w:altChunk r:id="{identifier}"/>{document[at:]}'.encode()


@plant("限制编辑", "document-protection", "c2VjcmV0")
def _(raw: Raw) -> None:
    raw.setting('<w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="c2VjcmV0"/>')


@plant("可编辑的人", "document-protection")
def _(raw: Raw) -> None:
    raw.paragraph(f'<w:permStart w:id="7" w:ed="{SECRET}"/><w:r><w:t>可以改</w:t></w:r><w:permEnd w:id="7"/>', "可以改")


@plant("数字签名", "digital-signatures")
def _(raw: Raw) -> None:
    base = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
    raw.part("_xmlsignatures/origin.sigs", b"", "application/vnd.openxmlformats-package.digital-signature-origin")
    raw.part(
        "_xmlsignatures/sig1.xml",
        f'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyInfo>{SECRET}</KeyInfo></Signature>',
        "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
    )
    raw.relate(f"{base}/origin", "_xmlsignatures/origin.sigs", source="")
    raw.relate(f"{base}/signature", "sig1.xml", source="_xmlsignatures/origin.sigs")


@plant("书签", "stray-bookmarks")
def _(raw: Raw) -> None:
    raw.paragraph(
        f'<w:bookmarkStart w:id="88" w:name="{SECRET}"/><w:r><w:t>记号</w:t></w:r><w:bookmarkEnd w:id="88"/>', "记号"
    )


@plant("光标位置", "stray-bookmarks", "_GoBack")
def _(raw: Raw) -> None:
    raw.paragraph('<w:bookmarkStart w:id="89" w:name="_GoBack"/><w:bookmarkEnd w:id="89"/>')


@plant("图片的替代文字", "alternative-text")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png", described=f' descr="C:\\Users\\{SECRET}\\x.png"')


@plant("表格的替代文字", "alternative-text")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "</w:tblPr>", f'<w:tblCaption w:val="{SECRET}"/></w:tblPr>')


@plant("链接的提示", "alternative-text")
def _(raw: Raw) -> None:
    raw.paragraph(
        f'<w:hyperlink w:anchor="标题" w:tooltip="{SECRET}"><w:r><w:t>见标题</w:t></w:r></w:hyperlink>', "见标题"
    )


@plant("裁剪的图片", "cropped-pictures", "srcRect")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    raw.replace(DOCUMENT, "<a:stretch>", '<a:srcRect l="20000" r="20000"/><a:stretch>')


@plant("嵌入的字体", "embedded-fonts", "odttf")
def _(raw: Raw) -> None:
    key = 'w:fontKey="{00000000-0000-0000-0000-000000000001}"'
    raw.fonts(f'<w:font w:name="仿宋_GB2312"><w:embedRegular r:id="rId900" {key}/></w:font>')
    raw.part("word/fonts/font1.odttf", b"odttf")
    raw.relate("font", "fonts/font1.odttf", source="word/fontTable.xml")


@plant("Exif", "picture-metadata")
def _(raw: Raw) -> None:
    image, buffer = Image.new("RGB", (4, 4)), io.BytesIO()
    exif = image.getexif()
    exif[0x010E] = "x"  # ImageDescription
    exif[0x0112] = 6
    image.save(buffer, "JPEG", exif=exif)
    data = buffer.getvalue().replace(b"Exif\0\0", b"Exif\0\0", 1)
    extra = b"\xff\xed" + struct.pack(">H", len(SECRET.encode()) + 2) + SECRET.encode()
    raw.picture(data[:2] + extra + data[2:], ".jpg")


@plant("图片的注释", "picture-metadata")
def _(raw: Raw) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "JPEG", comment=SECRET.encode())
    raw.picture(buffer.getvalue(), ".jpg")


@plant("PNG的文字", "picture-metadata")
def _(raw: Raw) -> None:
    said = b"tEXtAuthor\0" + SECRET.encode()
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    data = png()
    raw.picture(data[:33] + chunk + data[33:], ".png")


@plant("GIF的注释", "picture-metadata")
def _(raw: Raw) -> None:
    buffer = io.BytesIO()
    Image.new("P", (4, 4)).save(buffer, "GIF", comment=SECRET.encode())
    raw.picture(buffer.getvalue(), ".gif")


@plant("图片之后的数据", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(png() + SECRET.encode(), ".png")


@plant("没有用到的样式", "unused-styles")
def _(raw: Raw) -> None:
    style = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="old"><w:name w:val="{SECRET}"/></w:style>'
    raw.replace("word/styles.xml", "</w:styles>", f"{style}</w:styles>")


@plant("没有用到的编号", "unused-styles")
def _(raw: Raw) -> None:
    raw.numbering(f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{SECRET}%1"/></w:lvl>')


@plant("没有用到的字体", "unused-styles")
def _(raw: Raw) -> None:
    raw.fonts(f'<w:font w:name="{SECRET}手写体"/>')


@plant("构建基块", "building-blocks")
def _(raw: Raw) -> None:
    part = f"<w:glossaryDocument {NS}><w:docParts><w:docPart><w:docPartBody><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p>"
    closing = "</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    raw.part("word/glossary/document.xml", part + closing, f"{WML}.document.glossary+xml")
    raw.relate("glossaryDocument", "glossary/document.xml")


@plant("网页设置", "web-settings")
def _(raw: Raw) -> None:
    web = f'<w:webSettings {NS}><w:divs><w:div w:id="1"/></w:divs><!--{SECRET}--></w:webSettings>'
    raw.part("word/webSettings.xml", web, f"{WML}.webSettings+xml")
    raw.relate("webSettings", "webSettings.xml")


@plant("内容控件", "content-control-data")
def _(raw: Raw) -> None:
    raw.paragraph(
        f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/><w:dataBinding w:xpath="/{SECRET}" '
        f'w:storeItemID="{{1}}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>控件里的话</w:t></w:r></w:sdtContent></w:sdt>',
        "控件里的话",
    )


@plant("智能标记", "content-control-data")
def _(raw: Raw) -> None:
    raw.paragraph(
        f'<w:smartTag w:uri="urn:x" w:element="{SECRET}"><w:smartTagPr><w:attr w:name="k" w:val="{SECRET}"/>'
        "</w:smartTagPr><w:r><w:t>有标记的词</w:t></w:r></w:smartTag>",
        "有标记的词",
    )


@plant("没有用到的首页页眉", "unused-headers-and-notes")
def _(raw: Raw) -> None:
    header = f"<w:hdr {NS}><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:hdr>"
    raw.part("word/header9.xml", header, f"{WML}.header+xml")
    identifier = raw.relate("header", "header9.xml")
    document = raw.parts[DOCUMENT].decode()
    place = document.index(">", document.rindex("<w:sectPr")) + 1
    reference = f'<w:headerReference w:type="first" r:id="{identifier}"/>'
    raw.parts[DOCUMENT] = (document[:place] + reference + document[place:]).encode()


@plant("没有引用的脚注", "unused-headers-and-notes")
def _(raw: Raw) -> None:
    note = f'<w:footnote w:id="5"><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:footnote>'
    raw.part("word/footnotes.xml", f"<w:footnotes {NS}>{note}</w:footnotes>", f"{WML}.footnotes+xml")
    raw.relate("footnotes", "footnotes.xml")


@plant("没有更新的域", "stale-field-results", "错误!未找到引用源")
def _(raw: Raw) -> None:
    raw.run("<w:t>错误!未找到引用源。</w:t>", shown="错误!未找到引用源。")


@plant("没有主的部件", "stray-parts")
def _(raw: Raw) -> None:
    raw.part("word/旧稿.xml", f"<旧稿>{SECRET}</旧稿>")


@plant("没有用到的图片", "stray-parts")
def _(raw: Raw) -> None:
    raw.part("word/media/image9.bin", SECRET.encode())
    raw.relate("image", "media/image9.bin")


@plant("不认识的部件", "stray-parts")
def _(raw: Raw) -> None:
    raw.part("word/extra.bin", SECRET.encode())
    raw.relate("http://vendor.example/relationships/extra", "extra.bin")


@plant("XML注释", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:body>", f"<w:body><!--{SECRET}-->")


@plant("文档之前的XML注释", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:document ", f"<!--{SECRET}--><w:document ")


@plant("处理指令", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace("word/styles.xml", "</w:styles>", f"<?note {SECRET}?></w:styles>")


@plant("别的程序的标记", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:document ", '<w:document xmlns:oa="http://oa.example/ns" mc:Ignorable="oa" ')
    raw.replace(DOCUMENT, "<w:p>", f'<w:p oa:owner="{SECRET}"><oa:流程>{SECRET}</oa:流程>')


@plant("元素之间的文字", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:body>", f"<w:body>{SECRET}")


@plant("样式的名称", "telling-names")
def _(raw: Raw) -> None:
    style = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{SECRET}"><w:name w:val="{SECRET}"/></w:style>'
    raw.replace("word/styles.xml", "</w:styles>", f"{style}</w:styles>")
    raw.paragraph(f'<w:pPr><w:pStyle w:val="{SECRET}"/></w:pPr><w:r><w:t>用到的样式</w:t></w:r>', "用到的样式")


@plant("不认识的图形", "unproven-content")
def _(raw: Raw) -> None:
    raw.run(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
        '<wp:docPr id="74" name="图形 1"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/drawing/2017/model3d"><am3d:model3d '
        f'xmlns:am3d="http://schemas.microsoft.com/office/drawing/2017/model3d" note="{SECRET}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


# Ways that need no rule: the result is a new zip with the parts it needs, so they cannot come along.
@plant("压缩包的注释", "")
def _(raw: Raw) -> None:
    raw.comment = SECRET.encode()


@plant("内容类型表", "")
def _(raw: Raw) -> None:
    override = f'<Override PartName="/word/{SECRET}.xml" ContentType="application/xml"/>'
    raw.replace("[Content_Types].xml", "</Types>", f"{override}</Types>")
