"""A font dictionary of a PDF comes in; codes of a string become characters with their advance, missing ones named."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice, repeat
from typing import Any, NamedTuple

from gwformat.finished.programs import Program
from gwformat.finished.values import Face
from gwformat.pdf.programs import read_program

_HEX = rb"<\s*([0-9A-Fa-f\s]*?)\s*>"
_SECTION = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end(?:bf|codespace)", re.DOTALL)
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_SUBSET = re.compile(r"[A-Z]{6}\+")
# Predefined CMaps whose codes are an encoding Python knows.
_ENCODED = (("UCS2", "utf-16-be"), ("UTF16", "utf-16-be"), ("GBK", "gbk"), ("GBpc", "gbk"), ("GB-EUC", "gb2312"))
_BASE = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
_UNREADABLE = "\ufffd"
_HALVES = range(0xD800, 0xE000)
_MOST_CODES = 1 << 18  # four times what codes of two bytes there are: a file may say all of them over and over


class Glyph(NamedTuple):
    """One code of a string."""

    text: str
    width: float  # em
    missing: bool
    blank: bool


class PdfFont:
    """A font as a content stream uses it; what a code means is worked out once."""

    def __init__(self, dictionary: Any) -> None:
        self.composite = dictionary.get("/Subtype") == "/Type0"
        inner = dictionary["/DescendantFonts"][0].get_object() if self.composite else dictionary
        self._program, fault = read_program(_descriptor(inner))
        self._unicode, code_bytes = _to_unicode(dictionary)
        self._encoding = dictionary.get("/Encoding")
        self.vertical = isinstance(self._encoding, str) and self._encoding.endswith("V")
        self._codec = _codec_of(self._encoding) if self.composite else None
        self._names = {} if self.composite else _names(dictionary, self._encoding)
        self._code_bytes = 1
        if self.composite:
            self._code_bytes = 2 if code_bytes is None or self._codec else code_bytes
        self._widths, self._default = _widths(inner, self.composite)
        self._glyph_of = self._glyph_index(inner)
        self._known: dict[int, Glyph] = {}
        self.face = _face(dictionary, inner, fault)

    def decode(self, data: bytes) -> Iterator[tuple[int, Glyph]]:
        """The codes in `data` with what they draw."""
        known, size = self._known, self._code_bytes
        if self._codec == "gbk" or self._codec == "gb2312":
            yield from self._mixed(data)
            return
        for start in range(0, len(data), size):
            code = data[start] if size == 1 else int.from_bytes(data[start : start + size], "big")
            glyph = known.get(code)
            if glyph is None:
                glyph = known[code] = self._look_up(code)
            yield code, glyph

    def _mixed(self, data: bytes) -> Iterator[tuple[int, Glyph]]:
        """Codes of one and of two bytes."""
        position = 0
        while position < len(data):
            size = 2 if data[position] > 0x80 else 1
            part = data[position : position + size]
            text = part.decode("gb18030", "replace")
            yield int.from_bytes(part, "big"), Glyph(text, 1.0 if size == 2 else 0.5, False, text.isspace())
            position += size

    def _look_up(self, code: int) -> Glyph:
        text = self._text(code)
        blank = not text or all(_is_blank(character) for character in text)
        return Glyph(text, self._widths.get(code, self._default), self._is_missing(code, text, blank), blank)

    def _text(self, code: int) -> str:
        text = self._unicode.get(code)
        if text is not None:
            return text if text.strip("\0") else _UNREADABLE
        if self._codec is not None:
            return code.to_bytes(2, "big").decode(self._codec, "replace")
        return self._names.get(code, ("", _UNREADABLE))[1]

    def _is_missing(self, code: int, text: str, blank: bool) -> bool:
        """Whether a box or nothing is drawn where a character ought to be."""
        program = self._program
        if program is None or self._glyph_of is None:
            return False
        glyph = self._glyph_of(code)
        if glyph is None or not program.draws(glyph):
            return not blank
        return not blank and text != _UNREADABLE and program.empty(glyph)

    def _glyph_index(self, inner: Any) -> Callable[[int], int | None] | None:
        """From a code to a glyph index; None where that cannot be known."""
        program = self._program
        if program is None:
            return None
        if not self.composite:
            return _simple_index(program, self._names)
        if self._encoding != "/Identity-H" and self._encoding != "/Identity-V":
            return None
        if program.of_cid is not None:
            return program.of_cid
        table = inner.get("/CIDToGIDMap")
        if table is None or isinstance(table, str):
            return int
        data = table.get_object().get_data()
        return lambda code: int.from_bytes(data[2 * code : 2 * code + 2], "big")


class Fonts:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self._known: dict[int, PdfFont] = {}

    def of(self, reference: Any) -> PdfFont:
        """The font behind a reference in a page's resources."""
        key = getattr(reference, "idnum", None) or id(reference)
        if key not in self._known:
            self._known[key] = PdfFont(reference.get_object())
        return self._known[key]

    def faces(self, pages: Iterable[Any]) -> tuple[Face, ...]:
        """The faces of everything that was read, and of what pages name without using it."""
        for page in pages:
            resources = page.get("/Resources")
            named: Any = resources.get_object().get("/Font") if resources is not None else None
            for name in named.get_object() if named is not None else ():
                self.of(named.get_object().raw_get(name))
        return tuple(dict.fromkeys(font.face for font in self._known.values()))


