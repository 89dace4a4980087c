"""Further ways to leave something in a docx: in its fields, controls, names, settings, and in words nobody sees."""

from __future__ import annotations

import re

from tests.exchange.planting import DOCUMENT, NS, SECRET, SETTINGS, WML, Raw, plant

_RELS = "word/_rels/document.xml.rels"
_HEADING = '<w:p><w:pPr><w:pStyle w:val="gw-heading1"/>'
_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def table(raw: Raw, rows: str, shown: str = "") -> None:
    """A table before the first heading."""
    raw.shown += shown
    inner = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>{rows}</w:tbl>'
    raw.replace(DOCUMENT, _HEADING, f"{inner}{_HEADING}")


def _cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"


def control(raw: Raw, properties: str, shown: str) -> None:
    raw.paragraph(
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>",
        shown,
    )


@plant("网页扩展", "stray-parts")
def _(raw: Raw) -> None:
    base = "http://schemas.microsoft.com/office/2011/relationships"
    names = "http://schemas.microsoft.com/office/webextensions"
    raw.part("word/webextensions/taskpanes.xml", f'<t:taskpanes xmlns:t="{names}/taskpanes/2010/11"/>', "text/xml")
    inner = f'<we:webextension xmlns:we="{names}/webextension/2010/11" id="{SECRET}"/>'
    raw.part("word/webextensions/webextension1.xml", inner, "application/vnd.ms-office.webextension+xml")
    raw.relate(f"{base}/webextensiontaskpanes", "word/webextensions/taskpanes.xml", source="")
    raw.relate(f"{base}/webextension", "webextension1.xml", source="word/webextensions/taskpanes.xml")


@plant("敏感度标签", "stray-parts")
def _(raw: Raw) -> None:
    names = "http://schemas.microsoft.com/office/2020/mipLabelMetadata"
    label = f'<clbl:labelList xmlns:clbl="{names}"><clbl:label id="{SECRET}"/></clbl:labelList>'
    raw.part("docMetadata/LabelInfo.xml", label, "application/vnd.ms-office.classificationlabels+xml")
    kind = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
    raw.relate(kind, "docMetadata/LabelInfo.xml", source="")


@plant("文档任务", "stray-parts")
def _(raw: Raw) -> None:
    tasks = f'<t:Tasks xmlns:t="http://schemas.microsoft.com/office/tasks/2019/documenttasks">{SECRET}</t:Tasks>'
    raw.part("word/documenttasks/documenttasks1.xml", tasks, "application/vnd.ms-office.documenttasks+xml")
    kind = "http://schemas.microsoft.com/office/2019/05/relationships/documenttasks"
    raw.relate(kind, "documenttasks/documenttasks1.xml")


@plant("自定义XML的架构", "custom-xml")
def _(raw: Raw) -> None:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    refs = f'<ds:schemaRefs><ds:schemaRef ds:uri="{SECRET}"/></ds:schemaRefs>'
    properties = f'<ds:datastoreItem xmlns:ds="{base}" ds:itemID="{{1}}">{refs}</ds:datastoreItem>'
    raw.part("customXml/item9.xml", "<流程/>")
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    raw.part("customXml/itemProps9.xml", properties, kind)
    raw.relate("customXml", "../customXml/item9.xml")
    raw.relate("customXmlProps", "itemProps9.xml", source="customXml/item9.xml")


@plant("邮件合并的收件人", "mail-merge-source")
def _(raw: Raw) -> None:
    people = f'<w:recipientData><w:uniqueTag w:val="{SECRET}"/></w:recipientData>'
    raw.part(
        "word/recipientData.xml", f"<w:recipients {NS}>{people}</w:recipients>", f"{WML}.mailMergeRecipientData+xml"
    )
    identifier = raw.relate("recipientData", "recipientData.xml", source=SETTINGS)
    raw.setting(
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        f'<w:query w:val="SELECT {SECRET}"/><w:odso><w:recipientData r:id="{identifier}"/></w:odso></w:mailMerge>'
    )


@plant("主题的名称", "unused-styles")
def _(raw: Raw) -> None:
    names = "http://schemas.openxmlformats.org/drawingml/2006/main"
    theme = f'<a:theme xmlns:a="{names}" name="{SECRET}"><a:themeElements/></a:theme>'
    raw.part("word/theme/theme1.xml", theme, "application/vnd.openxmlformats-officedocument.theme+xml")
    raw.relate("theme", "theme/theme1.xml")


@plant("字体的别名", "unused-styles")
def _(raw: Raw) -> None:
    raw.fonts(f'<w:font w:name="某体"><w:altName w:val="{SECRET}"/></w:font>')


@plant("样式的别名", "unused-styles")
def _(raw: Raw) -> None:
    before = raw.parts["word/styles.xml"].decode()
    after = re.sub(
        '(w:styleId="gw-heading1"[^>]*><w:name [^>]*/>)', rf'\1<w:aliases w:val="{SECRET}"/>', before, count=1
    )
    raw.parts["word/styles.xml"] = after.encode()


