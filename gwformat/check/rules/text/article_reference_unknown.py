"""T604: an article referred to that the regulation does not have."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import PROSE_ROLES
from gwformat.text import numerals

_NUMBER = f"第([{numerals.NUMERAL}]{{1,6}}|\\d{{1,4}})条"
_ARTICLE = expression(rf"[\s\u3000\ufffc]*{_NUMBER}(?=\s)")
_OWN = expression(f"本(?:办法|规定|条例|细则|规则|章程|制度|规程){_NUMBER}")
_ENDS = ("施行", "实施", "执行", "废止")  # what the last article is about: without it the text is a part of one
_LEAST = 3  # articles, that it is a regulation in articles


@rule(
    "T604",
    name="article-reference-unknown",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """引用本办法、本规定的条，应有这一条。

    不合规::

        第一条　为加强河道管理，制定本办法。
        第二条　本办法适用于城区河道。
        第三条　违反本办法第十二条规定的，责令改正。
        第四条　本办法自2026年8月1日起施行。

    合规::

        第一条　为加强河道管理，制定本办法。
        第二条　本办法适用于城区河道。
        第三条　违反本办法第二条规定的，责令改正。
        第四条　本办法自2026年8月1日起施行。
    """
    if not context.prose.holds("条"):
        return
    elements = context.of(*PROSE_ROLES)
    numbers: dict[int, set[int]] = {}  # of the main text and of each attachment
    whole: dict[int, bool] = {}  # whether it ends as regulations do
    for element in elements:
        found = _ARTICLE.match(element.text)
        if found and (number := numerals.parse_number(found[1])) is not None:
            numbers.setdefault(element.block.attachment, set()).add(number)
            whole[element.block.attachment] = any(word in element.text for word in _ENDS)
    for element in elements:
        known = numbers.get(element.block.attachment, set()) if whole.get(element.block.attachment) else set()
        for found in _OWN.finditer(element.text) if len(known) >= _LEAST else ():
            said = numerals.parse_number(found[1])
            if said is not None and said > max(known):
                message = f"引用了“{found[0]}”，但只有{max(known)}条，请核对"
                yield Problem(message, element.at(found), measured=str(said))
