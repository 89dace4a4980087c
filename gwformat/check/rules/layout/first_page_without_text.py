"""L266: a first page that shows nothing of the text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import Unknown, first_line, sides, unverified
from gwformat.findings import Severity
from gwformat.model import Role


@rule(
    "L266",
    name="first-page-without-text",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.ERROR,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """公文首页必须显示正文。

    主送机关太多、首页排不下正文的，把主送机关移至版记（7.3.2）。

    不合规::

        ［正文 段前分页］有

    合规::

        ［标题］某某市人民政府办公室关于做好2026年汛期城区河道巡查和值班工作的通知
    """
    if not context.text or not context.has(Role.TITLE) or not context.official:
        return
    text = context.text[0]
    line = first_line(context, text)
    if isinstance(line, Unknown):
        yield unverified("首页有没有正文", line, text)
    elif line.page is None:
        yield unverified("首页有没有正文", Unknown("正文前面的内容占几页不能确定"), text)
    elif line.page > 1 and 1 in sides(context, context.own(Role.OTHER)):
        return  # words nobody knows stand there; they may be text
    elif line.page > 1:
        yield Problem("公文首页必须显示正文", text.whole, None, "第1页", f"第{line.page}页")
    else:
        yield Measured("正文开始的页", "第1页", "第1页")
