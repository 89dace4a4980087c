"""Further ways to leave something in a docx: in names by which its parts call each other, in what fields are told."""

from __future__ import annotations

from tests.exchange.markup_plants import control
from tests.exchange.picture_plants import chart
from tests.exchange.planting import DOCUMENT, SECRET, Raw, plant, png

_WORD = "secretword"  # where only ASCII can stand
_RELS = "word/_rels/document.xml.rels"
_STYLES = "word/styles.xml"


def _marked(raw: Raw, name: str) -> None:
    """A paragraph with a bookmark."""
    inner = f'<w:bookmarkStart w:id="88" w:name="{name}"/><w:r><w:t>记号</w:t></w:r><w:bookmarkEnd w:id="88"/>'
    raw.paragraph(inner, "记号")


def _style(raw: Raw, more: str, *, kind: str = "paragraph", custom: bool = True) -> None:
    said = ' w:customStyle="1"' if custom else ""
    raw.replace(_STYLES, "</w:styles>", f'<w:style w:type="{kind}"{said} {more}</w:style></w:styles>')


@plant("引用的书签", "telling-names")
def _(raw: Raw) -> None:
    raw.field(f" REF {SECRET} \\h ", "记号")
    _marked(raw, SECRET)


@plant("链接到的书签", "telling-names")
def _(raw: Raw) -> None:
    raw.paragraph(f'<w:hyperlink w:anchor="{SECRET}"><w:r><w:t>见记号</w:t></w:r></w:hyperlink>', "见记号")
    _marked(raw, SECRET)


@plant("链接域到的书签", "telling-names")
def _(raw: Raw) -> None:
    raw.field(f' HYPERLINK \\l "{SECRET}" ', "见记号")
    _marked(raw, SECRET)


@plant("目录里的样式", "telling-names")
def _(raw: Raw) -> None:
    _style(raw, f'w:styleId="title9"><w:name w:val="{SECRET}"/>')
    raw.field(f' TOC \\h \\z \\t "{SECRET},1" ', "目录的一行")


@plant("内置的样式", "telling-names")
def _(raw: Raw) -> None:
    _style(raw, f'w:styleId="Plain"><w:name w:val="{SECRET}"/>', custom=False)


@plant("以本程序为名的样式", "telling-names")
def _(raw: Raw) -> None:
    _style(raw, f'w:styleId="gw-{SECRET}"><w:name w:val="公文{SECRET}"/>')


@plant("潜在的样式", "telling-names")
def _(raw: Raw) -> None:
    latent = f'<w:latentStyles><w:lsdException w:name="{SECRET}"/></w:latentStyles><w:style '
    raw.replace(_STYLES, "<w:style ", latent)


@plant("关系的标识", "telling-names", _WORD)
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    document, arrows = raw.parts[DOCUMENT].decode(), raw.parts[_RELS].decode()
    old = document[document.index('r:embed="') + 9 :].partition('"')[0]
    raw.parts[DOCUMENT] = document.replace(f'"{old}"', f'"rId_{_WORD}"').encode()
    raw.parts[_RELS] = arrows.replace(f'"{old}"', f'"rId_{_WORD}"').encode()


@plant("设置的关系的标识", "telling-names", _WORD)
def _(raw: Raw) -> None:
    raw.replace(_RELS, 'Id="gwSettings"', f'Id="{_WORD}"')


@plant("整份文件的关系的标识", "telling-names", _WORD)
def _(raw: Raw) -> None:
    raw.replace("_rels/.rels", 'Id="rId1"', f'Id="{_WORD}"')


@plant("图形种类的名称", "telling-names")
def _(raw: Raw) -> None:
    kind = f'<v:shapetype id="{SECRET}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>'
    raw.run(f'<w:pict>{kind}<v:shape type="#{SECRET}" style="width:60pt;height:20pt"/></w:pict>')


@plant("关系表里的文字", "telling-names")
def _(raw: Raw) -> None:
    raw.replace(_RELS, "</Relationships>", f"{SECRET}</Relationships>")


