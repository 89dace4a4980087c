"""F329: characters narrower or wider than they are."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import wrong_characters
from gwformat.findings import Fix, Property, Safety, Severity, Span, reformatted
from gwformat.model import Role
from gwformat.ooxml.effective import RunLook

_NATURAL = 100  # per cent
_PLAIN = (Role.ADDRESSEE, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.DATE)


@rule(
    "F329",
    name="squeezed-text",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文每行28字，字宽不缩放。

    不合规::

        ［正文 字宽缩放］90%

    合规::

        ［发文机关标志 字宽缩放］80%
    """
    yield from wrong_characters(context, [*context.text, *context.of(*_PLAIN)], _fault, _cure)


def _fault(look: RunLook) -> str:
    return f"字宽缩放为{look.scale}%，应为100%" if look.scale != _NATURAL else ""


def _cure(where: Span) -> Fix:
    return reformatted(where, Property.SCALE, "100%")
