"""Further ways to leave something in a docx: in picture files, in the names of drawings and where they come from."""

from __future__ import annotations

import functools
import io
import operator
import struct
import zlib

from PIL import Image

from tests.exchange.planting import DOCUMENT, SECRET, Raw, plant, png

WORDS = SECRET.encode()


def emf(description: str = "", comment: bytes = b"") -> bytes:
    """A metafile that draws nothing (MS-EMF 2.3): a header, a comment, the end."""
    said = description.encode("utf-16-le")
    said += bytes(-len(said) % 4)
    note = b"" if not comment else _record(70, struct.pack("<I", len(comment)) + comment + bytes(-len(comment) % 4))
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    size = 88 + len(said)
    header = struct.pack("<II4i4i", 1, size, 0, 0, 10, 10, 0, 0, 100, 100) + b" EMF"
    header += struct.pack("<IIIHH", 0x10000, size + len(note) + len(end), 2 + bool(note), 1, 0)
    header += struct.pack("<III4i", len(description), 88 if said else 0, 0, 100, 100, 100, 100)
    return header + said + note + end


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(content)) + content


def wmf(comment: bytes) -> bytes:
    """A placeable metafile that draws nothing (MS-WMF 2.3): headers, a comment, the end."""
    said = comment + bytes(len(comment) % 2)
    note = struct.pack("<IHHH", (10 + len(said)) // 2, 0x0626, 15, len(said)) + said
    words = (18 + len(note) + 6) // 2
    placed = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 100, 100, 96, 0)
    placed += struct.pack("<H", functools.reduce(operator.xor, struct.unpack("<10H", placed)))
    return placed + struct.pack("<HHHIHIH", 1, 9, 0x300, words, 0, len(note) // 2, 0) + note + struct.pack("<IH", 3, 0)


def _saved(kind: str, **said: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), (200, 30, 30)).save(buffer, kind, **said)
    return buffer.getvalue()


