"""The tools of those who leave something in a docx: its parts, where a secret is to be hidden, and the list of ways.

A plant spells WordprocessingML itself and behind the back of the program: what plants must not be what looks.
`shown` are words that the plant adds to what a reader sees; they must still be there afterwards.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from tests.build import parts_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT, SETTINGS = "word/document.xml", "word/settings.xml"
NS = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
SECRET = "暗记7f3a91"


class Raw:
    """The parts of a docx while something is planted in them."""

    def __init__(self, data: bytes) -> None:
        self.parts = parts_of(data)
        self.comment = b""
        self.of_entries = b""  # a comment on each of them
        self.shown = ""
        self._declare()

    def _declare(self) -> None:
        """Give the text all prefixes that plants use."""
        document = self.parts[DOCUMENT].decode()
        self.parts[DOCUMENT] = re.sub(r"<w:document [^>]*>", f"<w:document {NS}>", document, count=1).encode()

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self.parts.items():
                info = zipfile.ZipInfo(name)
                info.comment = self.of_entries
                package.writestr(info, data, zipfile.ZIP_DEFLATED)
            package.comment = self.comment
        return buffer.getvalue()

    def replace(self, part: str, old: str, new: str) -> None:
        text = self.parts[part].decode()
        assert old in text, (part, old)
        self.parts[part] = text.replace(old, new, 1).encode()

    def paragraph(self, inner: str, shown: str = "") -> None:
        """A paragraph after the first one of the text."""
        self.shown += shown
        self.replace(
            DOCUMENT,
            '<w:p><w:pPr><w:pStyle w:val="gw-heading1"/>',
            f"<w:p>{inner}</w:p>" + '<w:p><w:pPr><w:pStyle w:val="gw-heading1"/>',
        )

    def run(self, inner: str, properties: str = "", shown: str = "") -> None:
        self.paragraph(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>", shown)

    def part(self, name: str, data: str | bytes, content_type: str = "") -> None:
        self.parts[name] = data if isinstance(data, bytes) else data.encode()
        if content_type:
            override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
            self.replace("[Content_Types].xml", "</Types>", f"{override}</Types>")
        else:
            extension = name.rpartition(".")[2]
            if f'Extension="{extension}"' not in self.parts["[Content_Types].xml"].decode():
                known = _TYPES.get(extension, "application/octet-stream")
                default = f'<Default Extension="{extension}" ContentType="{known}"/>'
                self.replace("[Content_Types].xml", "<Default ", f"{default}<Default ")

    def relate(self, kind: str, target: str, *, source: str = DOCUMENT, external: bool = False) -> str:
        """The id of a new relationship; `kind` is a last segment or a whole type."""
        folder, _, base = source.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels".lstrip("/")
        if rels not in self.parts:
            self.parts[rels] = f'<Relationships xmlns="{PACKAGE}"></Relationships>'.encode()
        identifier = f"rId90{self.parts[rels].count(b'<Relationship ')}"
        mode = ' TargetMode="External"' if external else ""
        full = kind if "/" in kind else f"{OFFICE}/{kind}"
        arrow = f'<Relationship Id="{identifier}" Type="{full}" Target="{target}"{mode}/>'
        self.replace(rels, "</Relationships>", f"{arrow}</Relationships>")
        return identifier

    def setting(self, inner: str, *, last: bool = False) -> None:
        if last:
            self.replace(SETTINGS, "</w:settings>", f"{inner}</w:settings>")
        else:
            self.replace(SETTINGS, "<w:evenAndOddHeaders/>", f"{inner}<w:evenAndOddHeaders/>")
        if "xmlns:r=" not in self.parts[SETTINGS].decode():
            self.replace(SETTINGS, "<w:settings ", f'<w:settings xmlns:r="{OFFICE}" ')

    def numbering(self, abstract: str, *, used: str = "") -> None:
        """A list whose definition is `abstract`; a paragraph `used` has its first level."""
        defined = f'<w:abstractNum w:abstractNumId="0">{abstract}</w:abstractNum>'
        number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        self.part("word/numbering.xml", f"<w:numbering {NS}>{defined}{number}</w:numbering>", f"{WML}.numbering+xml")
        self.relate("numbering", "numbering.xml")
        if used:
            level = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            self.paragraph(f"{level}<w:r><w:t>{used}</w:t></w:r>", used)

    def fonts(self, inner: str) -> None:
        """A table of fonts."""
        self.part("word/fontTable.xml", f"<w:fonts {NS}>{inner}</w:fonts>", f"{WML}.fontTable+xml")
        self.relate("fontTable", "fontTable.xml")

    def picture(self, data: bytes, extension: str, *, described: str = "", link: str = "", called: str = "") -> None:
        """An inline picture; its part is `called` so, or as Word calls pictures."""
        name = called or f"image{len(self.parts)}{extension}"
        self.part(f"word/media/{name}", data)
        identifier = self.relate("image", f"media/{name}")
        linked = f' r:link="{link}"' if link else ""
        self.run(
            '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
            f'<wp:docPr id="71" name="图片 1"{described}/><a:graphic><a:graphicData '
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            '<pic:cNvPr id="71" name="图片 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{identifier}"{linked}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )

    def box(self, words: str, *, left: int, fallback: str | None = None) -> None:
        """A text box at `left` EMU of the page."""
        shape = (
            '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
            'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="page"><wp:posOffset>900000</wp:posOffset></wp:positionV>'
            '<wp:extent cx="900000" cy="360000"/><wp:wrapNone/><wp:docPr id="72" name="文本框 1"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="360000"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r>'
            f"<w:t>{words}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
            "</a:graphic></wp:anchor></w:drawing>"
        )
        old = f"<mc:Fallback>{fallback}</mc:Fallback>" if fallback else ""
        self.run(f'<mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>{old}</mc:AlternateContent>')

    def field(self, code: str, outcome: str) -> None:
        char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        self.paragraph(
            f'{char.format("begin")}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
            f"{char.format('separate')}<w:r><w:t>{outcome}</w:t></w:r>{char.format('end')}",
            outcome,
        )


_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bin": "application/octet-stream",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "bmp": "image/bmp",
    "webp": "image/webp",
    "svg": "image/svg+xml",
    "wdp": "image/vnd.ms-photo",
}


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4), (200, 30, 30)).save(buffer, "PNG")
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Plant:
    """One way to leave something: what it does, the kind of leak, and what is to be found in the file."""

    name: str
    kind: str
    do: Callable[[Raw], None]
    secret: str = SECRET


PLANTS: dict[str, Plant] = {}


def plant(name: str, kind: str, secret: str = SECRET) -> Callable[[Callable[[Raw], None]], Callable[[Raw], None]]:
    def register(do: Callable[[Raw], None]) -> Callable[[Raw], None]:
        PLANTS[name] = Plant(name, kind, do, secret)
        return do

    return register


def planted(data: bytes, name: str) -> Raw:
    """The document with that plant."""
    raw = Raw(data)
    PLANTS[name].do(raw)
    return raw
