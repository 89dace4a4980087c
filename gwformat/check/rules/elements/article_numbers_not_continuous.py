"""E192: articles or chapters with a gap or a repetition in their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import HEADINGS, PROSE_ROLES
from gwformat.text import numerals

# A blank on the wrong side of 条 makes it no other article.
_ARTICLE = expression(rf"[\s\ufffc]*(第([{numerals.NUMERAL}]{{1,6}}|\d{{1,4}})(?:(?P<unit>[章条])(?=\s)|\s+条))")


@rule(
    "E192",
    name="article-numbers-not-continuous",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """印发的办法、规定等分章、分条的，章、条的序数全文连续。

    不合规::

        第一条　为加强河道管理，制定本办法。
        第二条　本办法适用于城区河道。
        第四条　本办法自印发之日起施行。

    合规::

        第一条　为加强河道管理，制定本办法。
        第二条　本办法适用于城区河道。
        第三条　本办法自印发之日起施行。

    不合规::

        第一章　总则
        第一条　为加强河道管理，制定本办法。
        第三章　附则
        第二条　本办法自印发之日起施行。

    合规::

        第一条　为加强河道管理，制定本办法。
        第二　条本办法适用于城区河道。
        第三条　本办法自印发之日起施行。
    """
    last: dict[tuple[int, str], int] = {}  # of the main text and of each attachment
    for element in context.of(*PROSE_ROLES, *HEADINGS):
        found = _ARTICLE.match(element.text)
        number = numerals.parse_number(found[2]) if found else None
        if found is None or number is None:
            continue
        unit = found["unit"] or "条"
        key = (element.block.attachment, unit)
        before = last.get(key)
        if before is not None and number not in (1, before + 1):
            message = f"“{found[1]}”与前面不连续，应为第{numerals.to_chinese(before + 1)}{unit}"
            yield Problem(message, element.at(found, 1), expected=str(before + 1), measured=str(number))
        last[key] = number
