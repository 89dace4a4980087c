"""Draft and Document in, the account of every leaf out: kept, moved, set anew, changed, dropped, added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from gwformat.ledger.counting import Tally, balance_of, differences, edits, excess, length, spelled, tally, undeclared
from gwformat.ledger.entries import Characters
from gwformat.ledger.things import Anchor
from gwformat.ledger.uses import SET_ANEW, Leaf, Use, leaf_of, leaves_of, uses_of
from gwformat.model import (
    OBJECT,
    SIGN_OFF_ROLES,
    TURNED,
    Carrier,
    CarrierKind,
    Change,
    Document,
    Draft,
    Fate,
    Paragraph,
    Role,
)
from gwformat.values import dataclass


@dataclass(slots=True)
class Account:
    """What the comparison of draft and document found."""

    characters: tuple[Characters, ...] = ()
    problems: list[str] = field(default_factory=list)
    dropped: dict[Anchor, str] = field(default_factory=dict)  # opaque pieces left out, with the declared reason
    kept: set[Anchor] = field(default_factory=set)  # inline pieces that a block shows
    replaced: dict[int, str] = field(default_factory=dict)  # paragraphs whose words all gave way to others, and why


class Declared:
    """The changes, to be asked by paragraph."""

    def __init__(self, paragraphs: Sequence[Paragraph], changes: Iterable[Change]) -> None:
        bodies = {paragraph.source.part for paragraph in paragraphs}
        self.body = [change for change in changes if change.source is None or change.source.part in bodies]
        self.elsewhere = [
            change for change in changes if change.source is not None and change.source.part not in bodies
        ]
        self.before, self.after = balance_of(self.body)
        self.turned = any(change.step == TURNED for change in self.body)  # sections were made for tables
        self._at: dict[int, list[Change]] = {}
        self._gone: dict[int, tuple[str | None, Tally]] = {}  # of a paragraph: why words went, and which
        self._anywhere = [change for change in self.body if change.source is None]
        for change in self.body:
            if change.source is not None:
                for number in range(change.source.first, change.source.last + 1):
                    self._at.setdefault(number, []).append(change)

    def at(self, paragraph: int) -> list[Change]:
        """The changes that cover a paragraph, those without a place included."""
        return self._at.get(paragraph, []) + self._anywhere

    def moves(self, paragraph: int) -> bool:
        """Whether one of the changes moves a paragraph, or a part of it."""
        return any(change.fate is Fate.MOVED for change in self.at(paragraph))

    def allow(self, was: str, now: str) -> bool:
        """Whether the changes together can have made `now` of `was`."""
        lost, extra = edits(was, now)
        return not undeclared(lost, self.before) and not undeclared(extra, self.after)

    def emptied(self, paragraph: int, words: str) -> str | None:
        """Why none of these words of a paragraph is left, if the changes of that very paragraph took them all away."""
        if paragraph not in self._gone:
            changes = [change for change in self._at.get(paragraph, ()) if change.before]
            why = changes[0].reason or changes[0].step if changes else None
            self._gone[paragraph] = why, tally(balance_of(changes)[0])
        why, gone = self._gone[paragraph]
        return None if any(count > gone[char] for char, count in tally(words).items()) else why

    def reason(self, paragraph: int) -> str | None:
        """Why something of this paragraph was left out or set anew, if a change says so."""
        for change in self._at.get(paragraph, ()):
            if change.fate in (Fate.DROPPED, Fate.RERENDERED, Fate.MOVED):
                return change.reason or change.step
        return None


def account(
    document: Document, paragraphs: Sequence[Paragraph], spelled_labels: Mapping[int, str], declared: Declared
) -> Account:
    """Follow every leaf of the draft, whose `paragraphs` these are, into the document."""
    draft = document.draft
    result = Account()
    leaves = dict(leaves_of(paragraphs))
    uses = list(uses_of(document, spelled_labels))
    shown: dict[Leaf, list[Use]] = {}
    for use in uses:
        if use.leaf is not None:
            shown.setdefault(use.leaf, []).append(use)
    _check_known(leaves, shown, result)
    _check_contiguous(uses, result)
    moved = _check_order(leaves, uses, document, declared, result)
    _check_sums(paragraphs, uses, declared, result)
    _check_paragraphs(paragraphs, uses, declared, result)
    _check_labels(document, paragraphs, declared, result)
    result.replaced = dict(_replaced(leaves, shown, declared))
    result.dropped = dict(_dropped(draft, paragraphs, document, shown, declared, result))
    result.characters = _characters(paragraphs, leaves, shown, uses, moved)
    return result


def _check_known(leaves: dict[Leaf, str], shown: dict[Leaf, list[Use]], result: Account) -> None:
    for leaf in shown:
        if leaf not in leaves:
            result.problems.append(f"成品引用了原文没有的内容：第 {leaf[0]} 段第 {leaf[1] + 1} 处")


def _check_contiguous(uses: list[Use], result: Account) -> None:
    """A leaf may be split over neighbouring runs, but not stand in two places.

    What is set anew may: “文件” beside the first of several names comes to stand after the last. That it stands there
    only once is known from the sums.
    """
    closed: set[Leaf] = set()
    present: Leaf | None = None
    for use in uses:
        if use.leaf is None or use.leaf == present:
            continue
        if use.leaf in closed and use.role not in SET_ANEW:
            result.problems.append(f"原文第 {use.leaf[0]} 段的“{_short(use.text)}”在成品中出现在两处")
        if present is not None:
            closed.add(present)
        present = use.leaf


def _check_order(
    leaves: dict[Leaf, str], uses: list[Use], document: Document, declared: Declared, result: Account
) -> set[int]:
    """The body keeps its sequence; return the indices of blocks that stand elsewhere than in the draft."""
    place = {leaf: position for position, leaf in enumerate(leaves)}
    moved: set[int] = set()
    last = -1
    highest = -1
    for use in uses:
        if use.leaf is None:
            continue
        position = place.get(use.leaf, last)
        if use.role in SET_ANEW:
            if position < highest:
                moved.add(use.block)
            highest = max(highest, position)
            continue
        if use.role in SIGN_OFF_ROLES and declared.moves(use.leaf[0]):
            moved.add(use.block)  # up or down: it says nothing of the order of the others
            continue
        if position < last and use.block not in moved:
            moved.add(use.block)
            if not declared.moves(use.leaf[0]):
                text = _short(document.blocks[use.block].text)
                result.problems.append(f"正文顺序变了：原文第 {use.leaf[0]} 段“{text}”排到了后面的内容之后")
        last = max(last, position)
    return moved


def _check_sums(paragraphs: Sequence[Paragraph], uses: list[Use], declared: Declared, result: Account) -> None:
    source = "".join([run.text for paragraph in paragraphs for run in paragraph.runs])
    target = "".join([use.text for use in uses])
    lost, extra = differences(source + declared.after, target + declared.before)
    if lost:
        result.problems.append(f"排版后少了未说明的字：{spelled(lost)}")
    if extra:
        result.problems.append(f"排版后多了未说明的字：{spelled(extra)}")


def _check_paragraphs(paragraphs: Sequence[Paragraph], uses: list[Use], declared: Declared, result: Account) -> None:
    """In every paragraph, what differs is within what the changes of that paragraph list."""
    sources: dict[int, list[str]] = {}  # a line of a text file may be several paragraphs
    for paragraph in paragraphs:
        words = sources.setdefault(paragraph.source.first, [])
        words += (run.text for run in paragraph.runs if run.atom is not None)
    texts: dict[int, list[str]] = {}
    for use in uses:
        if use.leaf is not None:
            texts.setdefault(use.leaf[0], []).append(use.text)
    for number, words in sources.items():
        source, target = "".join(words), "".join(texts.get(number, ()))
        if source == target:
            continue
        before, after = balance_of(declared.at(number))
        lost, extra = edits(source, target)
        if lost := undeclared(lost, before):
            result.problems.append(f"第 {number} 段少了未说明的字：{spelled(lost)}")
        if extra := undeclared(extra, after):
            result.problems.append(f"第 {number} 段多了未说明的字：{spelled(extra)}")


def _check_labels(document: Document, paragraphs: Sequence[Paragraph], declared: Declared, result: Account) -> None:
    """The label of an automatic list is visible: where its paragraph is set as an element, it has become text."""
    labels = {p.source.first: p.label for p in paragraphs if p.label.strip()}
    if not labels:
        return
    shown = {run.paragraph for block in document.blocks for run in block.runs if run.atom is not None}
    for number in sorted(labels.keys() & shown):
        _, after = balance_of(declared.at(number))
        if excess(labels[number].strip(), after):
            result.problems.append(f"第 {number} 段的自动编号“{labels[number].strip()}”没有转为文字")


def _replaced(leaves: dict[Leaf, str], shown: dict[Leaf, list[Use]], declared: Declared) -> Iterator[tuple[int, str]]:
    """Paragraphs none of whose words are left although a change gives others for them: the user's words won."""
    seen = {leaf[0] for leaf in shown if leaves.get(leaf) != OBJECT}
    for number in dict.fromkeys(leaf[0] for leaf, text in leaves.items() if text != OBJECT):
        change = next((change for change in declared.at(number) if change.before and change.after), None)
        if number not in seen and change is not None:
            yield number, change.reason or change.step


