"""A short fictional draft goes out as Word writes one: defaults, themes, styles, fields, runs cut for no reason."""

from __future__ import annotations

from tests.build import make_docx

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="等线"/>'
_THEME = f"""<a:theme xmlns:a="{_A}" name="Office"><a:themeElements><a:fontScheme name="Office"><a:majorFont>{_FONT}
</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"""
_STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"
    w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:kern w:val="2"/><w:sz w:val="21"/><w:lang w:eastAsia="zh-CN"/>
  </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>
    <w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
    <w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="header"/><w:basedOn w:val="a"/></w:style>"""
_DATE = """<w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText xml:space="preserve"> DATE \\@ "yyyy" </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2026</w:t></w:r>
  <w:r><w:fldChar w:fldCharType="end"/></w:r>"""
_SONG = '<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr>'


def _said(*words: str, properties: str = "", look: str = _SONG) -> str:
    runs = "".join(f'<w:r>{look}<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in words)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def as_word_writes() -> bytes:
    """The docx; its words are cut into runs of one look, as every edited file has them."""
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    body = (
        _said("某某市财政局关于做好", "2026", "年预算编制工作的通知", properties='<w:jc w:val="center"/>')
        + _said("各县", "（区）财政局", "：")
        + _said("为做好预算编制工作，", "现将有关事项", "通知如下。", properties=indent)
        + _said("一、总体要求", properties='<w:pStyle w:val="1"/>', look="")
        + f"<w:p><w:pPr>{indent}</w:pPr><w:r>{_SONG}<w:t>各地应于</w:t></w:r>{_DATE}<w:r>{_SONG}<w:t>年底前</w:t>"
        + "<w:br/><w:t>完成。</w:t></w:r></w:p>"
        + _said("二、报送时间", properties='<w:pStyle w:val="1"/>', look="")
        + _said("    请于", "3月31日", "前报送(一式两份),", "逾期不再受理。")
        + _said("某某市财政局", properties='<w:jc w:val="right"/>')
        + _said("2026年", "3月", "2日", properties='<w:jc w:val="right"/>')
        + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440"'
        + ' w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>'
        + '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    )
    parts = {"word/styles.xml": _STYLES, "word/theme/theme1.xml": _THEME}
    return make_docx(body, parts, [("rIdTheme", "theme", "theme/theme1.xml")])
