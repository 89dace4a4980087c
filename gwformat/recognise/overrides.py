"""What the user says about the elements: recognised blocks in, blocks with the user's words out."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import field

from gwformat.errors import UsageError
from gwformat.model import HEAD_ROLES, IMPRINT_ROLES, Block, Change, Fate, Kind, Role, Run
from gwformat.recognise import joint
from gwformat.recognise.patterns import key
from gwformat.recognise.pieces import Piece, Verdict, whole
from gwformat.values import dataclass

_REASON = "由用户指定"


@dataclass(frozen=True, slots=True)
class Overrides:
    """Words for elements (`values`), roles for source paragraphs by number (`roles`), and the format (`kind`)."""

    values: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[int, Role] = field(default_factory=dict)
    kind: Kind | None = None


NOTHING = Overrides()


def pinned(pieces: Sequence[Piece], overrides: Overrides) -> dict[int, Verdict]:
    """Verdicts for the pieces whose role the user has fixed.

    Raises `UsageError` if there are no words in a source paragraph whose role is fixed.
    """
    verdicts: dict[int, Verdict] = {}
    last: Piece | None = None
    for piece in pieces if overrides.roles else ():
        role = overrides.roles.get(piece.source.first) if piece.source is not None else None
        if role is None or piece.blank:
            continue
        joined = role is Role.TITLE and last is not None and verdicts[last.index].role is Role.TITLE
        verdicts[piece.index] = whole(role, _REASON, joined=joined)
        last = piece
    there = {piece.source.first for piece in pieces if piece.index in verdicts and piece.source is not None}
    if missing := sorted(overrides.roles.keys() - there):
        numbers = "、".join(map(str, missing))
        raise UsageError(f"要指定要素的第 {numbers} 段不存在，或者没有文字", "段号见 gwformat inspect。")
    return verdicts


# Where an element without a place of its own goes: before the first block of one of the roles after it.
_ORDER = (
    *HEAD_ROLES, Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE, Role.HEADING1, Role.HEADING2, Role.HEADING3,
    Role.HEADING4, Role.BODY, Role.OTHER, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE, Role.ANNOTATION,
    Role.ATTENDEES, Role.ABSENTEES, Role.OBSERVERS, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE,
    Role.ATTACHMENT_BODY, *IMPRINT_ROLES,
)  # fmt: skip
_LEADS = {
    Role.SIGNER: "签发人：",
    Role.DISPATCH: "发往：",
    Role.COPY_TO: "抄送：",
    Role.ATTENDEES: "出席：",
    Role.ABSENTEES: "请假：",
    Role.OBSERVERS: "列席：",
    Role.ATTACHMENT_NOTE: "附件：",
}


def completed(role: Role, value: str) -> str:
    """The user's words in the form the element has: `抄送：…。`, `…：`, `（…）`, `…印发`."""
    text = value.strip()
    if not text:
        return text
    lead = _LEADS.get(role)
    if lead is not None and not key(text).startswith((lead, "抄报：", "主送：")):
        text = lead + text
    if role is Role.COPY_TO and text[-1] not in "。.":
        text += "。"
    if role is Role.ADDRESSEE and text[-1] not in "：:":
        text += "："
    if role is Role.ANNOTATION and not text.startswith(("（", "(")):
        text = f"（{text}）"
    if role is Role.PRINT_RUN and text.isdecimal():
        text = f"（共印{text}份）"
    if role is Role.PRINT_DATE and not text.endswith("印发"):
        text += "印发"
    return text


def apply(blocks: Sequence[Block], overrides: Overrides) -> tuple[list[Block], list[Change]]:
    """The blocks with the user's values in them, and what that changed."""
    result = list(blocks)
    changes: list[Change] = []
    for role in sorted(overrides.values, key=_ORDER.index):
        given = overrides.values[role]
        values = [text for order, value in enumerate(given) if (text := _nth(role, value, order))]
        if values:
            _set(result, changes, role, values)
    return result, changes


def _nth(role: Role, value: str, order: int) -> str:
    """The n-th value of an element; only the first attachment name carries “附件：”."""
    return value.strip() if role is Role.ATTACHMENT_NOTE and order else completed(role, value)


def _set(result: list[Block], changes: list[Change], role: Role, values: Sequence[str]) -> None:
    if role is Role.ISSUER_MARK:
        values = joint.supplied(values)
    old = [index for index, block in enumerate(result) if block.role is role and block.attachment == 0]
    if [key(result[index].text) for index in old] == [key(value) for value in values]:
        return
    new = [Block(role, (Run(value),), reason=_REASON) for value in values]
    rest = [block for index, block in enumerate(result) if index not in old]
    at = old[0] if old and not result[old[0]].moved else _position(rest, role)  # out of the imprint, if it was there
    before = [result[index].text for index in old]
    for order in range(max(len(before), len(values))):
        was = before[order] if order < len(before) else ""
        now = values[order] if order < len(values) else ""
        source = result[old[order]].source if order < len(old) else None
        fate = Fate.CHANGED if was and now else Fate.DROPPED if was else Fate.ADDED
        changes.append(Change("用户指定", fate, _words(was), now, f"{role.value}以用户所给为准", source))
    kept = [carried for index in old if (carried := _objects(result[index])) is not None]
    result[:] = rest
    result[at:at] = [*new, *kept]


def _words(text: str) -> str:
    return text.replace("\ufffc", "")


def _objects(block: Block) -> Block | None:
    """The inline carriers of a replaced block: words may be replaced, objects may not be lost."""
    runs = tuple(run for run in block.runs if run.carrier is not None)
    if not runs and block.carrier is None:
        return None
    return dataclasses.replace(block, role=Role.OTHER, runs=runs, reason="所在要素由用户指定，对象保留", run_in=False)


def _position(blocks: Sequence[Block], role: Role) -> int:
    """Where a new element belongs among the blocks there are."""
    rank = _ORDER.index(role)
    after = [
        index
        for index, block in enumerate(blocks)
        if block.attachment == 0 and block.role is not Role.OTHER and _ORDER.index(block.role) <= rank
    ]
    if after:
        return max(after) + 1
    return next(
        (index for index, block in enumerate(blocks) if block.attachment or _ORDER.index(block.role) > rank),
        len(blocks),
    )
