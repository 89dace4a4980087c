"""L211: an indent typed with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import text_paragraphs
from gwformat.findings import Severity

_SPACES = re.compile("[ \u3000\u00a0\t]+(?=\\S)")


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
    """
    for element, _ in text_paragraphs(context):
        found = _SPACES.match(element.text)
        if found:
            yield Problem("首行的空格应改为缩进二字", element.at(found))
