"""An OFD comes in; what is wrong with its structure goes out: GB/T 33190-2016, read with zipfile and lxml alone.

The objects of a page are judged in `structure_page`, the lists beside the pages in `structure_lists`. Nothing of
gwformat is used here, so that what its writer and its reader both take for right is seen to be wrong.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from tests.ofd.structure_lists import look_at_lists, look_at_signatures
from tests.ofd.structure_page import OFD, PageWitness, box, held, name_of
from tests.ofd.structure_parts import ENTRY, Parts

_IDENTITY = re.compile(r"[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_INFO = (
    "DocID Title Author Subject Abstract CreationDate ModDate DocUsage Cover Keywords"  # in any order
    " Creator CreatorVersion CustomDatas",
)
# The children of a part's root in the order of its schema.
_DOCUMENT = (
    *("CommonData", "Pages", "Outlines", "Permissions", "Actions", "VPreferences", "Bookmarks", "Annotations"),
    *("CustomTags", "Attachments", "Extensions"),
)
_COMMON = ("MaxUnitID", "PageArea", "PublicRes", "DocumentRes", "TemplatePage", "DefaultCS")
_PAGE = ("Template", "PageRes", "Area", "Content", "Actions")
_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_PICTURES = {"PNG": b"\x89PNG", "JPEG": b"\xff\xd8", "JPG": b"\xff\xd8", "BMP": b"BM", "GIF": b"GIF8"}


def problems(data: bytes) -> list[str]:
    """Everything that is wrong with the file, each as a sentence; without any the list is empty."""
    try:
        parts = Parts(zipfile.ZipFile(io.BytesIO(data)))
    except zipfile.BadZipFile:
        return ["不是 ZIP 包"]
    _entry(parts)
    return parts.problems


@dataclass(slots=True)
class _Numbered:
    """What has a number in the document."""

    all: list[str | None] = field(default_factory=list)
    fonts: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)  # drawing parameters, colour spaces, vector graphics, templates
    drawn: dict[str, set[str]] = field(default_factory=dict)  # what is on each page


def _entry(parts: Parts) -> None:
    if parts.find("", ENTRY, "根目录") is None:
        return
    root = parts.root(ENTRY, "OFD")
    if root is None:
        return
    if root.get("Version") != "1.0" or root.get("DocType") not in ("OFD", "OFD-A"):
        parts.blame(ENTRY, [f"Version 是 {root.get('Version')}，DocType 是 {root.get('DocType')}"])
    bodies = root.findall(f"{OFD}DocBody")
    if not bodies:
        parts.blame(ENTRY, ["没有 DocBody"])
    for body in bodies:
        parts.blame(ENTRY, _info(body.find(f"{OFD}DocInfo")))
        path = parts.find(ENTRY, body.findtext(f"{OFD}DocRoot"), "DocRoot")
        if path is not None:
            _Document(parts, path).look()
        if (loc := body.findtext(f"{OFD}Signatures")) is not None:
            look_at_signatures(parts, loc)
    parts.blame("包", (f"{name} 没有用到" for name in parts.idle()))


def _info(info: etree._Element | None) -> Iterator[str]:
    if info is None:
        yield "没有 DocInfo"
        return
    yield from held(info, _INFO)
    if not _IDENTITY.fullmatch(info.findtext(f"{OFD}DocID") or ""):
        yield f"DocID 是 {info.findtext(f'{OFD}DocID')!r}"
    for name in ("CreationDate", "ModDate"):
        if (date := info.findtext(f"{OFD}{name}")) is not None and not _DATE.fullmatch(date):
            yield f"{name} 是 {date!r}"
    for item in info.iter(f"{OFD}CustomData"):
        if not item.get("Name") or not (item.text or "").strip():
            yield f"CustomData {item.get('Name')!r} 没有名称或者是空的"


class _Document:
    """One document of the file, whose root is that part."""

    def __init__(self, parts: Parts, path: str) -> None:
        self._parts, self._path = parts, path
        self._numbered = _Numbered()

    def look(self) -> None:
        root = self._parts.root(self._path, "Document")
        common = None if root is None else root.find(f"{OFD}CommonData")
        if root is None or common is None:
            self._blame(["没有 CommonData"])
            return
        self._blame((*held(root, _DOCUMENT), *held(common, _COMMON)))
        sheet = box(common.findtext(f"{OFD}PageArea/{OFD}PhysicalBox"))
        if sheet is None:
            self._blame(["PageArea 没有大小"])
        for loc in common.iterchildren(f"{OFD}PublicRes", f"{OFD}DocumentRes"):
            self._resources(self._path, loc)
        templates = common.findall(f"{OFD}TemplatePage")
        self._numbered.others |= {one.get("ID", "") for one in templates}
        pages = root.findall(f"{OFD}Pages/{OFD}Page")
        if not pages:
            self._blame(["没有一页"])
        for one in (*templates, *pages):
            self._numbered.all.append(one.get("ID"))
            path = self._parts.find(self._path, one.get("BaseLoc"), "页")
            if path is not None:
                drawn = self._page(path, sheet)
                if one.tag == f"{OFD}Page":
                    self._numbered.drawn[one.get("ID", "")] = drawn
        self._blame(_numbers(self._numbered.all, common.findtext(f"{OFD}MaxUnitID", "")))
        look_at_lists(self._parts, self._path, root, self._numbered.drawn)

    def _blame(self, complaints: Sequence[str] | Iterator[str]) -> None:
        self._parts.blame(self._path, complaints)

    def _resources(self, base: str, loc: etree._Element) -> None:
        path = self._parts.find(base, loc.text, name_of(loc))
        root = None if path is None else self._parts.root(path, "Res")
        if root is None or path is None:
            return
        if root.get("BaseLoc") is None:
            self._parts.blame(path, ["没有 BaseLoc"])
        folder = posixpath.join(self._parts.place(path, root.get("BaseLoc")), "")
        for item in root.iterfind(f"{OFD}*/{OFD}*"):
            number = item.get("ID")
            self._numbered.all.append(number)
            match name_of(item):
                case "Font":
                    self._numbered.fonts.add(number or "")
                    self._parts.blame(path, self._font(item, folder))
                case "MultiMedia":
                    self._numbered.pictures.add(number or "")
                    self._parts.blame(path, self._medium(item, folder))
                case _:
                    self._numbered.others.add(number or "")

    def _font(self, item: etree._Element, folder: str) -> Iterator[str]:
        if not item.get("FontName"):
            yield f"字体 {item.get('ID')} 没有名称"
        for loc in item.findall(f"{OFD}FontFile"):
            path = self._parts.find(folder, loc.text, f"字体 {item.get('ID')} ")
            if path is not None and not self._parts.begins(path, _FONTS):
                yield f"字体 {item.get('ID')} 的文件不是 TrueType 或 OpenType"

    def _medium(self, item: etree._Element, folder: str) -> Iterator[str]:
        if item.get("Type") not in ("Image", "Audio", "Video"):
            yield f"多媒体 {item.get('ID')} 的 Type 是 {item.get('Type')!r}"
        path = self._parts.find(folder, item.findtext(f"{OFD}MediaFile"), f"多媒体 {item.get('ID')} ")
        begins = _PICTURES.get(item.get("Format", "").upper())
        if path is not None and begins is not None and not self._parts.begins(path, (begins,)):
            yield f"多媒体 {item.get('ID')} 的文件不是 {item.get('Format')}"

    def _page(self, path: str, sheet: Sequence[float] | None) -> set[str]:
        """Look at a page; the numbers of what is on it."""
        root = self._parts.root(path, "Page")
        if root is None:
            return set()
        self._parts.blame(path, held(root, _PAGE))
        for loc in root.findall(f"{OFD}PageRes"):
            self._resources(path, loc)
        area = root.find(f"{OFD}Area")
        own = sheet if area is None else box(area.findtext(f"{OFD}PhysicalBox"))
        if own is None:
            self._parts.blame(path, ["没有大小"])
            return set()
        witness = PageWitness(own, self._numbered.fonts, self._numbered.pictures, self._numbered.others)
        self._parts.blame(path, witness.problems(root))
        self._numbered.all += witness.numbered
        return {one for one in witness.numbered if one is not None}


def _numbers(found: Sequence[str | None], last: str) -> Iterator[str]:
    """Complaints about numbers: whole, above nought, each once, none above the greatest that the file says."""
    greatest = int(last) if last.strip().isdigit() else 0
    if not greatest:
        yield f"MaxUnitID 是 {last!r}"
    for number, count in Counter(found).items():
        if number is None or not number.isdigit() or int(number) < 1:
            yield f"标识是 {number!r}"
        elif int(number) > greatest:
            yield f"标识 {number} 大于 MaxUnitID {last}"
        if count > 1:
            yield f"标识 {number} 用了 {count} 次"
