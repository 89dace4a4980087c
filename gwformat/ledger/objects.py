"""Are all objects there? What the source holds against what the output holds, kind by kind."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gwformat.expressions import expression
from gwformat.ledger.accounts import Account, Declared
from gwformat.ledger.entries import ObjectKind, Objects
from gwformat.ledger.evidence import Evidence
from gwformat.ledger.plain_tables import of_table
from gwformat.ledger.things import Thing
from gwformat.ledger.writing import is_set_anew, is_signature
from gwformat.model import OBJECT, Carrier, CarrierKind, Draft, Role, SealPicture

_ADDABLE = (ObjectKind.TABLE, ObjectKind.TEXT_BOX)
"""Kinds the writer makes itself in head and imprint: frames, the imprint's table; tables of 署名 as well."""

_IN_PIECES = (ObjectKind.HYPERLINK, ObjectKind.INSERTION)
"""Kinds that may lie over several elements of one paragraph, each of which becomes a paragraph of its own."""
_MOST_PIECES = 6
_BESIDE = "_gw"
_ELEMENT = expression("(?:" + "|".join(role.value for role in Role) + rf")\d*(?:{_BESIDE})*")

_WRAPPERS = (*_IN_PIECES, ObjectKind.CONTENT_CONTROL)
"""Kinds that only lie around words: without any of these there is nothing for them to lie around."""
_NO_WORDS = "里面没有文字"


def compare(
    source: Iterable[Thing], output: Evidence, account: Account, declared: Declared, seals: Iterable[SealPicture] = ()
) -> tuple[tuple[Objects, ...], list[str]]:
    """One row per kind, and a problem for every object that is missing or was not there before but for the `seals`.

    Pictures are told by their bytes, so that those of the seals are in the output as the user gave them.
    """
    pressed = Counter(hashlib.sha256(seal.data).hexdigest() for seal in seals)
    wanted, found = _by_kind(source), _by_kind(output.things)
    rows: list[Objects] = []
    problems: list[str] = []
    for kind in ObjectKind:
        had = wanted.get(kind, [])
        has = [thing for thing in found.get(kind, ()) if not _made_by_writer(thing, output)]
        if kind is ObjectKind.BOOKMARK:  # the writer names its elements by bookmarks
            names = {thing.key for thing in had}
            has = [thing for thing in has if thing.key in names]
        if not (had or has or (kind is ObjectKind.IMAGE and pressed)):
            continue
        if kind is ObjectKind.IMAGE:
            has, lacking = _without_seals(has, pressed)
            problems += [f"成品少了印章图片 {lacking} 枚"] if lacking else []
        excused = {id(thing): reason for thing in had if (reason := _excuse(thing, account, declared)) is not None}
        missing, extra = _unmatched(had, has, excused, declared)
        gone = [thing for thing in had if id(thing) in missing]
        allowed = [excused[id(thing)] for thing in gone if id(thing) in excused]
        rows.append(Objects(kind, len(had), len(has), len(allowed), tuple(dict.fromkeys(filter(None, allowed)))))
        problems += (f"{kind}丢失：{_described(thing)}" for thing in gone if id(thing) not in excused)
        if kind is ObjectKind.SECTION and declared.turned:
            continue
        problems += (f"成品多出{kind}：{_described(thing)}" for thing in extra)
    return tuple(rows), problems


