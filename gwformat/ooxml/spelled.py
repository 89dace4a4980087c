"""The bytes of an XML part come in; whether they hold this or that, and what its properties say, goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from gwformat.ooxml.names import W, w

_W_URI = W.encode()
_W_PREFIX = b'xmlns:w="' + _W_URI + b'"'
_UTF_8 = re.compile(rb"""<(?!\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["']))""", re.IGNORECASE)
# The word comes first: so the pattern is looked for where it stands, not at every place.
_NAMESPACE = re.compile(rb"""xmlns(?<=\bxmlns)(?::[\w.-]+)?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TAG = re.compile(rb"<[\w:.-]+")
_RPR, _PPR = w("rPr"), w("pPr")


class Spelled:
    """The bytes of a part; whether they hold this or that is looked for once."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._known: dict[object, bool] = {}
        self._found: dict[re.Pattern[bytes], frozenset[bytes]] = {}

    def holds(self, mark: bytes) -> bool:
        """Whether `mark`, which does not go on into another tag, is in the bytes."""
        found = self._known.get(mark)
        if found is None:
            found = self._known[mark] = (mark.isascii() or not self.is_ascii) and mark in self._once
        return found

    @cached_property
    def is_ascii(self) -> bool:
        """Whether it has no Chinese, as most style sheets: to look for a character of it takes ten times as long."""
        return self.data.isascii()

    @cached_property
    def _once(self) -> bytes:
        """The bytes; of a part without Chinese, which is markup, each tag with the words behind it once.

        A style sheet says most things again and again: what is left is a sixth of it.
        """
        return b"<".join(dict.fromkeys(self.data.split(b"<"))) if self.is_ascii else self.data

    def has(self, tags: tuple[bytes, ...]) -> bool:
        """Whether one of `tags` is part of the beginning of a tag."""
        found = self._known.get(tags)
        if found is None:
            found = self._known[tags] = any(map(self.tags.__contains__, tags))
        return found

    def matches(self, pattern: re.Pattern[bytes]) -> bool:
        """Whether the pattern, which does not go on into another tag, is found in the bytes."""
        found = self._known.get(pattern)
        if found is None:
            found = self._known[pattern] = pattern.search(self._once) is not None
        return found

    def found(self, pattern: re.Pattern[bytes]) -> frozenset[bytes]:
        """What the only group of a pattern is found to be."""
        found = self._found.get(pattern)
        if found is None:
            found = self._found[pattern] = frozenset(pattern.findall(self._once))
        return found

    @cached_property
    def tags(self) -> bytes:
        """The beginnings of all its tags, each once: quicker to look through than the whole."""
        return b"".join(set(_TAG.findall(self.data)))

    @cached_property
    def is_ordinary(self) -> bool:
        """Whether the part is plain UTF-8, with WordprocessingML under its usual prefix."""
        named = self.data.count(_W_URI)
        usual = named == 0 or (named == 1 and _W_PREFIX in self.data)
        rare = _has(self.data, b"&", b"&#") or _has(self.data, b"[", b"<![CDATA[")
        return usual and not rare and bool(_UTF_8.match(self.data))

    @cached_property
    def namespaces(self) -> tuple[str, ...]:
        """The namespaces it declares, as often as it does."""
        return tuple((first or second).decode("utf-8", "replace") for first, second in _NAMESPACE.findall(self.data))

    @cached_property
    def is_annotated(self) -> bool:
        """Whether it has comments of XML or processing instructions."""
        declared = self.data.find(b"?>")  # the end of the declaration, behind which a question mark is rare
        return _has(self.data, b"!", b"<!--") or (
            self.data.find(b"?", declared + 2) >= 0 and self.data.count(b"<?") > 1
        )

    def properties(self, root: etree._Element) -> dict[etree._Element | None, bytes]:
        """What the `w:rPr` and `w:pPr` of the part say, as it is spelled; a `w:pPr` without the mark's `w:rPr`.

        `root` is the tree of these very bytes. Where the same is said twice, alike or in two ordinary parts, the bytes
        may be equal; where they are, the same is said. Properties that hold older ones (tracked changes) are left out;
        `None`, for an element that has none, is never among the keys.
        """
        if not self.is_ordinary or self.is_annotated:
            return {}
        found: dict[etree._Element | None, bytes] = dict(_said(self.data, b"w:rPr", list(root.iter(_RPR))))
        found.update((node, _unmarked(said)) for node, said in _said(self.data, b"w:pPr", list(root.iter(_PPR))))
        return found


def _has(data: bytes, sign: bytes, mark: bytes) -> bool:
    """Whether `mark` is in `data`; one sign of it is found or missed in a hundredth of the time."""
    return sign in data and mark in data


def _said(data: bytes, name: bytes, nodes: list[etree._Element]) -> Iterator[tuple[etree._Element, bytes]]:
    """Each of `nodes`, which are all of this name in their order, with what stands in it."""
    start, end = b"<%s>" % name, b"</%s>" % name
    pieces = data.replace(b"<%s/>" % name, start + end).split(start)[1:]
    if len(pieces) != len(nodes):  # with attributes, or spelled otherwise
        return
    for node, piece in zip(nodes, pieces, strict=True):
        said, closed, _ = piece.partition(end)
        if closed:
            yield node, said


def _unmarked(said: bytes) -> bytes:
    said = said.replace(b"<w:rPr/>", b"")
    before, mark, rest = said.partition(b"<w:rPr>")
    return before + rest.rpartition(b"</w:rPr>")[2] if mark else said