@plant("关系表里的属性", "telling-names")
def _(raw: Raw) -> None:
    raw.replace(_RELS, "<Relationship ", f'<Relationship Note="{SECRET}" ')


@plant("关系的类型", "telling-names")
def _(raw: Raw) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings"
    raw.replace(_RELS, f'Type="{kind}"', f'Type="http://x.example/{SECRET}/settings"')


@plant("关系目标后的片段", "telling-names")
def _(raw: Raw) -> None:
    raw.replace(_RELS, 'Target="settings.xml"', f'Target="settings.xml#{SECRET}"')


@plant("内容类型的参数", "telling-names")
def _(raw: Raw) -> None:
    raw.replace("[Content_Types].xml", "settings+xml", f"settings+xml; {_WORD}={SECRET}")


@plant("内容类型表的属性", "telling-names")
def _(raw: Raw) -> None:
    raw.replace("[Content_Types].xml", "<Override ", f'<Override Note="{SECRET}" ')


@plant("样式部件的名称", "alternative-text")
def _(raw: Raw) -> None:
    raw.parts[f"word/{SECRET}/styles.xml"] = raw.parts.pop("word/styles.xml")
    raw.replace(_RELS, 'Target="styles.xml"', f'Target="{SECRET}/styles.xml"')
    raw.replace("[Content_Types].xml", "/word/styles.xml", f"/word/{SECRET}/styles.xml")


@plant("正文部件的名称", "alternative-text", _WORD)
def _(raw: Raw) -> None:
    for old, new in (("word/document.xml", f"word/{_WORD}.xml"), (_RELS, f"word/_rels/{_WORD}.xml.rels")):
        raw.parts[new] = raw.parts.pop(old)
    raw.replace("_rels/.rels", "word/document.xml", f"word/{_WORD}.xml")
    raw.replace("[Content_Types].xml", "/word/document.xml", f"/word/{_WORD}.xml")


@plant("图片的扩展名", "alternative-text", _WORD)
def _(raw: Raw) -> None:
    raw.picture(png(), ".png", called=f"image9.{_WORD}")


_CODES = {
    "引用域里的字": (f' REF 标题 \\* "{SECRET}" ', "某事"),
    "公式域里的字": (f' =1+2 \\# "0{SECRET}" ', "3"),
    "日期域里的字": (f' DATE \\@ "yyyy{SECRET}" ', "某年"),
    "序号域里的字": (f" SEQ {SECRET} \\* ARABIC ", "1"),
    "目录域里的字": (f' TOC \\o "1-3" \\t "{SECRET},1" ', "目录的一行"),
    "样式引用域里的字": (f' STYLEREF "{SECRET}" ', "某标题"),
    "页码域的格式里的字": (f" PAGE \\* {SECRET} ", "3"),
    "没有的书签": (f" REF {SECRET} \\h ", "某处"),
}
for _name, (_code, _outcome) in _CODES.items():
    plant(_name, "fetching-fields")(lambda raw, code=_code, outcome=_outcome: raw.field(code, outcome))


def _chosen(raw: Raw, kind: str) -> None:
    items = "".join(f'<w:listItem w:displayText="{text}" w:value="{text}"/>' for text in ("选中的", SECRET))
    control(raw, f"<w:{kind}>{items}</w:{kind}>", "选中的")


@plant("下拉列表里没有选的项", "content-control-data")
def _(raw: Raw) -> None:
    _chosen(raw, "dropDownList")


@plant("组合框里没有选的项", "content-control-data")
def _(raw: Raw) -> None:
    _chosen(raw, "comboBox")


@plant("下拉域里没有选的项", "content-control-data")
def _(raw: Raw) -> None:
    entries = f'<w:result w:val="1"/><w:listEntry w:val="{SECRET}"/><w:listEntry w:val="选中的"/>'
    form = f"<w:ffData><w:enabled/><w:ddList>{entries}</w:ddList></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
    raw.paragraph(f"{begin}{code}{char.format('separate')}{char.format('end')}")