def without_elements(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """The objects of a result that was edited, but for the bookmarks that name its elements: these are set anew.

    What was 三级标题3 may be text now. Beside 标题_gw the bookmark 标题 is the user's, and stays.
    """
    kept = tuple(things)
    names = {thing.key for thing in kept if thing.kind is ObjectKind.BOOKMARK}
    return tuple(
        thing
        for thing in kept
        if thing.kind is not ObjectKind.BOOKMARK or not _ELEMENT.fullmatch(thing.key) or thing.key + _BESIDE in names
    )


def _without_seals(has: Iterable[Thing], pressed: Counter[str]) -> tuple[list[Thing], int]:
    """The pictures that are no seals, and how many seals there are not."""
    wanted, rest = Counter(pressed), []
    for thing in has:
        if wanted[thing.key] > 0:
            wanted[thing.key] -= 1
        else:
            rest.append(thing)
    return rest, wanted.total()


def _by_kind(things: Iterable[Thing]) -> dict[ObjectKind, list[Thing]]:
    result: dict[ObjectKind, list[Thing]] = {}
    for thing in things:
        result.setdefault(thing.kind, []).append(thing)
    return result


def of_draft(draft: Draft) -> Iterator[Thing]:
    """The objects of a draft that has no package: tables, pictures and page breaks of a text format."""
    for carrier in _carriers(draft):
        if carrier.kind is CarrierKind.TABLE:
            yield of_table(carrier.rows, carrier.spans)
        elif carrier.kind is CarrierKind.IMAGE and carrier.data:
            yield Thing(ObjectKind.IMAGE, hashlib.sha256(carrier.data).hexdigest())
        elif carrier.kind is CarrierKind.PAGE_BREAK:
            first = carrier.source.first if carrier.source is not None else 0
            yield Thing(ObjectKind.BREAK, "page", paragraph=first, anchors=(("block", first, 0),))


def _carriers(draft: Draft) -> Iterator[Carrier]:
    for block in draft.blocks:
        if isinstance(block, Carrier):
            yield block
    for paragraph in draft.paragraphs():
        for run in paragraph.runs:
            if run.carrier is not None:
                yield run.carrier


def _made_by_writer(thing: Thing, output: Evidence) -> bool:
    if thing.kind not in _ADDABLE or not 0 < thing.paragraph <= len(output.paragraphs):
        return False
    words = output.paragraphs[thing.paragraph - 1]
    return is_set_anew(words) or (thing.kind is ObjectKind.TABLE and is_signature(words))


def _excuse(thing: Thing, account: Account, declared: Declared) -> str | None:
    """Why an object may be missing: the innermost piece around it was left out, or its words are gone as declared."""
    if thing.kind is ObjectKind.FIELD and thing.paragraph in account.replaced:
        return account.replaced[thing.paragraph]
    for anchor in reversed(thing.anchors):
        if anchor in account.dropped:
            return account.dropped[anchor]
        if anchor in account.kept:
            return None
    return _emptied(thing, declared)


def _emptied(thing: Thing, declared: Declared) -> str | None:
    """Why nothing is left for a link, a tracked insertion or a control to lie around, if that is so."""
    if thing.kind not in _WRAPPERS:
        return None
    words = (thing.around or thing.words).replace(OBJECT, "")
    if thing.kind is ObjectKind.CONTENT_CONTROL and not words.strip():
        return _NO_WORDS
    return declared.emptied(thing.paragraph, words)


def _unmatched(
    had: list[Thing], has: list[Thing], excused: Mapping[int, str], declared: Declared
) -> tuple[set[int], list[Thing]]:
    """Pair source and output objects: first those equal in all, then those whose words changed as declared."""
    left = [thing for thing in had if id(thing) not in excused] + [thing for thing in had if id(thing) in excused]
    rest = Counter((thing.key, thing.words) for thing in has)
    open_: list[Thing] = []
    for thing in left:
        if rest[thing.key, thing.words] > 0:
            rest[thing.key, thing.words] -= 1
        else:
            open_.append(thing)
    spare: dict[str, list[str]] = {}
    for key, words in rest.elements():
        spare.setdefault(key, []).append(words)
    missing: set[int] = set()
    for thing in open_:
        match = _match(thing, spare.get(thing.key, []), declared)
        if not match:
            missing.add(id(thing))
        for words in match:
            spare[thing.key].remove(words)
    kind = has[0].kind if has else ObjectKind.OTHER
    return missing, [Thing(kind, key, words) for key, texts in spare.items() for words in texts]


def _match(thing: Thing, spare: Sequence[str], declared: Declared) -> Sequence[str]:
    """Of the words that objects like `thing` cover in the output those that are its; none if they are not there.

    A link or a tracked insertion over several elements of one line is in pieces, one in each element.
    """
    pieces = range(1, (min(_MOST_PIECES, len(spare)) if thing.kind in _IN_PIECES else 1) + 1)
    stretches = (spare[start : start + count] for count in pieces for start in range(len(spare) - count + 1))
    return next((found for found in stretches if declared.allow(thing.words, "".join(found))), ())


def _described(thing: Thing) -> str:
    words = thing.words.replace("\x1f", " ") or (thing.key if len(thing.key) != 64 else thing.key[:8])
    words = f"“{words[:20]}”" if words else ""
    return f"第 {thing.paragraph} 段{words}" if thing.paragraph else words or "不在正文段落中"
