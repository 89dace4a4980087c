"""Machine reports: a recognised document or a formatted file comes in, plain values ready for JSON go out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gwformat.errors import GwError
from gwformat.model import OBJECT, TITLES, Block, Change, Document, Source
from gwformat.text.width import is_wide

if TYPE_CHECKING:
    from pathlib import Path

    from gwformat.api import FormatResult


def dumps(value: object) -> str:
    """`value` as JSON with readable Chinese, ending in a line break.

    Bytes of file names that are no UTF-8 are escaped lone surrogates: Python makes the same name of them again.
    """
    return json.dumps(value, ensure_ascii=False, indent=2).encode(errors="backslashreplace").decode() + "\n"


def pieces(value: object) -> Iterator[str]:
    """`dumps(value)` piece by piece; an iterator in a list or an object is a list whose items are made meanwhile."""
    yield from _pieces(value, "\n")
    yield "\n"


def _pieces(value: object, break_: str) -> Iterator[str]:
    """`break_` is a line break with the blanks the next line begins with."""
    inner = f"{break_}  "
    if isinstance(value, Iterator):
        before = "["
        for item in value:
            yield before + inner
            yield from _pieces(item, inner)
            before = ","
        yield "[]" if before == "[" else f"{break_}]"
    elif isinstance(value, dict) and any(isinstance(item, Iterator) for item in value.values()):
        before = "{"
        for key, item in value.items():
            yield f"{before}{inner}{dumps(key)[:-1]}: "
            yield from _pieces(item, inner)
            before = ","
        yield f"{break_}}}"
    else:  # no string of JSON has a line break in it
        yield dumps(value)[:-1].replace("\n", break_)


def inspection(document: Document) -> dict[str, Any]:
    """What `inspect --format json` says: every paragraph with text and every carrier, in the order of the draft."""
    return {
        "file": str(document.draft.path),
        **_nature(document),
        "elements": [_element(block) for block in in_draft_order(document)],
        "carriers": {kind.value: count for kind, count in document.draft.carriers},
    }


def formatted(result: FormatResult) -> dict[str, Any]:
    """What `format --report` says of one file."""
    document = result.document
    return {
        "file": str(result.source),
        "output": str(result.output),
        **_nature(document),
        "elements": [_element(block) for block in document.blocks if block.text or block.carrier],
        "changes": [_change(change) for change in result.changes],
        "suggestions": [_change(change) for change in result.suggestions],
        "missing": [{"role": role.key, "label": role.value} for role in result.missing],
        "notices": list(result.notices),
        "ledger": json.loads(result.ledger.to_json()),
    }


def failed(source: Path, error: GwError) -> dict[str, Any]:
    """What `format --report` says of a file that could not be formatted."""
    reason = {"exit_code": error.exit_code, "message": error.message, "advice": error.advice}
    return {"file": str(source), "output": None, "error": reason}


def in_draft_order(document: Document) -> Iterator[Block]:
    """The blocks that have text or a carrier, in the order of the draft; what the user supplied stays in its place."""
    position = 0
    placed: list[tuple[int, Block]] = []
    for block in document.blocks:
        if not (block.text.strip() or block.carrier):
            continue
        position = block.source.first if block.source else position
        placed.append((position, block))
    return (block for _, block in sorted(placed, key=lambda item: item[0]))


def _nature(document: Document) -> dict[str, Any]:
    return {"kind": document.kind.value, "genre": document.genre, "direction": document.direction}


_LINE_END = re.compile(r"(\S?)\s*\n\s*(\S?)")


def _joint(found: re.Match[str]) -> str:
    """The two characters at a line end, with a space between them if both are Western."""
    before, after = found[1], found[2]
    western = before and after and not is_wide(before) and not is_wide(after)
    return f"{before} {after}" if western else before + after


def _element(block: Block) -> dict[str, Any]:
    text = block.carrier.text if block.carrier else block.text.replace(OBJECT, "").strip()
    if block.role in TITLES:  # its line breaks are layout
        text = _LINE_END.sub(_joint, text)
    return {
        "role": block.role.key,
        "label": block.role.value,
        "text": text,
        "source": _place(block.source),
        "reason": block.reason,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "step": change.step,
        "fate": change.fate.value,
        "before": change.before,
        "after": change.after,
        "reason": change.reason,
        "source": _place(change.source),
    }


def _place(source: Source | None) -> dict[str, Any] | None:
    return {"part": source.part, "paragraphs": [source.first, source.last]} if source else None