def _simple_index(program: Program, names: Mapping[int, tuple[str, str]]) -> Callable[[int], int | None] | None:
    if program.of_name is not None:
        by_name = program.of_name
        return (lambda code: by_name(names[code][0]) if code in names else None) if names else None
    by_code, by_character = program.of_code, program.of_character
    if by_code is None and by_character is None:
        return None

    def index(code: int) -> int | None:
        character = names[code][1] if code in names else chr(code)
        found = by_character(ord(character)) if by_character and len(character) == 1 else None
        return found or (by_code(code) if by_code else None)

    return index


def _face(dictionary: Any, inner: Any, fault: str) -> Face:
    full = str(dictionary.get("/BaseFont", inner.get("/Name", ""))).lstrip("/")
    kind = str(dictionary.get("/Subtype", "")).lstrip("/")
    encoding = dictionary.get("/Encoding")
    if kind == "Type0" and isinstance(encoding, str):  # ISO 32000-1 9.7.6.1: the font's name, “-”, the CMap's name
        full = full.removesuffix(f"-{encoding.lstrip('/')}")
    descriptor = _descriptor(inner)
    embedded = kind == "Type3" or any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return Face(_plain(_SUBSET.sub("", full)), kind, embedded, bool(_SUBSET.match(full)), fault)


def _plain(name: str) -> str:
    """A name whose bytes a writer spelled in GBK or in UTF-8 (pypdf keeps each byte as one character)."""
    if name.isascii():
        return name
    for codec in ("utf-8", "gbk"):
        try:
            return name.encode("latin-1").decode(codec)
        except UnicodeError:
            continue
    return name


def _descriptor(font: Any) -> Any:
    return font.get("/FontDescriptor", {}).get_object() if "/FontDescriptor" in font else {}


def _codec_of(encoding: Any) -> str | None:
    if not isinstance(encoding, str):
        return None
    return next((codec for part, codec in _ENCODED if part in encoding), None)


def _names(font: Any, encoding: Any) -> dict[int, tuple[str, str]]:
    """The glyph names of a simple font with the characters they mean."""
    from fontTools.agl import toUnicode
    from fontTools.encodings.StandardEncoding import StandardEncoding

    said = encoding.get_object() if encoding is not None else None
    base = said if isinstance(said, str) else (said or {}).get("/BaseEncoding")
    found: dict[int, tuple[str, str]] = {}
    symbolic = int(_descriptor(font).get("/Flags", 0)) & 4
    if base in _BASE:
        from fontTools.agl import UV2AGL

        for code in range(32, 256):
            character = bytes([code]).decode(_BASE[base], "ignore")
            if character:
                found[code] = (UV2AGL.get(ord(character), ""), character)
    elif font.get("/Subtype") != "/Type3" and (not symbolic or said is not None):
        found = {code: (name, toUnicode(name)) for code, name in enumerate(StandardEncoding) if name != ".notdef"}
    code = 0
    for item in (said or {}).get("/Differences", []) if not isinstance(said, str) else []:
        if isinstance(item, str):
            name = item.lstrip("/")
            text = toUnicode(name)
            found[code] = (name, text or _UNREADABLE)
            code += 1
        else:
            code = int(item)
    return found