@plant("没有的样式", "unused-styles")
def _(raw: Raw) -> None:
    raw.run("<w:t>平常的字</w:t>", f'<w:rStyle w:val="{SECRET}"/>', "平常的字")


@plant("编号的名称", "unused-styles")
def _(raw: Raw) -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    raw.numbering(f'<w:name w:val="{SECRET}"/>{level}', used="编号的一段")


_SET = {
    "题注的设置": ("editing-traces", f'<w:captions><w:caption w:name="{SECRET}"/></w:captions>'),
    "所附的架构": ("custom-xml", f'<w:attachedSchema w:val="urn:{SECRET}"/>'),
    "词语标记的种类": ("content-control-data", f'<w:smartTagType w:namespaceuri="urn:{SECRET}" w:name="{SECRET}"/>'),
    "双击处的样式": ("editing-traces", f'<w:clickAndTypeStyle w:val="{SECRET}"/>'),
    "列表分隔符": ("editing-traces", f'<w:listSeparator w:val="{SECRET}"/>'),
    "兼容的设置": (
        "editing-traces",
        f'<w:compat><w:compatSetting w:name="{SECRET}" w:uri="urn:x" w:val="1"/></w:compat>',
    ),
}
for _name, (_kind, _inner) in _SET.items():
    plant(_name, _kind)(lambda raw, inner=_inner: raw.setting(inner, last=True))


@plant("转换用的样式表", "custom-xml")
def _(raw: Raw) -> None:
    identifier = raw.relate("transform", f"file:///C:/{SECRET}.xsl", source=SETTINGS, external=True)
    raw.setting(f'<w:saveThroughXslt r:id="{identifier}" w:solutionID="{SECRET}"/>', last=True)


@plant("没有用到的偶数页页眉", "unused-headers-and-notes")
def _(raw: Raw) -> None:
    header = f"<w:hdr {NS}><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:hdr>"
    raw.part("word/header9.xml", header, f"{WML}.header+xml")
    identifier = raw.relate("header", "header9.xml")
    raw.replace(SETTINGS, "<w:evenAndOddHeaders/>", "")
    document = raw.parts[DOCUMENT].decode()
    place = document.index(">", document.rindex("<w:sectPr")) + 1
    reference = f'<w:headerReference w:type="even" r:id="{identifier}"/>'
    raw.parts[DOCUMENT] = (document[:place] + reference + document[place:]).encode()


@plant("单位属性的标题对", "app-properties")
def _(raw: Raw) -> None:
    base = "http://schemas.openxmlformats.org/officeDocument/2006"
    pairs = f'<vt:vector size="1" baseType="variant"><vt:variant><vt:lpstr>{SECRET}</vt:lpstr></vt:variant></vt:vector>'
    names = f'xmlns="{base}/extended-properties" xmlns:vt="{base}/docPropsVTypes"'
    app = f"<Properties {names}><HeadingPairs>{pairs}</HeadingPairs></Properties>"
    raw.part("docProps/app.xml", app, "application/vnd.openxmlformats-officedocument.extended-properties+xml")
    raw.relate("extended-properties", "docProps/app.xml", source="")


@plant("链接域的提示", "fetching-fields")
def _(raw: Raw) -> None:
    raw.field(f' HYPERLINK "https://www.example.gov.cn/" \\o "{SECRET}" ', "公开的链接")


@plant("选取文字的域", "fetching-fields")
def _(raw: Raw) -> None:
    raw.field(f' IF 1 = 1 "看见的" "{SECRET}" ', "看见的")


@plant("引文的域", "fetching-fields")
def _(raw: Raw) -> None:
    raw.field(f' QUOTE "{SECRET}" ', "别的字")


@plant("页码域里的字", "fetching-fields")
def _(raw: Raw) -> None:
    raw.field(f" PAGE {SECRET} \\* Arabic ", "3")


@plant("简单的页码域里的字", "fetching-fields")
def _(raw: Raw) -> None:
    raw.paragraph(f'<w:fldSimple w:instr=" PAGE {SECRET} "><w:r><w:t>4</w:t></w:r></w:fldSimple>', "4")


@plant("域外的域代码", "fetching-fields")
def _(raw: Raw) -> None:
    raw.run(f"<w:instrText>{SECRET}</w:instrText>")


@plant("结果里的域代码", "fetching-fields")
def _(raw: Raw) -> None:
    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    raw.paragraph(f"{_BEGIN}{code}{_SEPARATE}<w:r><w:instrText>{SECRET}</w:instrText><w:t>9</w:t></w:r>{_END}", "9")


@plant("没有结束的域", "fetching-fields")
def _(raw: Raw) -> None:
    raw.paragraph(f"{_BEGIN}<w:r><w:instrText> {SECRET} </w:instrText></w:r>")


@plant("表单域的缺省文字", "content-control-data")
def _(raw: Raw) -> None:
    form = f'<w:ffData><w:name w:val="{SECRET}"/><w:enabled/><w:textInput><w:default w:val="{SECRET}"/></w:textInput>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:ffData></w:fldChar></w:r>'
    code = "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
    raw.paragraph(f"{begin}{code}{_SEPARATE}<w:r><w:t>填的话</w:t></w:r>{_END}", "填的话")


