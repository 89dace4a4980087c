"""The resource parts of an OFD come in; fonts, pictures, colours and drawing parameters by their IDs go out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.finished.paints import mixed
from gwformat.finished.rasters import Raster, raster_of
from gwformat.finished.values import Face, Paint, Space
from gwformat.ofd.faces import OfdFont
from gwformat.ofd.numbers import number
from gwformat.ofd.package import Package, attribute, first, inside, local, text_of
from gwformat.ofd.values import Lost
from gwformat.values import dataclass

_SPACES = {"GRAY": Space.GRAY, "RGB": Space.RGB, "CMYK": Space.CMYK}
_PARTS = {Space.GRAY: 1, Space.RGB: 3, Space.CMYK: 4}
_GRADIENTS = ("Pattern", "AxialShd", "RadialShd", "GouraudShd", "LaGouraudShd")
_UNKNOWN_FACE = OfdFont("", None)
_KINDS = {
    "Font": "字体",
    "MultiMedia": "图片",
    "DrawParam": "绘制参数",
    "ColorSpace": "颜色空间",
    "CompositeGraphicUnit": "矢量图",
}
_NO_PAINT = mixed(Space.UNKNOWN, ())


@dataclass(frozen=True, slots=True)
class Entry:
    """An element of a resource part."""

    element: etree._Element
    part: str
    folder: str  # BaseLoc of the part


@dataclass(frozen=True, slots=True)
class ColourSpace:
    """What colours are mixed of."""

    space: Space = Space.RGB
    bits: int = 8
    palette: tuple[str, ...] = ()


class Resources:
    """What pages refer to by ID; each thing is looked at once, and what is not there is noted once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._entries: dict[str, Entry] = {}
        self._fonts: dict[str, OfdFont] = {}
        self._by_file: dict[tuple[str, str], OfdFont] = {}
        self._rasters: dict[str, Raster | None] = {}
        self._spaces: dict[str, ColourSpace] = {}
        self.default_space = ""

    def add(self, part: str, root: etree._Element) -> None:
        """Take up the entries of a resource part."""
        folder = attribute(root, "BaseLoc")
        for group in root:
            for element in group:
                if local(element):
                    self._entries.setdefault(attribute(element, "ID"), Entry(element, part, folder))

    def entry(self, kind: str, number: str, asked_in: str) -> Entry | None:
        """The entry of that kind and ID; noted if there is none."""
        found = self._entries.get(number)
        if found is not None and local(found.element) == kind:
            return found
        self._package.lost[Lost(asked_in, number, f"{_KINDS[kind]} {number}")] = None
        return None

    def all(self, kind: str) -> Iterator[tuple[str, Entry]]:
        """All entries of a kind with their IDs."""
        for number_, entry in self._entries.items():
            if local(entry.element) == kind:
                yield number_, entry

    def font(self, number: str, asked_in: str) -> OfdFont:
        """The font of that ID."""
        if number not in self._fonts:
            entry = self.entry("Font", number, asked_in)
            self._fonts[number] = self._font(entry) if entry is not None else _UNKNOWN_FACE
        return self._fonts[number]

    def _font(self, entry: Entry) -> OfdFont:
        name = attribute(entry.element, "FontName") or attribute(entry.element, "FamilyName")
        said = text_of(entry.element, "FontFile")
        file = self._package.find(said, entry.part, f"字体“{name}”的文件", entry.folder) if said else None
        key = name, file or ""
        if key not in self._by_file:
            self._by_file[key] = OfdFont(name, None if file is None else self._package.parts[file])
        return self._by_file[key]

    def profiles(self) -> None:
        """Look for the colour profiles that are named."""
        for _, entry in self.all("ColorSpace"):
            if said := attribute(entry.element, "Profile"):
                self._package.find(said, entry.part, "颜色特性文件", entry.folder)

    def faces(self) -> tuple[Face, ...]:
        """The faces of all fonts, whether words are set in them or not."""
        found = [self.font(number_, entry.part).face for number_, entry in self.all("Font")]
        return tuple(dict.fromkeys(found))

    def restricted(self) -> tuple[str, ...]:
        """The names of the fonts whose makers allow nobody to embed them."""
        return tuple(dict.fromkeys(font.face.name for font in self._by_file.values() if font.restricted))

    def raster(self, number_: str, asked_in: str) -> Raster | None:
        """What the header of the picture of that ID says; None if nobody knows."""
        if number_ not in self._rasters:
            entry = self.entry("MultiMedia", number_, asked_in)
            file = None if entry is None else self.media_file(entry)
            self._rasters[number_] = None if file is None else raster_of(self._package.parts[file])
        return self._rasters[number_]

    def media_file(self, entry: Entry) -> str | None:
        """The part of a picture, a sound or a film."""
        said = text_of(entry.element, "MediaFile")
        return self._package.find(said, entry.part, "图片等的文件", entry.folder) if said else None

    def paint(self, colour: etree._Element, asked_in: str) -> Paint:
        """The colour that a CT_Color mixes; how opaque it is, is not asked here."""
        if any(local(child) in _GRADIENTS for child in colour):
            return mixed(Space.PATTERN, ())
        space = self._space(attribute(colour, "ColorSpace") or self.default_space, asked_in)
        said = attribute(colour, "Value")
        index = attribute(colour, "Index")
        if not said and index and space.palette:
            said = space.palette[int(index)] if 0 <= int(index) < len(space.palette) else ""
        most = (1 << space.bits) - 1
        values = tuple(round(min(max(_channel(word) / most, 0.0), 1.0), 4) for word in said.split())
        wanted = _PARTS[space.space]
        values = values or (0.0,) * wanted
        return mixed(space.space, values) if len(values) == wanted else _NO_PAINT

    def _space(self, number_: str, asked_in: str) -> ColourSpace:
        if not number_:
            return ColourSpace()
        if number_ not in self._spaces:
            entry = self.entry("ColorSpace", number_, asked_in)
            self._spaces[number_] = ColourSpace() if entry is None else _colour_space(entry.element)
        return self._spaces[number_]

    def draw_params(self, number_: str, asked_in: str) -> Iterator[etree._Element]:
        """The drawing parameters of that ID and those they are relative to, the nearest first."""
        seen: set[str] = set()
        while number_ and number_ not in seen:
            seen.add(number_)
            entry = self.entry("DrawParam", number_, asked_in)
            if entry is None:
                return
            yield entry.element
            number_ = attribute(entry.element, "Relative")


def _colour_space(element: etree._Element) -> ColourSpace:
    palette = first(element, "Palette")
    values = () if palette is None else tuple((value.text or "").strip() for value in inside(palette, "CV"))
    bits = int(attribute(element, "BitsPerComponent") or 8)
    space = _SPACES.get(attribute(element, "Type").upper(), Space.RGB)
    return ColourSpace(space, bits if 1 <= bits <= 16 else 8, values)


def _channel(word: str) -> float:
    """A channel in decimal, or in hexadecimal after `#`."""
    return float(int(word[1:], 16)) if word.startswith("#") else number(word)