@plant("EMF的说明", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(emf(SECRET), ".emf")


@plant("EMF的注释", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(emf(comment=WORDS), ".emf")


@plant("EMF之后的数据", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(emf() + WORDS, ".emf")


@plant("WMF的注释", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(wmf(WORDS), ".wmf")


@plant("BMP之后的数据", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_saved("BMP") + WORDS, ".bmp")


@plant("WebP的Exif", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_saved("WEBP", exif=b"Exif\0\0" + WORDS, xmp=WORDS), ".webp")


@plant("PNG色彩配置的名称", "picture-metadata")
def _(raw: Raw) -> None:
    data, said = png(), b"iCCP" + WORDS + b"\0\0" + zlib.compress(b"profile")
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    raw.picture(data[:33] + chunk + data[33:], ".png")


_SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:editor="urn:editor" width="4" height="4" editor:author="{SECRET}">'
    f"<title>{SECRET}</title><metadata>{SECRET}</metadata><!--{SECRET}--><text>图</text></svg>"
)


@plant("SVG的说明", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_SVG.encode(), ".svg")


@plant("图片的文件名", "alternative-text")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png", called=f"{SECRET}.png")


@plant("图片的名称", "alternative-text", "张三")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    raw.replace(DOCUMENT, '<wp:docPr id="71" name="图片 1"', '<wp:docPr id="71" name="张三"')


@plant("图片的编号", "editing-traces", "5A7F3B19")
def _(raw: Raw) -> None:
    raw.picture(png(), ".png")
    created = '<a16:creationId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="{5A7F3B19}"/>'
    more = f'<a:extLst><a:ext uri="{{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}}">{created}</a:ext></a:extLst>'
    plain = '<wp:docPr id="71" name="图片 1"'
    raw.replace(DOCUMENT, f"{plain}/>", f"{plain}>{more}</wp:docPr>")


@plant("处理以前的照片", "stray-parts")
def _(raw: Raw) -> None:
    raw.part("word/media/hdphoto1.wdp", WORDS)
    photo = raw.relate("http://schemas.microsoft.com/office/2007/relationships/hdphoto", "media/hdphoto1.wdp")
    raw.picture(png(), ".png")
    layer = (
        '<a:extLst><a:ext uri="{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}"><a14:imgProps '
        f'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><a14:imgLayer r:embed="{photo}"/>'
        "</a14:imgProps></a:ext></a:extLst></a:blip><a:stretch>"
    )
    raw.replace(DOCUMENT, "/><a:stretch>", f">{layer}")


@plant("VML图形的名称", "alternative-text")
def _(raw: Raw) -> None:
    raw.run(f'<w:pict><v:rect id="{SECRET}" style="width:60pt;height:20pt"/></w:pict>')


@plant("VML图片的路径", "internal-links")
def _(raw: Raw) -> None:
    raw.part("word/media/image5.png", png())
    identifier = raw.relate("image", "media/image5.png")
    paths = f'o:href="file:///C:/{SECRET}.png" src="C:\\{SECRET}.png"'
    shape = '<v:shape id="_x0000_i1026" style="width:60pt;height:20pt">'
    raw.run(f'<w:pict>{shape}<v:imagedata r:id="{identifier}" {paths}/></v:shape></w:pict>')


@plant("VML图形的链接", "internal-links")
def _(raw: Raw) -> None:
    raw.run(f'<w:pict><v:rect href="file:///C:/{SECRET}/a" style="width:60pt;height:20pt"/></w:pict>')


@plant("隐藏的文本框", "object-off-page")
def _(raw: Raw) -> None:
    raw.box(SECRET, left=900_000)
    plain = '<wp:docPr id="72" name="文本框 1"'
    raw.replace(DOCUMENT, f"{plain}/>", f'{plain} hidden="1"/>')


@plant("没有大小的文本框", "object-off-page")
def _(raw: Raw) -> None:
    raw.box(SECRET, left=900_000)
    raw.replace(DOCUMENT, '<wp:extent cx="900000" cy="360000"/>', '<wp:extent cx="0" cy="0"/>')


@plant("隐藏的VML文本框", "object-off-page")
def _(raw: Raw) -> None:
    box = f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{SECRET}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    style = "position:absolute;width:60pt;height:20pt;visibility:hidden"
    raw.run(f'<w:pict><v:rect style="{style}">{box}</v:rect></w:pict>')


@plant("不显示的页面背景", "object-off-page")
def _(raw: Raw) -> None:
    raw.part("word/media/image6.png", png() + WORDS)
    identifier = raw.relate("image", "media/image6.png")
    fill = f'<v:background><v:fill r:id="{identifier}" type="frame"/></v:background>'
    raw.replace(DOCUMENT, "<w:body>", f'<w:background w:color="FFFFFF">{fill}</w:background><w:body>')


_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart(raw: Raw, *, series: str = "", before: str = "", after: str = "", more: str = "") -> None:
    """A bar chart of one series."""
    bars = f'<c:ser><c:idx val="0"/><c:order val="0"/>{series}</c:ser>{more}<c:axId val="1"/><c:axId val="2"/>'
    plot = f'<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/>{bars}</c:barChart></c:plotArea>'
    raw.part(
        "word/charts/chart1.xml",
        f'<c:chartSpace xmlns:c="{_CHART}">{before}<c:chart>{plot}</c:chart>{after}</c:chartSpace>',
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    )
    identifier = raw.relate("chart", "charts/chart1.xml")
    raw.run(
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
        '<wp:docPr id="73" name="图表 1"/><a:graphic><a:graphicData '
        f'uri="{_CHART}"><c:chart r:id="{identifier}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


@plant("图表公式里的路径", "chart-workbooks")
def _(raw: Raw) -> None:
    values = '<c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache>'
    formula = f"<c:f>'D:\\{SECRET}\\[a.xlsx]Sheet1'!$B$2</c:f>"
    chart(raw, series=f"<c:val><c:numRef>{formula}{values}</c:numRef></c:val>")


@plant("图表的打印设置", "chart-workbooks")
def _(raw: Raw) -> None:
    head = f"<c:headerFooter><c:oddHeader>{SECRET}</c:oddHeader></c:headerFooter>"
    chart(raw, after=f"<c:printSettings>{head}</c:printSettings>")


@plant("图表的透视表", "chart-workbooks")
def _(raw: Raw) -> None:
    chart(raw, before=f'<c:pivotSource><c:name>[{SECRET}.xlsx]表!甲</c:name><c:fmtId val="0"/></c:pivotSource>')


@plant("图表里滤掉的系列", "chart-workbooks")
def _(raw: Raw) -> None:
    series = f'<c15:ser><c:idx val="1"/><c:order val="1"/><c:tx><c:v>{SECRET}</c:v></c:tx></c15:ser>'
    chart(
        raw,
        more='<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" '
        'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        f"<c15:filteredBarSeries>{series}</c15:filteredBarSeries></c:ext></c:extLst>",
    )


def profile(words: bytes) -> bytes:
    """A colour profile of nothing but a header and a description (ICC.1 7.2)."""
    said = b"desc\0\0\0\0" + struct.pack(">I", len(words)) + words
    header = bytearray(128)
    header[36:40] = b"acsp"
    return bytes(header) + struct.pack(">I4sII", 1, b"desc", 144, len(said)) + said


@plant("PNG色彩配置的说明", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_saved("PNG", icc_profile=profile(WORDS)), ".png")


@plant("JPEG色彩配置的说明", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_saved("JPEG", icc_profile=profile(WORDS)), ".jpg")


def _segment(marker: int, content: bytes) -> bytes:
    data = _saved("JPEG")
    return data[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content + data[2:]


@plant("JPEG保留的段", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_segment(0xF5, WORDS), ".jpg")


@plant("JPEG之后的数据", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_saved("JPEG") + WORDS, ".jpg")


@plant("GIF之后的数据", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_saved("GIF") + WORDS, ".gif")


@plant("GIF的附加数据", "picture-metadata")
def _(raw: Raw) -> None:
    data = _saved("GIF")
    extension = b"\x21\xff\x0bARBITRARY01" + bytes([len(WORDS)]) + WORDS + b"\0"
    raw.picture(data[:-1] + extension + data[-1:], ".gif")


@plant("有自己调色板的GIF画面之后的注释", "picture-metadata")
def _(raw: Raw) -> None:
    frames = [Image.new("P", (4, 4)) for _ in range(2)]
    for frame, shades in zip(frames, (range(256), range(255, -1, -1)), strict=True):
        frame.putpalette([shade for shade in shades for _ in "RGB"])
        frame.putdata(range(16))
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    data = buffer.getvalue()
    comment = b"\x21\xfe" + bytes([len(WORDS)]) + WORDS + b"\0"
    raw.picture(data[:-1] + comment + data[-1:], ".gif")


@plant("JPEG的Adobe段之后", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_segment(0xEE, b"Adobe" + bytes(7) + WORDS), ".jpg")


@plant("PNG建议的调色板", "picture-metadata")
def _(raw: Raw) -> None:
    said, data = b"sPLT" + WORDS + b"\0\x08", png()
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    raw.picture(data[:33] + chunk + data[33:], ".png")


@plant("PNG的别的画面", "picture-metadata")
def _(raw: Raw) -> None:
    said, data = b"fdAT\0\0\0\0" + WORDS, png()
    chunk = struct.pack(">I", len(said) - 4) + said + struct.pack(">I", zlib.crc32(said))
    raw.picture(data[:-12] + chunk + data[-12:], ".png")


@plant("JPEG色彩配置的后一段", "picture-metadata")
def _(raw: Raw) -> None:
    raw.picture(_segment(0xE2, b"ICC_PROFILE\0\x02\x02" + WORDS), ".jpg")
