"""Faults of sheets, inks, pictures and transparency, planted in the finished PDF."""

from __future__ import annotations

import re
import zlib
from typing import Any

from PIL import Image
from pypdf import Transformation
from pypdf.generic import FloatObject, NameObject, NumberObject

from tests.printing.ground import good
from tests.printing.pages import PT, Sheets, box, of
from tests.printing.planted_laid import with_empty_page
from tests.printing.plants import plant
from tests.printing.proofs import images, info, raw

BOXED = f"{28 * PT:.2f} {60 * PT:.2f} {100 * PT:.2f} {10 * PT:.2f} re f"  # 100 × 10 mm inside the type area
LINE = f"{28 * PT:.2f} {60 * PT:.2f} m {128 * PT:.2f} {60 * PT:.2f} l S"


def resized(width: float, height: float, *numbers: int) -> bytes:
    sheets = Sheets()
    for number in numbers:
        sheets.page(number).mediabox = box(0, 0, width, height)
    return sheets.bytes()


plant("页面是 Letter 纸", "P701", info(r"612 x 792"), "P712", "P719", "P770", "P772")(
    lambda: resized(215.9, 279.4, 1, 2, 3, 4)
)
plant("有一页是 A3 纸", "P701", info(r"Page +3 size:\s+841.\d+ x 1190"), "P715", "P716", "P717", "P772")(
    lambda: resized(297, 420, 3)
)


@plant("有出血的 A4", "", info(r"TrimBox:\s+8\.5\d"))
def _() -> bytes:
    sheets = Sheets()
    for number in range(1, 5):
        page = sheets.page(number)
        page.add_transformation(Transformation().translate(3 * PT, 3 * PT))
        page.mediabox = page.cropbox = page.bleedbox = box(0, 0, 216, 303)
        page.trimbox = box(3, 3, 213, 300)
    return sheets.bytes()


def boxed(name: str, *corners: float) -> bytes:
    sheets = Sheets()
    sheets.page(2)[NameObject(name)] = box(*corners)
    return sheets.bytes()


@plant("显示框小于裁切框", "P704", info(r"Page +2 CropBox:\s+56\.\d+"))
def _() -> bytes:
    sheets = Sheets()
    sheets.page(2).trimbox = box(0, 0, 210, 297)
    sheets.page(2)[NameObject("/CropBox")] = box(20, 20, 190, 277)
    return sheets.bytes()


plant("裁切框超出媒体框", "P704", raw(rb"/TrimBox \[ ?-14"), "P701", "P715", "P717", "P770", "P772")(
    lambda: boxed("/TrimBox", -5, -5, 215, 302)
)


@plant("另定长度单位", "P705", raw(rb"/UserUnit 2"), "P701", "P715", "P717", "P772")
def _() -> bytes:
    sheets = Sheets()
    sheets.page(2)[NameObject("/UserUnit")] = FloatObject(2)
    return sheets.bytes()


@plant("有一页横放", "P702", info(r"Page +2 size:\s+841.\d+ x 595"))
def _() -> bytes:
    sheets = Sheets()
    sheets.page(2).mediabox = box(0, 0, 297, 210)
    sheets.page(2).add_transformation(Transformation().rotate(90).translate(297 * PT, 0))
    return sheets.bytes()


@plant("有一页转了 180 度", "P703", info(r"Page +2 rot:\s+180"), "P719")
def _() -> bytes:
    sheets = Sheets()
    sheets.page(2)[NameObject("/Rotate")] = NumberObject(180)
    return sheets.bytes()


def drawn(drawing: str, **resources: dict[str, Any]) -> bytes:
    return Sheets().over(2, drawing, **resources).bytes()