@plant("内容控件的日期", "content-control-data", "2019-01-02T03")
def _(raw: Raw) -> None:
    control(raw, '<w:date w:fullDate="2019-01-02T03:04:05Z"><w:dateFormat w:val="yyyy"/></w:date>', "某日")


@plant("新式的数据绑定", "content-control-data")
def _(raw: Raw) -> None:
    names = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
    raw.replace(DOCUMENT, "<w:document ", f"<w:document {names} ")
    control(raw, f'<w15:dataBinding w:xpath="/{SECRET}" w:storeItemID="{{1}}"/><w:text/>', "绑定的话")


@plant("链接的目标窗口", "alternative-text")
def _(raw: Raw) -> None:
    identifier = raw.relate("hyperlink", "https://www.example.gov.cn/", external=True)
    link = f'<w:hyperlink r:id="{identifier}" w:tgtFrame="{SECRET}"><w:r><w:t>公开</w:t></w:r></w:hyperlink>'
    raw.paragraph(link, "公开")


@plant("链接到没有的书签", "stray-bookmarks")
def _(raw: Raw) -> None:
    raw.paragraph(f'<w:hyperlink w:anchor="{SECRET}"><w:r><w:t>见某处</w:t></w:r></w:hyperlink>', "见某处")


@plant("修订以外的删除文字", "hidden-text-left")
def _(raw: Raw) -> None:
    raw.run(f"<w:delText>{SECRET}</w:delText>")


@plant("并入上一格的文字", "hidden-text-left")
def _(raw: Raw) -> None:
    first, second = _cell("看见的格", '<w:vMerge w:val="restart"/>'), _cell(SECRET, "<w:vMerge/>")
    table(raw, f"<w:tr>{first}</w:tr><w:tr>{second}</w:tr>", "看见的格")


@plant("没有高度的行", "invisible-text")
def _(raw: Raw) -> None:
    low = '<w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>'
    table(raw, f"<w:tr>{_cell('看见的行')}</w:tr><w:tr>{low}{_cell(SECRET)}</w:tr>", "看见的行")


@plant("没有行高的字", "invisible-text")
def _(raw: Raw) -> None:
    exact = '<w:pPr><w:spacing w:line="2" w:lineRule="exact"/></w:pPr>'
    raw.paragraph(f"{exact}<w:r><w:t>{SECRET}</w:t></w:r>")


@plant("透明的字", "invisible-text")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:document ", '<w:document mc:Ignorable="w14" ')
    raw.run(f"<w:t>{SECRET}</w:t>", "<w14:textFill><w14:noFill/></w14:textFill>")


@plant("主题的白色", "invisible-text")
def _(raw: Raw) -> None:
    raw.run(f"<w:t>{SECRET}</w:t>", '<w:color w:val="auto" w:themeColor="background1"/>')


@plant("黑底黑字", "invisible-text")
def _(raw: Raw) -> None:
    raw.run(f"<w:t>{SECRET}</w:t>", '<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>')


@plant("压扁的字", "invisible-text")
def _(raw: Raw) -> None:
    raw.run(f"<w:t>{SECRET}</w:t>", '<w:w w:val="1"/>')


@plant("没有软件用的选择", "hidden-text-left")
def _(raw: Raw) -> None:
    raw.shown = "文本框里的话"
    raw.box("文本框里的话", left=900_000)
    words = f"<w:txbxContent><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:txbxContent>"
    other = f'<w:pict><v:rect style="width:60pt;height:20pt"><v:textbox>{words}</v:textbox></v:rect></w:pict>'
    choice = f'<mc:Choice Requires="wps">{other}</mc:Choice>'
    raw.replace(DOCUMENT, "</mc:AlternateContent>", f"{choice}</mc:AlternateContent>")


@plant("没有前缀的属性", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:p>", f'<w:p owner="{SECRET}">')


@plant("关系表的注释", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(_RELS, "</Relationships>", f"<!--{SECRET}--></Relationships>")


@plant("页眉的部件名", "alternative-text")
def _(raw: Raw) -> None:
    name = f"{SECRET}.xml"
    raw.part(f"word/{name}", f"<w:hdr {NS}><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>", f"{WML}.header+xml")
    identifier = raw.relate("header", name)
    document = raw.parts[DOCUMENT].decode()
    place = document.index(">", document.rindex("<w:sectPr")) + 1
    reference = f'<w:headerReference w:type="default" r:id="{identifier}"/>'
    raw.parts[DOCUMENT] = (document[:place] + reference + document[place:]).encode()


# Ways that need no rule: what holds them is written anew.
@plant("内容类型表的注释", "")
def _(raw: Raw) -> None:
    raw.replace("[Content_Types].xml", "</Types>", f"<!--{SECRET}--></Types>")


@plant("压缩包里各项的注释", "")
def _(raw: Raw) -> None:
    raw.of_entries = SECRET.encode()
