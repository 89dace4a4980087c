"""The bytes of a part come in; whether all its markup is in the grammar goes out.

One way over the bytes, with what was once found of a tag at hand: a tree takes longer. What is spelled unusually is
not in the grammar here, though it may be in its tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import unescape

from gwformat.ooxml.grammar import NAMESPACES, entry, is_free, permits
from gwformat.ooxml.grammar.names import KNOWN, is_plain_prefix
from gwformat.ooxml.names import MC

_READ = re.compile(r"""(/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)""")
_SAID = re.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PARAGRAPH = b"<w:p>"
_END_OF_WORDS = b"</w:t>"
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_MC = "mc:"
_OLD_MC = "ve"  # as Word 2007 calls it
_MOST = 8192
_OTHER_URIS = KNOWN - frozenset(NAMESPACES.values())
_SPACE = frozenset(("default", "preserve"))


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag as it is spelled: of which element, whether it opens or closes it, how the text behind it looks."""

    name: str
    opens: bool
    closes: bool
    text: str | None
    is_transparent: bool  # what stands in it stands in what holds it


_tags: dict[bytes, _Tag | None] = {}
_placed: dict[str, set[str]] = {}  # what was met in what


def is_in_grammar(data: bytes) -> bool:
    """Whether a part of plain UTF-8 without comments and character references is markup of the grammar throughout.

    Most paragraphs are marked up as others are: without their words, which may be any, they are looked at once.
    """
    *worded, rest = data.split(_END_OF_WORDS)
    bare = [b"".join(piece.rpartition(b">")[:2]) for piece in worded]
    before, *paragraphs = _END_OF_WORDS.join([*bare, rest]).split(_PARAGRAPH)
    beginning = before.partition(b"<")[2]
    above = _read_on(beginning, ("",)) if beginning else ("",)
    known: dict[tuple[tuple[str, ...], bytes], tuple[str, ...] | None] = {}
    for paragraph in paragraphs:
        if above is None:
            return False
        key = above, paragraph
        if key not in known:
            known[key] = _read_on(_PARAGRAPH[1:] + paragraph, above)
        above = known[key]
    return above == ("",)


def _read_on(data: bytes, opened: tuple[str, ...]) -> tuple[str, ...] | None:
    """Read tags and words, from within a tag on: what is open before comes in and what is open behind them goes out.

    None if they may not stand where they do. Each way of spelling a tag and the words behind it is judged once, which
    leaves little to do for each of the ten thousand tags of a style sheet.
    """
    pieces = data.split(b"<")
    tags = {piece: _judged(piece) for piece in set(pieces)}
    if None in tags.values():
        return None
    above = list(opened)
    last = above[-1]
    here = _placed.setdefault(last, set())
    for tag in map(tags.__getitem__, pieces):
        assert tag is not None
        if tag.opens:
            name = tag.name
            if name not in here and not _may_stand(last, name):
                return None
            if tag.closes:
                continue
            if not tag.is_transparent:
                last = name
            above.append(last)
        else:
            above.pop()
            if not above:
                return None
            last = above[-1]
        here = _placed.setdefault(last, set())
    return tuple(above)


def _judged(piece: bytes) -> _Tag | None:
    """The tag that begins a piece; None if it, or the words behind it, are not in the grammar."""
    spelled, _, words = piece.partition(b">")
    tag = _tags[spelled] if spelled in _tags else _noted(spelled)
    return None if tag is None or (words and not _may_say(tag.text, words)) else tag


def _noted(spelled: bytes) -> _Tag | None:
    """What a tag is; those that were met are kept, as many as a few documents have."""
    tag = _read(spelled.decode("utf-8", "replace"))
    if len(_tags) >= _MOST:
        _tags.clear()
    _tags[spelled] = tag
    return tag


def _read(spelled: str) -> _Tag | None:
    """A tag; None if it is not in the grammar."""
    if spelled.startswith("?xml "):
        return _Tag("", opens=True, closes=True, text=None, is_transparent=False)
    found = _READ.fullmatch(spelled)
    if found is None:
        return None
    closing, name, attributes, empty = found.groups()
    known = entry(name)
    if known is None or known.is_opaque:
        return None
    for key, first, second in _SAID.findall(attributes):
        if not _is_known(name, key, unescape(first or second, _QUOTES)):
            return None
    text = None if closing or empty else known.text
    return _Tag(name, not closing, bool(closing or empty), text, name.startswith(_MC))


def _is_known(name: str, key: str, value: str) -> bool:
    prefix, _, declared = key.partition(":")
    if prefix == "xmlns":
        if declared in NAMESPACES:
            return NAMESPACES[declared] == value
        return (declared == _OLD_MC and value == MC) or (is_plain_prefix(declared) and value in _OTHER_URIS)
    if key in ("mc:Ignorable", "ve:Ignorable") or (key == "Requires" and name == "mc:Choice"):
        return all(map(is_plain_prefix, value.split()))
    known = entry(name)
    look = None if known is None else known.attributes.get(key)
    if look is None:
        return key == "xml:space" and value in _SPACE
    return permits(look, value)


def _may_say(look: str | None, words: bytes) -> bool:
    if look is None:
        return words.isspace()
    return is_free(look) or permits(look, words.decode("utf-8", "replace"))


def _may_stand(above: str, name: str) -> bool:
    holder = entry(above) if above else None
    if name and above and not name.startswith(_MC) and (holder is None or name not in holder.children):
        return False
    _placed.setdefault(above, set()).add(name)
    return True