@plant("文档部件库的名称", "content-control-data")
def _(raw: Raw) -> None:
    gallery = f'<w:docPartGallery w:val="{SECRET}"/><w:docPartCategory w:val="{SECRET}"/><w:docPartUnique/>'
    control(raw, f"<w:docPartObj>{gallery}</w:docPartObj>", "部件里的话")


@plant("没有用到的编号级别", "unused-styles")
def _(raw: Raw) -> None:
    first = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    second = f'<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="{SECRET}%2"/></w:lvl>'
    raw.numbering(first + second, used="编号的一段")


@plant("主题里别的文字的字体", "unused-styles")
def _(raw: Raw) -> None:
    names = "http://schemas.openxmlformats.org/drawingml/2006/main"
    faces = '<a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f'<a:majorFont>{faces}<a:font script="Arab" typeface="{SECRET}"/></a:majorFont>'
    scheme = f'<a:fontScheme name="">{fonts}<a:minorFont>{faces}</a:minorFont></a:fontScheme>'
    theme = f'<a:theme xmlns:a="{names}" name=""><a:themeElements>{scheme}</a:themeElements></a:theme>'
    raw.part("word/theme/theme1.xml", theme, "application/vnd.openxmlformats-officedocument.theme+xml")
    raw.relate("theme", "theme/theme1.xml")


@plant("用到的字体的别名", "unused-styles")
def _(raw: Raw) -> None:
    raw.fonts(f'<w:font w:name="仿宋_GB2312"><w:altName w:val="{SECRET}"/></w:font>')
    raw.run("<w:t>有字体的字</w:t>", '<w:rFonts w:eastAsia="仿宋_GB2312"/>', "有字体的字")


@plant("图表公式里的工作表", "chart-workbooks")
def _(raw: Raw) -> None:
    values = '<c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache>'
    chart(raw, series=f"<c:val><c:numRef><c:f>{SECRET}!$B$2</c:f>{values}</c:numRef></c:val>")


@plant("VML样式里的字", "foreign-markup")
def _(raw: Raw) -> None:
    raw.run(f'<w:pict><v:rect style="width:60pt;mso-note:{SECRET};height:20pt"/></w:pict>')


@plant("公式的字体", "foreign-markup")
def _(raw: Raw) -> None:
    names = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    raw.setting(f'<m:mathPr xmlns:m="{names}"><m:mathFont m:val="{SECRET}"/></m:mathPr>', last=True)


@plant("公开的链接", "unproven-content")
def _(raw: Raw) -> None:
    identifier = raw.relate("hyperlink", f"https://www.example.gov.cn/?q={SECRET}", external=True)
    raw.paragraph(f'<w:hyperlink r:id="{identifier}"><w:r><w:t>公开的链接</w:t></w:r></w:hyperlink>', "公开的链接")


_OWN = "customXml/gwformat.xml"


@plant("以本程序为名的数据的属性", "custom-xml")
def _(raw: Raw) -> None:
    raw.replace(_OWN, "<document ", f'<document note="{SECRET}" ')


@plant("以本程序为名的数据的值", "custom-xml")
def _(raw: Raw) -> None:
    raw.replace(_OWN, 'term="标题"', f'term="{SECRET}"')


@plant("以本程序为名的数据里的字体", "custom-xml")
def _(raw: Raw) -> None:
    names = 'xmlns="urn:gwformat:fonts:1" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    table = f'<table name="word/fontTable.xml"><w:font w:name="某体" w:note="{SECRET}"/></table>'
    raw.part("customXml/item9.xml", f'<fonts {names} source="party" target="government">{table}</fonts>')
    raw.relate("customXml", "../customXml/item9.xml")


@plant("样式到没有的样式", "unused-styles")
def _(raw: Raw) -> None:
    _style(raw, f'w:styleId="Plain"><w:name w:val="Plain"/><w:link w:val="{SECRET}"/>', custom=False)
