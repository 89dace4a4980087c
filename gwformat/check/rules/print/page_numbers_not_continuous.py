"""P718: page numbers that do not follow each other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity


@rule(
    "P718",
    name="page-numbers-not-continuous",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """页码连续编排，附件与正文一起装订的也连续。

    不合规::

        ［印件］页码不连续

    不合规::

        ［印件］几份合在一个文件里

    合规::

        ［印件］合格
    """
    numbers = list(printable.numbers.values())
    for before, number in itertools.pairwise(numbers):
        wanted = before.number + number.page - before.page
        if number.number != wanted:
            message = "页码又从 1 起：几份合在一个文件里的，分开来查" if number.number == 1 else "页码不连续"
            yield Problem(message, Location(page=number.page), expected=str(wanted), measured=str(number.number))
