"""T646: “四个到位”，即……, and three follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import parse_number

_QUOTED = expression(
    "“(?P<number>[二两三四五六七八九十])个(?P<word>[\u4e00-\u9fff]{2})”[^，。；：“”\n]{0,6}"
    "(?:[，、]?(?:即|就是|分别是)[：，]?|：)"
    "(?P<items>[^。；：\n]{4,160})(?=[。；]|$)",
    re.MULTILINE,
)
_PARTS = expression("[、，,]")


@rule(
    "T646",
    name="quoted-count-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """“四个到位”“三个坚持”后面逐项列出的，项数与所说的相符。

    不合规::

        切实做到“四个到位”，即思想认识到位、组织领导到位、措施落实到位。

    合规::

        切实做到“三个到位”，即思想认识到位、组织领导到位、措施落实到位。
    """
    for hit in context.prose.find(_QUOTED, ("”，即", "”即", "”：", "”，就是", "”，分别是")):
        items = [item for item in _PARTS.split(hit["items"]) if item]
        number = parse_number(hit["number"].replace("两", "二"))
        if number is None or len(items) < 2 or not all(hit["word"] in item for item in items):
            continue
        if len(items) != number:
            said = f"“{hit['number']}个{hit['word']}”后面列出{len(items)}个，请核对"
            yield hit.part("number").problem(said, expected=str(len(items)), measured=str(number))
