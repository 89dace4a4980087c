"""E186: elements that stand more than once."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.text import numerals

_ONCE = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.TITLE, Role.PRINT_DATE)


@rule(
    "E186",
    name="element-twice",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """份号、密级、紧急程度、标题、印发日期各只有一个，署名、成文日期不重复写。

    联合行文的，各机关的署名不同。

    不合规::

        ［紧急程度］特急
        ［紧急程度］加急

    不合规::

        ［发文机关署名］某某市人民政府
        ［发文机关署名］某某市人民政府

    合规::

        ［紧急程度］特急
        ［发文机关署名］某某市人民政府
    """
    for role in _ONCE:
        for element in context.own(role)[1:]:
            yield Problem(f"{role.value}重复出现", element.whole)
    signed: set[str] = set()
    for element in context.own(Role.SIGNATURE) if len(context.own(Role.SIGNATURE)) > 1 else ():
        if element.text in signed:
            yield Problem(f"发文机关署名“{element.text.strip()}”重复出现", element.whole)
        signed.add(element.text)
    for element in context.of(Role.DATE) if context.official else ():
        above = context.elements[element.number - 1] if element.number else element
        if above.role is not Role.DATE and numerals.DATE.fullmatch(above.text.strip()):
            yield Problem("成文日期之上又有一个日期", above.whole)
    for title in context.of(Role.TITLE) if context.official else ():
        for below in context.elements[title.number + 1 : title.number + 2]:
            if below.role is Role.OTHER and _words(below) == _words(title):
                yield Problem("标题重复出现", below.whole)


def _words(element: Element) -> str:
    return "".join(element.text.split())
