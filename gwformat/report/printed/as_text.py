"""What was found before printing comes in, lines for the terminal go out: the verdict first, then why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from gwformat.report.checked.as_text import failed, listed
from gwformat.report.checked.said import Failed
from gwformat.report.printed import said

if TYPE_CHECKING:
    from gwformat.api import Preflighted

_COLOURS = {True: "green", False: "red", None: "yellow"}


def report(outcomes: Sequence[Preflighted | Failed]) -> str:
    """All files, one after the other."""
    return "\n\n".join("\n".join(_file(outcome)) for outcome in outcomes)


def _file(result: Preflighted | Failed) -> Iterator[str]:
    if isinstance(result, Failed):
        yield from failed(result)
        return
    colour = _COLOURS[result.may_be_printed]
    yield f"{result.source}  {click.style(said.verdict(result), fg=colour, bold=True)}  {said.counted(result)}"
    yield from listed(result.findings)
    if result.checked.measured:
        yield "量得"
        for rule, taken in result.checked.measured:
            expected = f"（应为 {taken.expected}）" if taken.expected else ""
            yield f"  {rule.code}  {taken.what}  {taken.value}{expected}"
