"""T630: 本条例 in what its title calls 办法."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check import Context, Problem, rule
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import TITLES

_NAMES = "条例|办法|规定|细则|规则|章程|规程"
_TITLE = expression(rf"(?P<name>{_NAMES})\s*(?:[（(][^（）()]*[）)]\s*)*$")
_SELF = expression(rf"本(?P<name>{_NAMES})")
_OTHERS = ("基", "根", "成", "版", "样", "文", "资", "日", "剧", "标", "书", "账", "课", "脚", "原", "副", "抄")
_ARTICLE = "第一条"
_QUOTED = expression("“[^”]*$|《[^》]*$")


@rule(
    "T630",
    name="regulation-calls-itself-otherwise",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """办法称“本办法”，规定称“本规定”，与标题一致。

    不合规::

        ［标题］某某市河道管理办法
        第一条　为加强河道管理，制定本办法。
        第二条　市区河道的管理，适用本条例。

    合规::

        ［标题］某某市河道管理办法
        第一条　为加强河道管理，制定本办法。
        第二条　市区河道的管理，适用本办法。依照水法和本办法规定执行。
    """
    if not context.prose.holds(_ARTICLE):
        return
    for elements in context.texts:
        number = elements[0].block.attachment
        titles = [title for title in context.of(*TITLES) if title.block.attachment == number]
        found = _TITLE.search(titles[-1].text) if titles else None
        if found and any(element.text.lstrip().startswith(_ARTICLE) for element in elements):
            yield from _otherwise(elements, found["name"])


def _otherwise(elements: Sequence[Element], name: str) -> Iterator[Problem]:
    for element in elements:
        for found in _SELF.finditer(element.text) if "本" in element.text else ():
            before = element.text[: found.start()]
            if found["name"] != name and not before.endswith(_OTHERS) and not _QUOTED.search(before):
                where = element.span(*found.span())
                yield Problem(
                    f"标题是“{name}”，这里称“{found[0]}”，请核对", where, expected=f"本{name}", measured=found[0]
                )
