"""Further ways to leave something in a docx: markup, attributes and values that no grammar has."""

from __future__ import annotations

import re

from tests.exchange.picture_plants import chart
from tests.exchange.planting import DOCUMENT, SECRET, SETTINGS, Raw, plant, png

_WORD = "secretword"  # where only ASCII can stand
_STYLES = "word/styles.xml"


def _in_first(raw: Raw, tag: str, attribute: str) -> None:
    """Give the first element of that name in the text an attribute."""
    raw.replace(DOCUMENT, f"<{tag}", f"<{tag} {attribute}")


def _declared(raw: Raw, prefix: str, uri: str, ignorable: str = "") -> None:
    said = f' mc:Ignorable="{ignorable}"' if ignorable else ""
    raw.replace(DOCUMENT, "<w:document ", f'<w:document xmlns:{prefix}="{uri}"{said} ')


_ATTRIBUTES = {
    "没有的属性": ("w:body", f'w:note="{SECRET}"'),
    "数字里的字": ("w:pgSz", f'w:code="{SECRET}"'),
    "已知名称空间的生造属性": ("w:body", f'w14:owner="{SECRET}"'),
    "关系名称空间的生造属性": ("w:body", f'r:owner="{SECRET}"'),
    "别处才有的属性": ("w:body", f'w:author="{SECRET}"'),
    "语言标记": ("w:body", f'xml:lang="{SECRET}"'),
    "基址": ("w:body", f'xml:base="http://{_WORD}/"'),
}
for _name, (_tag, _said) in _ATTRIBUTES.items():
    plant(_name, "foreign-markup", _WORD if _WORD in _said else SECRET)(
        lambda raw, tag=_tag, said=_said: _in_first(raw, tag, said)
    )

_RUN_PROPERTIES = {
    "没有的格式": f'<w:note w:val="{SECRET}"/>',
    "列举以外的值": f'<w:em w:val="{_WORD}"/>',
    "尺寸里的字": f'<w:kern w:val="{SECRET}"/>',
    "语言里的字": f'<w:lang w:val="en-{_WORD}"/>',
    "放错了地方的标题": f'<w:alias w:val="{SECRET}"/>',
    "放错了地方的名称": f'<w:name w:val="{SECRET}"/>',
    "文字效果里的字": f'<w14:glow w14:rad="1" w14:note="{SECRET}"><w14:srgbClr w14:val="000000"/></w14:glow>',
    "生造的文字效果": f'<w14:secret w14:val="{SECRET}"/>',
}
for _name, _said in _RUN_PROPERTIES.items():

    @plant(_name, "foreign-markup", _WORD if _WORD in _said else SECRET)
    def _(raw: Raw, said: str = _said) -> None:
        raw.replace(DOCUMENT, "<w:document ", '<w:document mc:Ignorable="w14" ')
        raw.run("<w:t>平常的字</w:t>", said, "平常的字")