plant("几种油墨叠成的黑", "P731", raw(rb"0\.75 0\.68 0\.67 0\.9 k"), "P734")(
    lambda: drawn(f"0.75 0.68 0.67 0.9 k {BOXED}")
)
plant("四色红的配比不对", "P733", raw(rb"0 1 1 0\.1 k"), "P734")(lambda: drawn(f"0 1 1 0.1 k {BOXED}"))
plant("RGB 和 CMYK 混用", "P734", raw(rb"0 0 0 1 k"))(lambda: drawn(f"0 0 0 1 k {BOXED}"))
plant("线宽为零", "P735", raw(rb"0 w"))(lambda: drawn(f"0 w {LINE}"))


def spot(name: str, full: list[float], alternate: str) -> bytes:
    """An area in full ink of a spot colour that looks like `full`."""
    function = {"FunctionType": 2, "Domain": [0, 1], "C0": [0.0] * len(full), "C1": full, "N": 1}
    space = of(x=["/Separation", name, alternate, function])["/x"]
    return drawn(f"/Spot cs 1 scn {BOXED}", ColorSpace={"Spot": space})


plant("有专色的图形", "P730", raw(rb"/Separation /PANTONE"))(
    lambda: spot("/PANTONE 293 C", [0.0, 0.3, 0.7], "/DeviceRGB")
)
plant("用了套准色", "P731", raw(rb"/Separation /All"))(lambda: spot("/All", [1.0] * 4, "/DeviceCMYK"))


@plant("四色的黑和红", "", raw(rb"0 \.?0?\.?8 0?\.8 0 [kK]"))
def _() -> bytes:
    """The ground with every colour said in CMYK."""
    sheets = Sheets()
    for page in sheets.writer.pages:
        data = page.get_contents().get_data()  # type: ignore[union-attr]
        data = re.sub(rb"/[a-z0-9]+ (cs|CS)\s", b" ", data)
        data = (
            data.replace(b"1 0 0 scn", b"0 0.8 0.8 0 k").replace(b"0 0 0 scn", b"0 0 0 1 k")
            .replace(b"1 0 0 SCN", b"0 0.8 0.8 0 K").replace(b"0 0 0 SCN", b"0 0 0 1 K")
            .replace(b"1 0 0 rg", b"0 0.8 0.8 0 k").replace(b"0 0 0 rg", b"0 0 0 1 k")
            .replace(b"1 0 0 RG", b"0 0.8 0.8 0 K").replace(b"0 0 0 RG", b"0 0 0 1 K")
        )  # fmt: skip
        page[NameObject("/Contents")] = sheets.stream(data)
    return sheets.bytes()


def skewed(degrees: float) -> bytes:
    sheets = Sheets()
    sheets.page(2).add_transformation(Transformation().translate(-300, -420).rotate(degrees).translate(300, 420))
    return sheets.bytes()


plant(
    "有一页斜了半度",
    "P771",
    raw(rb"0?\.99996\d* 0?\.0087\d* "),
)(lambda: skewed(0.5))
plant("斜得看不出来", "", raw(rb"cm"))(lambda: skewed(0.1))


def picture(
    dpi: float,
    mode: str = "L",
    wide: float = 60,
    high: float = 40,
    left: float = 28.0,
    number: int = 2,
    ground: bytes | None = None,
    **extra: Any,
) -> bytes:
    """A picture of so many millimetres on a page; its lower edge stands 70 mm above that of the sheet."""
    sheets = Sheets(ground)
    columns, rows = round(wide / 25.4 * dpi), round(high / 25.4 * dpi)
    made = Image.radial_gradient("L").resize((columns, rows))
    if mode == "Lab":
        data, space = made.convert("RGB").tobytes(), ["/Lab", {"WhitePoint": [0.96, 1.0, 0.82]}]
    else:
        data, space = made.convert(mode).tobytes(), {"L": "/DeviceGray", "1": "/DeviceGray", "RGB": "/DeviceRGB"}[mode]
    entries = of(space=space)
    stream = sheets.stream(
        data, Type="/XObject", Subtype="/Image", Width=columns, Height=rows,
        BitsPerComponent=1 if mode == "1" else 8, ColorSpace=entries["/space"], **extra,
    )  # fmt: skip
    below = 0 if wide > 200 else 70
    place = f"{wide * PT:.2f} 0 0 {high * PT:.2f} {left * PT:.2f} {below * PT:.2f} cm"
    return sheets.over(number, f"q {place} /Picture Do Q", XObject={"Picture": stream}).bytes()


