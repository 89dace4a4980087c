"""The tag files of an OFD come in; their trees, with the words on the pages they refer to, go out (clause 16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from gwformat.ofd.package import Package, attribute, inside, local, text_of
from gwformat.ofd.values import ObjectRef, Shown, Tag


def tags_of(
    package: Package, said: str, part: str, pages: Mapping[str, int], shown: Mapping[str, Shown]
) -> Iterator[Tag]:
    """The roots of all tag files; `pages` are the numbers of pages by ID, `shown` the words of objects by ID."""
    for base, one in package.listed(said, part, "语义标引", "CustomTag"):
        if schema := text_of(one, "SchemaLoc"):
            package.find(schema, base, "语义标引的模式")
        found = package.part(text_of(one, "FileLoc"), base, "语义标引的内容", free=True)
        if found is not None:
            yield _tag(found[1], pages, shown)


def _tag(element: etree._Element, pages: Mapping[str, int], shown: Mapping[str, Shown]) -> Tag:
    refs = tuple(_ref(one, pages, shown) for one in inside(element, "ObjectRef"))
    children = tuple(_tag(one, pages, shown) for one in element if local(one) not in ("", "ObjectRef"))
    return Tag(local(element), (element.text or "").strip(), refs, children)


def _ref(element: etree._Element, pages: Mapping[str, int], shown: Mapping[str, Shown]) -> ObjectRef:
    page_id, object_id = attribute(element, "PageRef"), (element.text or "").strip()
    page = pages.get(page_id)
    found = shown.get(object_id)
    text = found.text if found is not None and found.page in (0, page) else None
    return ObjectRef(page_id, object_id, page, text)