def _widths(font: Any, composite: bool) -> tuple[dict[int, float], float]:
    if composite:
        return dict(islice(_cid_widths(font.get("/W", [])), _MOST_CODES)), float(font.get("/DW", 1000)) / 1000
    scale = float(font["/FontMatrix"][0]) if font.get("/Subtype") == "/Type3" and "/FontMatrix" in font else 0.001
    first = int(font.get("/FirstChar", 0))
    widths = {first + i: float(width.get_object()) * scale for i, width in enumerate(font.get("/Widths", []))}
    return widths, 0.5


def _cid_widths(array: Any) -> Iterator[tuple[int, float]]:
    """Codes with their widths, of `c [w1 w2 …]` and `first last w` entries of a CIDFont's /W."""
    items = [item.get_object() for item in array.get_object()] if hasattr(array, "get_object") else list(array)
    position = 0
    while position + 1 < len(items):
        first, second = int(items[position]), items[position + 1]
        if isinstance(second, list):
            yield from ((first + i, float(width) / 1000) for i, width in enumerate(second))
            position += 2
        else:
            last = min(int(second), 0xFFFF)
            yield from zip(range(first, last + 1), repeat(float(items[position + 2]) / 1000), strict=False)
            position += 3


def _to_unicode(font: Any) -> tuple[dict[int, str], int | None]:
    """What /ToUnicode says of each code, and of how many bytes codes are."""
    said = font.get("/ToUnicode")
    stream: Any = said.get_object() if said is not None else None
    if not hasattr(stream, "get_data"):
        return {}, None
    sections = _SECTION.findall(stream.get_data())
    spaces = [body for kind, body in sections if kind == b"codespacerange"]
    low = [len(_digits(low)) // 2 for low, _ in _PAIR.findall(spaces[-1])] if spaces else []
    table = chain.from_iterable(_TABLES[kind](body) for kind, body in sections if kind in _TABLES)
    return dict(islice(table, _MOST_CODES)), max(low, default=None)


def _singles(body: bytes) -> Iterator[tuple[int, str]]:
    return ((int(_digits(code), 16), _text(target)) for code, target in _PAIR.findall(body))


def _ranges(body: bytes) -> Iterator[tuple[int, str]]:
    for first, last, target, targets in _RANGE.findall(body):
        codes = range(int(_digits(first), 16), min(int(_digits(last), 16), 0xFFFF) + 1)
        if targets:
            yield from ((code, _text(item)) for code, item in zip(codes, re.findall(_HEX, targets), strict=False))
        elif target:
            begin = _text(target)
            yield from ((code, begin[:-1] + _character(ord(begin[-1:] or "\0") + i)) for i, code in enumerate(codes))


_TABLES: Mapping[bytes, Callable[[bytes], Iterator[tuple[int, str]]]] = {b"bfchar": _singles, b"bfrange": _ranges}


def _digits(digits: bytes) -> bytes:
    return b"".join(digits.split()) or b"0"


def _text(digits: bytes) -> str:
    """UTF-16 by the standard; some programs write the number of the character as it is, short or long."""
    said = _digits(digits)
    if len(said) % 4 == 0:
        return bytes.fromhex(said.decode()).decode("utf-16-be", "replace")
    return _character(int(said, 16))


def _character(code: int) -> str:
    """The character of a number; none has that of half a pair of UTF-16."""
    return _UNREADABLE if code > sys.maxunicode or code in _HALVES else chr(code)


def _is_blank(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cf", "Cc", "Zs")