def _dropped(
    draft: Draft,
    paragraphs: Sequence[Paragraph],
    document: Document,
    shown: dict[Leaf, list[Use]],
    declared: Declared,
    result: Account,
) -> Iterator[tuple[Anchor, str]]:
    """The opaque pieces no block refers to; each must be covered by a change."""
    carried = {
        (block.carrier.kind, block.carrier.source)
        for block in document.blocks
        if block.carrier is not None and block.carrier.source is not None
    }
    for piece in draft.blocks:
        if isinstance(piece, Carrier) and piece.source is not None and (piece.kind, piece.source) not in carried:
            kind = "table" if piece.kind is CarrierKind.TABLE else "block"
            yield (kind, piece.source.first, 0), _reason(piece, piece.source.first, declared, result)
    for paragraph in paragraphs:
        position = 0
        for run in paragraph.runs:
            if run.text != OBJECT:
                continue
            leaf, number = leaf_of(run), paragraph.source.first
            if leaf in shown:
                result.kept.add(("inline", number, position))
            elif leaf is not None:
                yield ("inline", number, position), _reason(run.carrier, number, declared, result)
            position += 1


_UNDECLARED = ""


def _reason(carrier: Carrier | None, paragraph: int, declared: Declared, result: Account) -> str:
    reason = declared.reason(paragraph)
    if reason is None:
        what = carrier.kind.value if carrier is not None else "object"
        result.problems.append(f"第 {paragraph} 段的对象（{what}）未出现在成品中，也没有说明")
    return reason or _UNDECLARED


