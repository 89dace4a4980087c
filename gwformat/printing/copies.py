"""A printed PDF, a stamp and numbers come in; the bytes of a PDF with one copy for each number go out, part by part.

The first part is the PDF itself. What follows is an update of it as ISO 32000-1 7.5.6 has it: for each copy the page
objects, which refer to the contents and resources that are there already, and a short stream with the number. All
copies take the same number of bytes, so the cross-reference table is worked out and nothing need be remembered.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pypdf import PdfReader
from pypdf.generic import IndirectObject

from gwformat.errors import UsageError
from gwformat.printing.numbering import Stamp
from gwformat.printing.plates import STAMP_FONT, Plate
from gwformat.values import dataclass

_GROUP = 1000  # copies under one node of the page tree
_PART = 1 << 18  # bytes that are handed on at a time
_LARGEST = 10**10 - 1  # offset that a cross-reference table can say
_ENTRY = "{:010} 00000 n \n"

Progress = Callable[[int, int], None]


def copies(plate: Plate, stamp: Stamp, numbers: Sequence[int], progress: Progress | None = None) -> Iterator[bytes]:
    """The file in parts; memory does not grow with the number of copies. `UsageError` if it would exceed 10 GB."""
    base = _base_of(plate.data)
    copy = _Copy(base, plate, stamp, len(numbers))
    end = len(plate.data) + 1 + copy.length * len(numbers)
    if end > _LARGEST:
        raise UsageError("份数太多，成品超过 10 GB", "分几次印，或者每个机关一个文件。")
    yield plate.data
    waiting = [b"\n"]
    size = 0
    for index, number in enumerate(numbers):
        waiting.append(copy.drawn(index, number))
        size += copy.length
        if size >= _PART:
            yield b"".join(waiting)
            if progress:
                progress(index + 1, len(numbers))
            waiting, size = [], 0
    yield b"".join(waiting)
    yield from _end(base, copy, len(numbers), end)
    if progress:
        progress(len(numbers), len(numbers))


@dataclass(frozen=True, slots=True)
class _Page:
    """What a copied page says."""

    attributes: str
    contents: int


@dataclass(frozen=True, slots=True)
class _Base:
    """The objects of the base file that copies refer to."""

    pages: tuple[_Page, ...]
    tree: int
    root: int
    info: int | None
    size: int  # of its cross-reference table
    xref: int
    identity: str


def _base_of(data: bytes) -> _Base:
    reader = PdfReader(io.BytesIO(data))
    trailer: Any = reader.trailer
    tree = reader.root_object.raw_get("/Pages")
    pages = []
    for page in reader.pages:
        boxes = "".join(f" {key} {_array(page[key])}" for key in ("/MediaBox", "/TrimBox") if key in page)
        resources = f" /Resources {_number(page.raw_get('/Resources'))} 0 R"
        pages.append(_Page(boxes + resources, _number(page.raw_get("/Contents"))))
    info = _number(trailer.raw_get("/Info")) if "/Info" in trailer else None
    xref = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    identity = hashlib.sha256(data).hexdigest()[:32]
    root = _number(trailer.raw_get("/Root"))
    return _Base(tuple(pages), _number(tree), root, info, int(trailer["/Size"]), xref, identity)


def _number(reference: object) -> int:
    assert isinstance(reference, IndirectObject)
    return reference.idnum


def _array(values: object) -> str:
    assert isinstance(values, list)
    return f"[{' '.join(f'{float(value):.5f}' for value in values)}]"


class _Copy:
    """The objects of one copy: its node of the page tree, its pages, and a stream with the number for some of them."""

    def __init__(self, base: _Base, plate: Plate, stamp: Stamp, count: int) -> None:
        self.base, self.plate, self.stamp = base, plate, stamp
        self.stamped = sorted(plate.first_page)
        self.objects = 1 + len(base.pages) + len(self.stamped)
        self.groups = -(-count // _GROUP)
        self.first = base.size  # its objects come first, then the groups
        self.first_group = self.first + self.objects * count
        self.digits = len(str(self.first_group + self.groups))
        parts = self._parts(0, 1)
        self.length = sum(map(len, parts))
        self.starts = [sum(map(len, parts[:number])) for number in range(len(parts))]

    def drawn(self, index: int, number: int) -> bytes:
        """The bytes of copy `index`, which bears `number`."""
        return b"".join(self._parts(index, number))

    def node(self, index: int) -> int:
        """The object that is the copy's node of the page tree."""
        return self.first + index * self.objects

    def _parts(self, index: int, number: int) -> list[bytes]:
        node = self.node(index)
        pages = [node + 1 + page for page in range(len(self.base.pages))]
        streams = {side: node + 1 + len(pages) + place for place, side in enumerate(self.stamped)}
        kids = " ".join(map(self._reference, pages))
        parent = self._reference(self.first_group + index // _GROUP)
        parts = [self._object(node, f"<< /Type /Pages /Parent {parent} /Count {len(pages)} /Kids [{kids}] >>")]
        for side, page in enumerate(self.base.pages):
            contents = f"{page.contents} 0 R"
            if side in streams:
                contents = f"[{contents} {self._reference(streams[side])}]"
            said = f"<< /Type /Page /Parent {self._reference(node)}{page.attributes} /Contents {contents} >>"
            parts.append(self._object(pages[side], said))
        for side, stream in streams.items():
            drawn = self.stamp.drawn(number, self.plate.first_page[side], STAMP_FONT).decode()
            parts.append(self._object(stream, f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"))
        return parts

    def _reference(self, number: int) -> str:
        return f"{number} 0 R".ljust(self.digits + 4)

    def _object(self, number: int, said: str) -> bytes:
        return f"{f'{number} 0 obj'.ljust(self.digits + 6)}\n{said}\nendobj\n".encode("ascii")


def _end(base: _Base, copy: _Copy, count: int, position: int) -> Iterator[bytes]:
    """The nodes above the copies, the cross-reference table and the trailer."""
    start = position - copy.length * count
    pages = len(base.pages)
    above: list[int] = []
    for group in range(copy.groups):
        members = range(group * _GROUP, min(count, (group + 1) * _GROUP))
        kids = " ".join(f"{copy.node(index)} 0 R" for index in members)
        above.append(position)
        said = f"<< /Type /Pages /Parent {base.tree} 0 R /Count {len(members) * pages} /Kids [{kids}] >>"
        part = f"{copy.first_group + group} 0 obj\n{said}\nendobj\n".encode()
        position += len(part)
        yield part
    kids = " ".join(f"{copy.first_group + group} 0 R" for group in range(copy.groups))
    tree = f"{base.tree} 0 obj\n<< /Type /Pages /Count {count * pages} /Kids [{kids}] >>\nendobj\n".encode()
    yield tree
    size = copy.first_group + copy.groups
    table = [f"xref\n{base.tree} 1\n{_ENTRY.format(position)}{copy.first} {size - copy.first}\n"]
    for index in range(count):
        table += [_ENTRY.format(start + index * copy.length + offset) for offset in copy.starts]
        if index % _GROUP == _GROUP - 1:
            yield "".join(table).encode()
            table = []
    table += map(_ENTRY.format, above)
    yield "".join(table).encode()
    info = "" if base.info is None else f" /Info {base.info} 0 R"
    said = f"/Size {size} /Root {base.root} 0 R{info} /Prev {base.xref} /ID [<{base.identity}> <{base.identity}>]"
    yield f"trailer\n<< {said} >>\nstartxref\n{position + len(tree)}\n%%EOF\n".encode()
