"""L211: an indent typed with spaces."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import blanks_before
from gwformat.check.looks import text_paragraphs
from gwformat.expressions import expression
from gwformat.findings import Severity

_SPACES = expression("[ \u3000\u00a0\t]+(?=\\S)")

_INDENT, _LINE = 3, 28  # 字: more of them before less than a line set names below one another


@rule(
    "L211",
    name="indent-made-of-spaces",
    clause="GB/T 9704-2012 7.3.3",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """首行空二字用缩进设置，不用空格；空格的宽度随字体和对齐方式变化。

    不合规::

        ［正文］　　为做好防汛工作，现将有关事项通知如下。
        ［正文 首行缩进］0字

    合规::

        为做好防汛工作，现将有关事项通知如下。

    合规::

        成　员：张三　市财政局局长
        李四　市水务局局长
    """
    for element, _ in text_paragraphs(context):
        found = _SPACES.match(element.text)
        if found and not (blanks_before(element) > _INDENT and len(element.text) <= _LINE):
            yield Problem("首行的空格应改为缩进二字", element.at(found))
