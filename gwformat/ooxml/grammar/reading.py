"""The bytes of a part come in; whether all its markup is in the grammar goes out.

One way over the bytes, with what was once found of a tag at hand: a tree takes longer. What is spelled unusually is
not in the grammar here, though it may be in its tree.
"""

from __future__ import annotations

from typing import NamedTuple

from gwformat.expressions import expression
from gwformat.ooxml.grammar import NAMESPACES, entry, is_free, permits
from gwformat.ooxml.grammar.names import KNOWN, is_plain_prefix
from gwformat.ooxml.names import MC
from gwformat.values import dataclass

_READ = expression(r"""(/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)""")
_SAID = expression(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PARAGRAPH = b"<w:p>"
# The last one last: what it gives may look like one of the others. `xml.sax.saxutils` loads all that speaks HTTP.
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
_MC = "mc:"
_OLD_MC = "ve"  # as Word 2007 calls it
_MOST, _LONGEST = 8192, 1024
_OTHER_URIS = KNOWN - frozenset(NAMESPACES.values())
_SPACE = frozenset(("default", "preserve"))


class _Step(NamedTuple):
    """What matters of a tag to where it may stand."""

    name: str
    opens: bool
    closes: bool
    is_transparent: bool  # what stands in it stands in what holds it


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag as it is spelled: what it does, and how the text behind it looks."""

    step: _Step
    text: str | None


_BLOCKS = ("w:p", "w:style", "w:tblStylePr")  # of these, many are built alike
_END = "\0"
_tags: dict[bytes, _Tag | None] = {}
_letters: dict[_Step, str] = {}  # one for each step
_steps: dict[str, _Step] = {}  # by these letters
_placed: set[tuple[str, str]] = set()


def is_in_grammar(data: bytes) -> bool:
    """Whether a part of plain UTF-8 without comments and character references is markup of the grammar throughout.

    Each way of spelling a tag and the words behind it is judged once. How tags follow each other is written with a
    letter for each; most paragraphs, and most parts of styles, are then spelled as others are, and looked at once.
    """
    pieces = data.split(b"<")[1:]
    letters = {piece: _judged(piece) for piece in set(pieces)}
    if "" in letters.values():
        return False
    markup = "".join(map(letters.__getitem__, pieces))
    for name in _BLOCKS:
        begin = _letter(_Step(name, opens=True, closes=False, is_transparent=False))
        markup = markup.replace(begin, _END + begin)
    known: dict[tuple[tuple[str, ...], str], tuple[str, ...] | None] = {}
    above: tuple[str, ...] | None = ("",)
    for block in markup.split(_END):
        if above is None:
            return False
        key = above, block
        if key not in known:
            known[key] = _read_on(block, above)
        above = known[key]
    return above == ("",)


def _read_on(block: str, opened: tuple[str, ...]) -> tuple[str, ...] | None:
    """Follow the steps of a block: what is open before comes in, what is open behind it goes out.

    None if they may not stand where they do.
    """
    above = list(opened)
    for name, opens, closes, is_transparent in map(_steps.__getitem__, block):
        if not opens:
            above.pop()
            if not above:
                return None
            continue
        if (above[-1], name) not in _placed and not _may_stand(above[-1], name):
            return None
        if not closes:
            above.append(above[-1] if is_transparent else name)
    return tuple(above)


def _letter(step: _Step) -> str:
    """The letter for a step; there are no more than tags in the grammar."""
    if step not in _letters:
        _letters[step] = letter = chr(len(_letters) + 1)
        _steps[letter] = step
    return _letters[step]


def _judged(piece: bytes) -> str:
    """The letter for the tag that begins a piece; "" if it, or the words behind it, are not in the grammar."""
    spelled, _, words = piece.partition(b">")
    tag = _tags[spelled] if spelled in _tags else _noted(spelled)
    if tag is None or (words and not _may_say(tag.text, words)):
        return ""
    return _letter(tag.step)


def _noted(spelled: bytes) -> _Tag | None:
    """What a tag is; those that were met are kept, as many as a few documents have, without those that hold a file."""
    tag = _read(spelled.decode("utf-8", "replace"))
    if len(_tags) >= _MOST:
        _tags.clear()
    if len(spelled) <= _LONGEST:
        _tags[spelled] = tag
    return tag


def _read(spelled: str) -> _Tag | None:
    """A tag; None if it is not in the grammar."""
    if spelled.startswith("?xml "):
        return _Tag(_Step("", opens=True, closes=True, is_transparent=False), None)
    found = _READ.fullmatch(spelled)
    if found is None:
        return None
    closing, name, attributes, empty = found.groups()
    known = entry(name)
    if known is None or known.is_opaque:
        return None
    for key, first, second in _SAID.findall(attributes):
        if not _is_known(name, key, _unescaped(first or second)):
            return None
    text = None if closing or empty else known.text
    return _Tag(_Step(name, not closing, bool(closing or empty), name.startswith(_MC)), text)


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
    _placed.add((above, name))
    return True


def _unescaped(value: str) -> str:
    """A value as it reads, where it has no character references."""
    for spelled, char in _ENTITIES if "&" in value else ():
        value = value.replace(spelled, char)
    return value
