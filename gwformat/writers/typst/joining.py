"""PDFs of successive pages, as typst writes them, come in; one PDF with all their pages goes out.

Words, tags, bookmarks and metadata are as if it had been written in one go. Only the fonts are not: each of the PDFs
brings the outlines of the characters that its own pages show.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from types import ModuleType
from typing import TYPE_CHECKING, Any

from gwformat.errors import ComponentMissing
from gwformat.values import dataclass

if TYPE_CHECKING:
    from pypdf.generic import IndirectObject

_HEADING = re.compile(r"/H([1-6])")
_PAGES = re.compile(rb"(?<=<xmpTPg:NPages>)\d+")


def joined(files: Sequence[bytes]) -> bytes:
    """The PDF of all pages; the same files give the same bytes.

    Raises `ComponentMissing` where pypdf is not installed.
    """
    pypdf = _library()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(files[0]))
    about = dict(writer._info or {})  # an archive file may not say more here than in its metadata
    join = _Join(writer, pypdf.generic)
    for data in files[1:]:
        join.add(pypdf.PdfReader(io.BytesIO(data)))
    join.finish(base64.b64encode(hashlib.sha256(b"".join(files)).digest()[:16]))
    for key in [key for key in writer._info or {} if key not in about]:
        del writer._info[key]
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


@dataclass(slots=True)
class _Bookmark:
    """A bookmark of the result, with those below it."""

    level: int
    reference: IndirectObject
    below: list[_Bookmark] = field(default_factory=list)


class _Join:
    """The PDF that grows."""

    def __init__(self, writer: Any, generic: Any) -> None:
        self._writer, self._generic = writer, generic
        root = writer.root_object
        self._tree: Any = root["/StructTreeRoot"]
        self._document = self._tree["/K"][0]  # the element that holds all others
        found = zip(_headings(self._document.get_object()), _bookmarks(root), strict=True)
        self._bookmarks = [_Bookmark(level, reference) for level, reference in found]

    def add(self, reader: Any) -> None:
        """Add the pages of one more file."""
        first = int(self._tree["/ParentTreeNextKey"])
        pages = {_number(page): self._page(page, first) for page in reader.pages}
        tree: Any = reader.root_object["/StructTreeRoot"]
        document = tree["/K"][0].get_object()
        elements = _Elements(self._writer, self._generic, pages)
        self._document.get_object()["/K"].extend(elements.copied(kid, self._document) for kid in document["/K"])
        self._number(tree["/ParentTree"]["/Nums"], elements.by_number, first)
        self._tree[self._name("/ParentTreeNextKey")] = self._generic.NumberObject(first + tree["/ParentTreeNextKey"])
        for level, reference in zip(_headings(document), _bookmarks(reader.root_object), strict=True):
            old: Any = reference.get_object()
            page, *place = old["/Dest"].get_object()
            target = self._generic.ArrayObject((pages[page.idnum], *place))
            new = self._dictionary({"/Title": old["/Title"], "/Dest": target})
            self._bookmarks.append(_Bookmark(level, self._writer._add_object(new)))

    def _page(self, page: Any, first: int) -> IndirectObject:
        """A copy of a page, whose marked content is numbered from `first` in the structure."""
        added = self._writer.add_page(page)
        if "/StructParents" in page:
            added[self._name("/StructParents")] = self._generic.NumberObject(first + page["/StructParents"])
        reference: IndirectObject = added.indirect_reference
        return reference

    def _number(self, numbers: Any, elements: Mapping[int, IndirectObject], first: int) -> None:
        """Say of each page which elements its marked content belongs to."""
        known = self._tree["/ParentTree"]["/Nums"]
        for key, holders in zip(numbers[::2], numbers[1::2], strict=True):
            held = [elements[one.idnum] if hasattr(one, "idnum") else one for one in holders.get_object()]
            known.append(self._generic.NumberObject(first + key))
            known.append(self._writer._add_object(self._generic.ArrayObject(held)))

    def finish(self, identity: bytes) -> None:
        """Say of the whole what each file said of itself: bookmarks, the number of pages, and which file this is."""
        root = self._writer.root_object
        if self._bookmarks:
            self._hang_all(root)
        old = self._writer._ID[0].original_bytes
        said = root["/Metadata"].get_data().replace(old, identity)
        root["/Metadata"].set_data(_PAGES.sub(b"%d" % len(self._writer.pages), said))
        self._writer._ID = self._generic.ArrayObject([self._generic.ByteStringObject(identity)] * 2)

    def _hang_all(self, root: Any) -> None:
        """All bookmarks, each below the last one before it that is higher."""
        tree: list[_Bookmark] = []
        for bookmark in self._bookmarks:
            siblings = tree
            while siblings and siblings[-1].level < bookmark.level:
                siblings = siblings[-1].below
            siblings.append(bookmark)
        if "/Outlines" not in root:
            root[self._name("/Outlines")] = self._writer._add_object(self._dictionary({}))
        outline = root["/Outlines"].get_object()
        outline[self._name("/Type")] = self._name("/Outlines")
        self._hang(tree, root.raw_get("/Outlines"), sign=1)

    def _hang(self, bookmarks: Sequence[_Bookmark], above: IndirectObject, *, sign: int = -1) -> None:
        """Hang bookmarks below another one; what is below one of them is folded, as typst has it."""
        generic, references = self._generic, [bookmark.reference for bookmark in bookmarks]
        holder: Any = above.get_object()
        holder[self._name("/First")], holder[self._name("/Last")] = references[0], references[-1]
        holder[self._name("/Count")] = generic.NumberObject(sign * len(references))
        neighbours = zip(bookmarks, (None, *references), (*references[1:], None), strict=False)
        for bookmark, before, after in neighbours:
            said: Any = bookmark.reference.get_object()
            links = {"/Parent": above, "/Title": said["/Title"], "/Dest": said.raw_get("/Dest")}
            links |= {key: one for key, one in (("/Prev", before), ("/Next", after)) if one is not None}
            said.clear()
            said.update(self._dictionary(links))
            if bookmark.below:
                self._hang(bookmark.below, bookmark.reference)

    def _name(self, name: str) -> Any:
        return self._generic.NameObject(name)

    def _dictionary(self, said: Mapping[str, Any]) -> Any:
        return self._generic.DictionaryObject({self._name(key): value for key, value in said.items()})


class _Elements:
    """Copies the elements of the structure of one file; `pages` are the copies of its pages, by the old numbers."""

    def __init__(self, writer: Any, generic: Any, pages: Mapping[int, IndirectObject]) -> None:
        self._writer, self._generic, self._pages = writer, generic, pages
        self.by_number: dict[int, IndirectObject] = {}  # the copies, by the old numbers

    def copied(self, old: IndirectObject, parent: IndirectObject) -> IndirectObject:
        """A copy of an element and of all within it."""
        said: Any = old.get_object()
        new = self._generic.DictionaryObject()
        reference: IndirectObject = self._writer._add_object(new)
        self.by_number[old.idnum] = reference
        for key, value in said.items():
            if key == "/P":
                copy: Any = parent
            elif key == "/Pg":
                copy = self._pages[said.raw_get(key).idnum]
            elif key == "/K":
                kids = value if isinstance(value, list) else [said.raw_get(key)]
                copy = self._generic.ArrayObject([self._kid(kid, reference) for kid in kids])
            else:
                copy = value.clone(self._writer)
            new[self._generic.NameObject(key)] = copy
        return reference

    def _kid(self, kid: Any, parent: IndirectObject) -> Any:
        """An element within another, or the number of marked content, by itself or with its page."""
        if hasattr(kid, "idnum"):
            return self.copied(kid, parent)
        if not isinstance(kid, dict):
            return kid
        name = self._generic.NameObject("/Pg")
        return self._generic.DictionaryObject({**kid, name: self._pages[kid["/Pg"].indirect_reference.idnum]})


def _bookmarks(root: Any) -> list[IndirectObject]:
    """The bookmarks of a file in their order."""
    return [*_below(root["/Outlines"])] if "/Outlines" in root else []


def _below(node: Any) -> Iterator[IndirectObject]:
    reference = node.raw_get("/First") if "/First" in node else None
    while reference is not None:
        yield reference
        item = reference.get_object()
        yield from _below(item)
        reference = item.raw_get("/Next") if "/Next" in item else None


def _headings(element: Any) -> list[int]:
    """The levels of the headings among the elements of the structure, in their order."""
    found = _HEADING.fullmatch(element.get("/S", ""))
    kids = element.get("/K", ())
    inner = [level for kid in kids if hasattr(kid, "idnum") for level in _headings(kid.get_object())]
    return [int(found[1]), *inner] if found else inner


def _number(page: Any) -> int:
    return int(page.indirect_reference.idnum)


def _library() -> ModuleType:
    try:
        import pypdf
        import pypdf.generic
    except ImportError:
        raise ComponentMissing("输出一千多页的 PDF ", "pypdf", "pdf") from None
    return pypdf
