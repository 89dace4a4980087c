"""Reports for people: a recognised document or a formatted file comes in, Chinese lines for the terminal go out."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gwformat.api import KIND_NAMES
from gwformat.model import CARRIER_NAMES, OBJECT, RECURRING_ROLES, Block, Change, Document, Role, Source
from gwformat.report.as_json import in_draft_order

if TYPE_CHECKING:
    from gwformat.api import FormatResult

# Elements of which a document has many: counted, not listed.
_EXAMPLES = 2
_LONGEST_TEXT = 32
_LONGEST_EXAMPLE = 14
_UNSEEN = OBJECT + "\n"
_SIGNS = str.maketrans({OBJECT: "▢", "\n": "⏎", "\t": "⇥"})
_SPACES = _SIGNS | str.maketrans({" ": "␣", "\u3000": "□", "\u00a0": "␣"})


def formatted(result: FormatResult) -> str:
    """The summary of one formatted file: elements, changes, what is missing, and the account."""
    document = result.document
    sections = [
        [f"{result.source} → {'、'.join(str(file) for file in result.files)}", f"  {_nature(document)}"],
        _section("要素", _elements(document)),
        _section(f"改动 {len(result.changes)} 处", _changes(result.changes)),
        _section("建议（涉及文字，没有改）", _changes(result.suggestions)),
        _section("缺少", _missing(result.missing)),
        _section("提示", result.notices),
        _section("核对", result.ledger.summary().splitlines()),
    ]
    return "\n".join(itertools.chain.from_iterable(sections))


def inspected(document: Document) -> str:
    """One line per paragraph: where it stands, what it is, how it begins, and why it was taken for that."""
    rows = [f"{document.draft.path}  {_nature(document)}"]
    rows += (_inspection_row(block) for block in in_draft_order(document))
    carriers = "、".join(f"{CARRIER_NAMES[kind]} {count}" for kind, count in document.draft.carriers)
    if carriers:
        rows.append(f"对象：{carriers}")
    rows += (f"缺少：{line}" for line in _missing(document.missing))
    rows += (f"提示：{notice}" for notice in (*document.draft.notices, *document.draft.losses, *document.notices))
    return "\n".join(rows)


def _nature(document: Document) -> str:
    direction = f"{document.direction}文" if document.direction else None
    return " · ".join(filter(None, (KIND_NAMES[document.kind], document.genre, direction)))


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    lines = list(lines)
    return [f"{heading}：", *(f"  {line}" for line in lines)] if lines else []


def _elements(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.text.strip() and block.role not in RECURRING_ROLES:
            # A broken title is still one title, but names on two lines are two; “签发人：” need not be said twice.
            words = block.text.replace("\n", "\u3000" if block.role is Role.SIGNER else "")
            words = words.removeprefix(f"{block.role}：")
            yield f"{block.role}：{_short(words, _LONGEST_TEXT)}{_origin(block)}"
    counts = Counter(block.role for block in document.blocks if block.text.strip() and block.role in RECURRING_ROLES)
    if counts:
        yield "，".join(f"{role} {counts[role]} 段" for role in RECURRING_ROLES if counts[role])


def _origin(block: Block) -> str:
    return "" if block.source else "（补充）"


def _changes(changes: Iterable[Change]) -> Iterator[str]:
    """Grouped by step, in the order the steps first occur, with the first examples."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(change.step, []).append(change)
    for step, group in groups.items():
        examples = list(dict.fromkeys(filter(None, map(_example, group))))
        more = " …" if len(examples) > _EXAMPLES else ""
        yield "：".join(filter(None, (f"{step} {len(group)} 处", "；".join(examples[:_EXAMPLES]) + more)))
        reasons = list(dict.fromkeys(change.reason for change in group if change.reason))
        yield from (f"  {reason}" for reason in reasons[:_EXAMPLES])


def _example(change: Change) -> str:
    """The change in a few words; "" where there is nothing to see: an empty paragraph, an object, a line break."""
    if not (change.before + change.after).strip(_UNSEEN):
        return ""
    before, after = (_short(text, _LONGEST_EXAMPLE) for text in (change.before, change.after))
    if not after or change.before == change.after:  # what is moved says the same as before
        return f"{change.fate}“{before}”"
    return f"“{before}”→“{after}”" if before else f"{change.fate}“{after}”"


def _missing(roles: tuple[Role, ...]) -> Iterator[str]:
    if roles:
        yield f"{'、'.join(roles)}（用 --set {roles[0]}=… 补上，或在草稿中写明）"


def _inspection_row(block: Block) -> str:
    text = CARRIER_NAMES[block.carrier.kind] if block.carrier else _short(block.text.strip(), _LONGEST_TEXT)
    # Roles are Han characters: filled up with ideographic spaces, they stand in a column.
    return f"{_place(block.source):>7}  {block.role.value:\u3000<7}  {text}  （{block.reason}）"


def _place(source: Source | None) -> str:
    if source is None:
        return "补充"
    return f"{source.first}" if source.first == source.last else f"{source.first}–{source.last}"


def _short(text: str, length: int) -> str:
    """The beginning of `text` on one line; what cannot be seen is shown as a sign."""
    line = text.translate(_SIGNS if text.strip() else _SPACES)
    return line if len(line) <= length else line[: length - 1] + "…"
