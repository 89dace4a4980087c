"""An OFD written by hand, part by part: an independent witness of the reader, which shares nothing with our writer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

XMLNS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ENTRY, DOCUMENT = "OFD.xml", "Doc_0/Document.xml"
PUBLIC, OWN = "Doc_0/PublicRes.xml", "Doc_0/DocumentRes.xml"
TAGS, TAG = "Doc_0/Tags/CustomTags.xml", "Doc_0/Tags/CustomTag.xml"
A4 = "0 0 210 297"
LAYERS = 90_000  # the first ID of layers
Parts = dict[str, bytes]


def page_part(number: int) -> str:
    """Where the content of a page is, from 1."""
    return f"Doc_0/Pages/Page_{number - 1}/Content.xml"


def xml(text: str) -> bytes:
    return (HEAD + text).encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def text_object(
    number: int,
    words: str,
    *,
    x: float = 28.0,
    baseline: float = 50.0,
    size: float = 5.0,
    font: int = 3,
    delta: str | None = None,
    inner: str = "",
    **attributes: object,
) -> str:
    """A line of words: its boundary begins at `x` and reaches one size above the baseline."""
    step = delta if delta is not None else f"g {len(words) - 1} {size}" if len(words) > 1 else ""
    said = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    offset = f" DeltaX={quoteattr(step)}" if step else ""
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{x} {baseline - size} {210 - x} {size * 1.5}"'
        f' Font="{font}" Size="{size}"{said}>{inner}'
        f'<ofd:TextCode X="0" Y="{size}"{offset}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def path_object(number: int, data: str, *, boundary: str = A4, inner: str = "", **attributes: object) -> str:
    said = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{boundary}"{said}>{inner}'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def colour(name: str, value: str) -> str:
    return f'<ofd:{name} Value="{value}"/>'


def page(*objects: str, before: str = "", layer: str = "", number: int = 1) -> bytes:
    drawn = f'<ofd:Layer ID="{LAYERS + number}"{layer}>{"".join(objects)}</ofd:Layer>'
    return xml(f"<ofd:Page {XMLNS}>{before}<ofd:Content>{drawn}</ofd:Content></ofd:Page>")


def font(number: int, name: str, file: str = "") -> str:
    inner = f"<ofd:FontFile>{file}</ofd:FontFile>" if file else ""
    return f'<ofd:Font ID="{number}" FontName="{name}">{inner}</ofd:Font>'


def resources(*groups: str) -> bytes:
    return xml(f'<ofd:Res {XMLNS} BaseLoc="Res">{"".join(groups)}</ofd:Res>')


def ofd(
    pages: Iterable[bytes], *, fonts: Iterable[str] = (), info: str = "", common: str = "", more: str = ""
) -> Parts:
    """The parts of a document; `common` goes into CommonData, `more` behind the pages."""
    contents = list(pages)
    listed = "".join(
        f'<ofd:Page ID="{number * 1000}" BaseLoc="Pages/Page_{number - 1}/Content.xml"/>'
        for number in range(1, len(contents) + 1)
    )
    parts = {
        ENTRY: xml(
            f'<ofd:OFD {XMLNS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
            f"<ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID>{info}</ofd:DocInfo>"
            f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        DOCUMENT: xml(
            f"<ofd:Document {XMLNS}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID>"
            f"<ofd:PageArea><ofd:PhysicalBox>{A4}</ofd:PhysicalBox></ofd:PageArea>"
            f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages>{more}</ofd:Document>"
        ),
        PUBLIC: resources(f"<ofd:Fonts>{''.join(fonts) or font(3, '仿宋_GB2312')}</ofd:Fonts>"),
    }
    return parts | {page_part(number): content for number, content in enumerate(contents, 1)}


def changed(parts: Parts, name: str, change: Callable[[str], str]) -> Parts:
    """The parts with one of them changed; nothing changes unless its words do."""
    before = parts[name].decode()
    after = change(before)
    assert after != before, name
    return parts | {name: after.encode()}


def behind(parts: Parts, name: str, mark: str, addition: str) -> Parts:
    """The parts with something added before the first `mark` of one of them."""
    return changed(parts, name, lambda text: text.replace(mark, addition + mark, 1))