@plant("样式表里没有的标记", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(_STYLES, "</w:styles>", f'<w:note w:val="{SECRET}"/></w:styles>')


@plant("样式表里的文字", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(_STYLES, "</w:styles>", f"{SECRET}</w:styles>")


@plant("设置里没有的标记", "foreign-markup")
def _(raw: Raw) -> None:
    raw.setting(f'<w:secret w:val="{SECRET}"/>', last=True)


@plant("设置里的值", "foreign-markup", _WORD)
def _(raw: Raw) -> None:
    raw.setting(f'<w:characterSpacingControl w:val="{_WORD}"/>', last=True)


@plant("微软名称空间里的生造标记", "foreign-markup")
def _(raw: Raw) -> None:
    _declared(raw, "w16cid", "http://schemas.microsoft.com/office/word/2016/wordml/cid", "w16cid")
    raw.replace(DOCUMENT, "<w:p>", f'<w:p w16cid:note="{SECRET}"><w16cid:secret w16cid:val="{SECRET}"/>')


@plant("微软名义的生造名称空间", "foreign-markup")
def _(raw: Raw) -> None:
    _declared(raw, "o365", "http://schemas.microsoft.com/office/365/custom", "o365")
    raw.replace(DOCUMENT, "<w:p>", f'<w:p o365:note="{SECRET}"><o365:secret>{SECRET}</o365:secret>')


@plant("名称空间里的字", "foreign-markup", _WORD)
def _(raw: Raw) -> None:
    _declared(raw, "w99", f"http://schemas.microsoft.com/office/{_WORD}", "w99")


@plant("前缀里的字", "foreign-markup", _WORD)
def _(raw: Raw) -> None:
    _declared(raw, _WORD, "http://schemas.microsoft.com/office/word/2012/wordml", _WORD)


@plant("没有声明的前缀", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:document ", f'<w:document mc:Ignorable="w14 {SECRET}" ')


@plant("要处理的内容", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:document ", f'<w:document mc:Ignorable="w14" mc:ProcessContent="w14:{SECRET}" ')


@plant("兼容标记里的生造标记", "foreign-markup")
def _(raw: Raw) -> None:
    raw.replace(DOCUMENT, "<w:p>", f'<w:p><mc:Secret note="{SECRET}"/>')


@plant("兼容选择里的属性", "foreign-markup")
def _(raw: Raw) -> None:
    raw.shown = "文本框里的话"
    raw.box("文本框里的话", left=900_000)
    raw.replace(DOCUMENT, '<mc:Choice Requires="wps"', f'<mc:Choice note="{SECRET}" Requires="wps"')


@plant("图形的扩展", "foreign-markup")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    more = (
        '<a:extLst><a:ext uri="{12345678-1234-1234-1234-123456789ABC}">'
        f'<x:note xmlns:x="urn:schemas-microsoft-com:office:excel">{SECRET}</x:note></a:ext></a:extLst>'
    )
    raw.replace(DOCUMENT, 'name="图片 1"/>', f'name="图片 1">{more}</wp:docPr>')


@plant("图形扩展的标识", "foreign-markup")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    local = '<a14:useLocalDpi xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" val="0"/>'
    more = f'<a:extLst><a:ext uri="{SECRET}">{local}</a:ext></a:extLst>'
    raw.replace(DOCUMENT, 'name="图片 1"/>', f'name="图片 1">{more}</wp:docPr>')


@plant("不显示的填充", "foreign-markup", "A7F3B1")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    fill = '<a:solidFill><a:srgbClr val="A7F3B1"/></a:solidFill>'
    hidden = (
        f'<a14:hiddenFill xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main">{fill}</a14:hiddenFill>'
    )
    more = f'<a:extLst><a:ext uri="{{909E8E84-426E-40DD-AFC4-6F175D3DCCD1}}">{hidden}</a:ext></a:extLst>'
    raw.replace(DOCUMENT, "</pic:spPr>", f"{more}</pic:spPr>")


@plant("图片里的文字", "foreign-markup")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    raw.replace(DOCUMENT, "<pic:cNvPicPr/>", f"<pic:cNvPicPr>{SECRET}</pic:cNvPicPr>")


@plant("位置里的文字", "foreign-markup", _WORD)
def _(raw: Raw) -> None:
    raw.shown = "文本框里的话"
    raw.box("文本框里的话", left=900_000)
    align = f"<wp:align>{_WORD}</wp:align><wp:posOffset>900000</wp:posOffset>"
    raw.parts[DOCUMENT] = re.sub(
        rb"(<wp:positionV relativeFrom=\"page\">)<wp:posOffset>900000</wp:posOffset>",
        rb"\1" + align.encode(),
        raw.parts[DOCUMENT],
    )


@plant("图表里没有的标记", "foreign-markup")
def _(raw: Raw) -> None:
    chart(raw, before=f'<c:secret val="{SECRET}"/>')


@plant("图表里的值", "foreign-markup", _WORD)
def _(raw: Raw) -> None:
    chart(raw, series=f'<c:invertIfNegative val="{_WORD}"/>')


@plant("VML的类名", "foreign-markup")
def _(raw: Raw) -> None:
    raw.run(f'<w:pict><v:rect class="{SECRET}" style="width:60pt;height:20pt"/></w:pict>')


@plant("VML填充的标题", "foreign-markup")
def _(raw: Raw) -> None:
    fill = f'<v:fill o:title="{SECRET}" color="red"/>'
    raw.run(f'<w:pict><v:rect style="width:60pt;height:20pt">{fill}</v:rect></w:pict>')


@plant("注释在不寻常的写法里", "foreign-markup")
def _(raw: Raw) -> None:
    text = re.sub(r"^<\?xml[^>]*\?>\s*", "", raw.parts[SETTINGS].decode())
    text = text.replace("</w:settings>", f"<!--{SECRET}--></w:settings>")
    raw.parts[SETTINGS] = f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16")
