"""L252: a title whose lines form no trapezoid or diamond."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text.width import is_wide

_THREE = 3


@rule(
    "L252",
    name="title-shape",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    r"""标题回行时排列应当使用梯形或菱形，不用沙漏形或长方形。

    不合规::

        ［标题］某某市人民政府关于进一步做好\n2026年防汛工作\n和安全生产有关工作的通知

    合规::

        ［标题］某某市人民政府\n关于进一步做好2026年防汛和安全生产\n有关工作的通知
    """
    for title in context.of(Role.TITLE):
        lines = [line for line in (part.strip() for part in title.text.split("\n")) if line]
        widths = [sum(1.0 if is_wide(char) else 0.5 for char in line) for line in lines]
        if len(widths) >= _THREE and any(_is_waist(widths, number) for number in range(1, len(widths) - 1)):
            yield Problem("标题中间的行比上下都短，成沙漏形，应为梯形或菱形", title.whole)
        elif len(widths) >= _THREE and max(widths) - min(widths) < 1:
            yield Problem("标题各行一样长，成长方形，应为梯形或菱形", title.whole)


def _is_waist(widths: list[float], number: int) -> bool:
    return widths[number] < widths[number - 1] and widths[number] < widths[number + 1]
