"""E199: a mark behind the brackets of an annotation."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_END = expression(r"[）)]\s*(?P<mark>[。．.；;，,])\s*$")

_INSIDE = expression(r"^\s*（此件[^。（）]{1,12}(?P<mark>。)）\s*$")


@rule(
    "E199",
    name="annotation-ends-with-mark",
    clause="GB/T 9704-2012 7.3.6",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """附注加圆括号，括号后面不再加标点，“此件公开发布”里也不加。

    不合规::

        ［附注］（此件公开发布）。

    不合规::

        ［附注］（此件公开发布。）

    合规::

        ［附注］（此件公开发布）
    """
    for element in context.own(Role.ANNOTATION)[-1:]:
        if found := _END.search(element.text) or _INSIDE.search(element.text):
            where = element.at(found, "mark")
            yield Problem(f"附注不加“{found['mark']}”", where, reworded(where, "", Safety.SAFE))