plant("图片只有 96 dpi", "P740", images(r"gray +1 +8 .* 96 +96 "))(lambda: picture(96))
plant("图片只有 200 dpi", "P740", images(r"gray +1 +8 .* 200 +200 "))(lambda: picture(200))
plant("300 dpi 的灰度图片", "", images(r"gray +1 +8 .* 300 +300 "))(lambda: picture(300))
plant("线条图只有 200 dpi", "P741", images(r"gray +1 +1 .* 200 +200 "))(lambda: picture(200, "1"))
plant("600 dpi 的线条图", "", images(r"gray +1 +1 .* 60[01] +60[01] "))(lambda: picture(600, "1"))
plant("图片是 RGB 的", "P742", images(r"rgb +3 +8"))(lambda: picture(300, "RGB"))
plant("图片是 Lab 的", "P742", images(r"lab +3 +8"))(lambda: picture(300, "Lab"))
plant("有一页是扫描的", "P775", images(r"gray +1 +8 .* 30[01] +30[01] "))(
    lambda: picture(300, wide=210, high=297, left=0)
)

plant("印章在没有文字的页上", "P776", images(r" 3 +\d+ +image +\d+ +\d+ +gray"), form="pdf")(
    lambda: picture(300, wide=42, high=42, left=100, number=3, ground=with_empty_page(3))
)


@plant("行内的粗图片", "P740", images(r"100 +50 +gray +1 +8"))
def _() -> bytes:
    """A picture within the content of the page, packed, under the short names that are used there."""
    packed = zlib.compress(bytes(range(250)) * 20).hex().upper()
    place = f"q {30 * PT:.2f} 0 0 {30 * PT:.2f} {40 * PT:.2f} {60 * PT:.2f} cm"
    inline = f"BI /W 100 /H 50 /BPC 8 /CS /G /F [/AHx /Fl] ID {packed}> EI Q"
    return drawn(f"{place} {inline}")


@plant("图片带透明通道", "P745", images(r"smask"))
def _() -> bytes:
    sheets = Sheets(picture(300))
    resources = sheets.page(2)["/Resources"].get_object()
    stream = resources["/XObject"]["/Picture"].get_object()
    columns, rows = int(stream["/Width"]), int(stream["/Height"])
    stream[NameObject("/SMask")] = sheets.stream(
        bytes([128]) * columns * rows, Type="/XObject", Subtype="/Image", Width=columns, Height=rows,
        BitsPerComponent=8, ColorSpace="/DeviceGray",
    )  # fmt: skip
    return sheets.bytes()


def state(**entries: Any) -> bytes:
    return drawn(f"q /Seen gs {BOXED} Q", ExtGState={"Seen": of(Type="/ExtGState", **entries)})


plant("有半透明的图形", "P745", raw(rb"/ca 0\.5"))(lambda: state(ca=0.5))
plant("有混合模式", "P745", raw(rb"/BM /Multiply"))(lambda: state(BM="/Multiply"))


@plant("有一页的内容损坏", "P757", raw(rb"/FlateDecode"))
def _() -> bytes:
    sheets = Sheets()
    stream = sheets.stream(b"no deflate at all", Filter="/FlateDecode")
    stream.get_object()._data = b"\x00\x01broken"
    sheets.page(2)[NameObject("/Contents")] = stream
    return sheets.bytes()


plant("文件没有传完", "P756", lambda path: b"%%EOF" not in path.read_bytes()[-2048:])(lambda: cut(good()))
plant("文件头前面有别的内容", "P756", lambda path: not path.read_bytes().startswith(b"%PDF"))(
    lambda: b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + good()
)


def cut(data: bytes) -> bytes:
    """Without its last line."""
    return data[: data.rindex(b"%%EOF")]
