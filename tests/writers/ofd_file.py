"""An OFD comes in, what it shows goes out: read by the words of GB/T 33190-2016 and by nothing of this program."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

NS = "{http://www.ofdspec.org/2016}"
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Char:
    """A character with the place of its origin on the page in mm."""

    char: str
    x: float
    y: float
    size: float
    face: str
    thing: int


@dataclass(frozen=True)
class Thing:
    """A graphic object: its element and where its boundary is."""

    element: etree._Element
    box: tuple[float, float, float, float]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the object is on the page."""
        a, b, c, d, e, f = _floats(self.element.get("CTM", "1 0 0 1 0 0"))
        return self.box[0] + a * x + c * y + e, self.box[1] + b * x + d * y + f

    @property
    def number(self) -> int:
        return int(self.element.get("ID", ""))


class OfdFile:
    """The file's parts and pages."""

    def __init__(self, data: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(data))
        assert archive.testzip() is None
        self.names = archive.namelist()
        self.parts = {name: archive.read(name) for name in self.names}
        self.entry = self.tree("OFD.xml")
        self.root = self.entry.findtext(f"{NS}DocBody/{NS}DocRoot") or ""
        self.document = self.tree(self.root)
        self.folder = self.root.rpartition("/")[0]
        found = self.document.findall(f"{NS}Pages/{NS}Page")
        self.numbers = [int(page.get("ID", "")) for page in found]
        self.pages = [self.tree(f"{self.folder}/{page.get('BaseLoc')}") for page in found]

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def fonts(self) -> dict[int, bytes]:
        """Font files by number."""
        return {
            int(font.get("ID", "")): self.parts[f"{self.folder}/Res/{font.findtext(f'{NS}FontFile')}"]
            for font in self.tree(f"{self.folder}/PublicRes.xml").iter(f"{NS}Font")
        }

    def images(self) -> dict[int, bytes]:
        """Picture files by number."""
        name = f"{self.folder}/DocumentRes.xml"
        return {
            int(one.get("ID", "")): self.parts[f"{self.folder}/Res/{one.findtext(f'{NS}MediaFile')}"]
            for one in (self.tree(name).iter(f"{NS}MultiMedia") if name in self.parts else ())
        }

    def things(self, page: int = 0, kind: str = "*") -> list[Thing]:
        """The objects of a page in their order."""
        found = self.pages[page].iterfind(f"{NS}Content/{NS}Layer/{NS}{kind}")
        return [Thing(one, _box(one.get("Boundary", ""))) for one in found]

    def characters(self, page: int = 0) -> list[Char]:
        """Every character of a page with its place, in the order of the file."""
        return [char for thing in self.things(page, "TextObject") for char in _characters(thing)]

    def words(self, number: int) -> str:
        """The text of the object with this number."""
        found = [one for page in self.pages for one in page.iter(f"{NS}TextObject") if one.get("ID") == str(number)]
        return found[0].findtext(f"{NS}TextCode") or ""

    def tags(self) -> etree._Element:
        """The root of the tag file."""
        index = self.tree(f"{self.folder}/{self.document.findtext(f'{NS}CustomTags')}")
        return self.tree(f"{self.folder}/Tags/{index.findtext(f'{NS}CustomTag/{NS}FileLoc')}")

    def tagged(self, path: str) -> list[str]:
        """The words that each element at this path of the tag file refers to."""
        return [
            "".join(self.words(int(one.text or 0)) for one in element.iter(f"{NS}ObjectRef"))
            for element in self.tags().iterfind(path)
        ]


def _characters(thing: Thing) -> Iterator[Char]:
    code = thing.element.find(f"{NS}TextCode")
    assert code is not None and code.text
    ways = _floats(code.get("DeltaX", ""))
    assert len(ways) == len(code.text) - 1
    x, y = float(code.get("X", "")), float(code.get("Y", ""))
    size, face = float(thing.element.get("Size", "")), thing.element.get("Font", "")
    for char, way in zip(code.text, (*ways, 0.0), strict=True):
        yield Char(char, *thing.point(x, y), size, face, thing.number)
        x += way


def _floats(said: str) -> tuple[float, ...]:
    return tuple(map(float, said.split()))


def _box(said: str) -> tuple[float, float, float, float]:
    left, top, width, height = _floats(said)
    return left, top, width, height
