"""P714: a place of a template that nobody has filled in."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.drafting.places import PLACE, labels
from gwformat.drafting.templates import template, template_names
from gwformat.findings import Severity
from gwformat.model import Role

# What stands in these is never words of a text within brackets, as 【时间】 before a time may be.
_ROLES = frozenset(
    {Role.DOC_NUMBER, Role.ORDER_NUMBER, Role.SIGNER, Role.TITLE, Role.ADDRESSEE, Role.ATTACHMENT_NOTE, Role.SIGNATURE,
     Role.DATE, Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE}
)  # fmt: skip
_SHOWN = 4


@rule(
    "P714",
    name="place-left-open-in-print",
    clause="惯例",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """模板里要填写的地方应当都已填好，“【印发日期】”不能印出来。

    不合规::

        ［印件］主送机关没有填写

    合规::

        ［印件］方括号里是小标题
    """
    for page in printable.pages:
        lines = printable.lines[page.number]
        if places := list(dict.fromkeys(place for line in lines for place in _left_open(line.text.strip()))):
            more = f"等 {len(places)} 项" if len(places) > _SHOWN else ""
            yield Problem(f"模板中的{'、'.join(places[:_SHOWN])}{more}还没有填写", on(page))


def _left_open(line: str) -> Iterator[str]:
    for found in PLACE.finditer(line):
        is_heading = found.start() == 0 and line[found.end() :].strip("：: ")
        if found[1] in _labels() and not is_heading:
            yield found[0]


@functools.cache
def _labels() -> frozenset[str]:
    templates = map(template, template_names())
    elements = (element for one in templates for paragraph in one.paragraphs for element in paragraph)
    return frozenset(labels(words for role, words in elements if role in _ROLES))
