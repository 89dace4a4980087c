"""L297: page numbers that begin anew."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import here
from gwformat.findings import Severity


@rule(
    "L297",
    name="page-number-restarts",
    clause="GB/T 9704-2012 7.5",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """公文的附件与正文一起装订时，页码应当连续编排。

    不合规::

        ［页面 末节 起始页码］1

    不合规::

        ［页面 起始页码］3

    合规::

        ［页面 起始页码］1
    """
    assert context.formatting is not None
    first = context.formatting.sections[0]
    if first.page_start not in (None, 1) and first.footers and context.official:
        yield Problem(f"页码从{first.page_start}编起，应从1编起", here(context, first.first), severity=Severity.WARNING)
    for section in context.formatting.sections[1:]:
        if section.page_start is not None and section.footers:
            yield Problem(f"从这一节起页码重新从{section.page_start}编起", here(context, section.first))