def _characters(
    paragraphs: Sequence[Paragraph],
    leaves: dict[Leaf, str],
    shown: dict[Leaf, list[Use]],
    uses: list[Use],
    moved: set[int],
) -> tuple[Characters, ...]:
    rows: dict[Role, dict[str, int]] = {}

    def add(role: Role, column: str, count: int) -> None:
        if count:
            row = rows.setdefault(role, {})
            row[column] = row.get(column, 0) + count

    for leaf, text in leaves.items():
        found = shown.get(leaf)
        if found is None:
            add(Role.OTHER, "dropped", length(text))
            continue
        if len(found) == 1 and found[0].text == text:  # the usual case, without counting
            add(found[0].role, _column(found[0], moved), length(text))
            continue
        for use in found:
            left, new = edits(text, use.text)
            added = sum(new.values())
            add(use.role, _column(use, moved), length(use.text) - added)
            add(use.role, "added", added)
            text = "".join([char * count for char, count in left.items()])
        add(found[-1].role, "changed", length(text))
    unnumbered = tally("".join([run.text for paragraph in paragraphs for run in paragraph.runs if run.atom is None]))
    for use in uses:
        if use.leaf is None:
            again = tally(use.text) & unnumbered if unnumbered else unnumbered
            unnumbered = unnumbered - again if again else unnumbered
            add(use.role, _column(use, moved), again.total())
            add(use.role, "added", length(use.text) - again.total())
    add(Role.OTHER, "dropped", unnumbered.total())
    return tuple(Characters(role, **rows[role]) for role in Role if role in rows)


def _column(use: Use, moved: set[int]) -> str:
    if use.block in moved:
        return "moved"
    return "rerendered" if use.role in SET_ANEW else "kept"


def _short(text: str) -> str:
    return text if len(text) <= 12 else text[:12] + "…"
