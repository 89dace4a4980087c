"""L253: a title line that ends inside a quotation or begins with 的."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text.width import advance

_BREAK = expression(r"\s*\n\s*")
_PAIRS = (("《", "》"), ("〈", "〉"), ("（", "）"), ("“", "”"))
_COLUMNS = 20  # characters of size 2 that a line of 156 mm holds
_NOT_FIRST = ("的", "和", "与", "及", "、", "》", "）", "”")


@rule(
    "L253",
    name="title-line-torn",
    clause="GB/T 9704-2012 7.3.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    r"""标题回行时要做到词意完整：不在书名号、括号里断开，“的”“和”等不放在行首。

    书名号里的名称占满一行的，“的通知”只能另起一行，不算；名称比一行还长的，只能在里面断开，也不算。

    不合规::

        ［标题］某某市人民政府关于印发《城市防汛\n应急预案》的通知

    不合规::

        ［标题］某某市人民政府关于城东排涝泵站\n的通知

    合规::

        ［标题］某某市人民政府关于印发\n《城市防汛应急预案》的通知

    合规::

        ［标题］某某市人民政府关于印发\n《某某市城市防汛排涝应急预案实施细则》\n的通知

    合规::

        ［标题］某某市人民政府关于印发\n《某某市城市防汛排涝突发事件\n应急预案和处置工作实施细则》的通知
    """
    for title in context.of(Role.TITLE):
        for found in _BREAK.finditer(title.text):
            before, after = title.text[: found.start()], title.text[found.end() :]
            torn = [pair for pair in _PAIRS if before.count(pair[0]) > before.count(pair[1])]
            if not all(_is_wide(before, after, *pair) for pair in torn):
                yield Problem("标题在书名号或括号里断行", title.span(found.start(), found.end()))
            elif after.startswith(_NOT_FIRST) and not _fills_line(before, after):
                yield Problem(f"“{after[0]}”不宜放在行首", title.span(found.end(), found.end() + 1))


def _is_wide(before: str, after: str, left: str, right: str) -> bool:
    """Whether what stands between the two marks has no room on one line."""
    whole = before[before.rfind(left) :] + after[: after.find(right) + 1]
    return advance(_BREAK.sub("", whole)) > _COLUMNS


def _fills_line(before: str, after: str) -> bool:
    """Whether the line above is the whole name of a document, and 的 with the genre has no room behind it."""
    line, rest = _BREAK.split(before)[-1], _BREAK.split(after)[0]
    return line[:1] == "《" and line[-1:] == "》" and len(line) + len(rest) > _COLUMNS
