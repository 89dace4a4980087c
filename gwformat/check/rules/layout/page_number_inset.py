"""L295: page numbers that are not one character from the edge."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import in_characters
from gwformat.check.numbers import page_numbers
from gwformat.findings import Severity
from gwformat.model import Align

_WANTED, _TOLERANCE = 1, 0.35  # 字


@rule(
    "L295",
    name="page-number-inset",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """单页码居右空一字，双页码居左空一字。

    不合规::

        ［页码 右缩进］0字
        ［页码 左缩进］0字

    合规::

        ［页码 文字］— {PAGE} —
    """
    em = context.profile.page_number.size
    for number in page_numbers(context):
        if number.align in (None, Align.CENTER):
            continue
        even = number.side == "even"
        gap = number.paragraph.left if even else number.paragraph.right
        typed = number.text[: len(number.text) - len(number.text.lstrip())] if even else ""
        typed = typed or (number.text[len(number.text.rstrip()) :] if not even else "")
        count = gap.emu / em + sum(1 if char == "\u3000" else 0.5 for char in typed)
        if abs(count - _WANTED) > _TOLERANCE:
            side = "左" if even else "右"
            yield Problem(
                f"页码{side}空{in_characters(count)}，应为一字",
                number.where,
                expected="1字",
                measured=in_characters(count),
            )
