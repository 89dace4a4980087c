"""T562: 第, padding, spaces or a short year in a quoted number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_NUMBER = expression(
    "〔 ?(?P<year>[0-9]{4}|[0-9]{2}) ?〕(?P<gap> ?)(?P<ordinal>第?)(?P<space> ?)(?P<number>[0-9]{1,5})(?P<end> ?)号"
)
_WITHOUT_HAO = expression("〔[0-9]{4}〕[0-9]{1,5}(?=[）)，。、；”》])")
_WITHOUT_BRACKETS = expression(
    "(?<=[发函办字])(?<![印制签下刊转颁首核分收批]发)(?P<year>(?:19|20)[0-9]{2})(?:年?第|[-—])(?P<number>[1-9][0-9]{0,3})号"
)
_THIS_CENTURY = 50


@rule(
    "T562",
    name="quoted-number-form",
    clause="GB/T 9704-2012 7.2.5",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """引用的发文字号，年份用全称，发文顺序号不编虚位、不加“第”字，中间不空格。

    不合规::

        根据某政发〔2026〕第5号文件，制定本办法。

    不合规::

        根据某政发〔2026〕05号文件，制定本办法。

    不合规::

        根据某政发〔26〕5号文件，制定本办法。

    不合规::

        根据《某某市防汛工作办法》（某政发〔2026〕5），制定本办法。

    不合规::

        根据某政发2026第8号文件，制定本办法。

    合规::

        根据某政发〔2026〕105号文件和某某市人民政府令第5号，制定本办法。
    """
    for hit in context.prose.find(_NUMBER, "〔"):
        year = hit["year"]
        if len(year) == 2:
            # The century is a guess, so a person has to look at it.
            full = f"{20 if int(year) <= _THIS_CENTURY else 19}{year}"
            yield hit.problem(f"“〔{year}〕”应写出四位数字的年份", hit.words.replace(year, full, 1), Safety.REVIEW)
            continue
        right = f"〔{year}〕{hit['number'].lstrip('0') or '0'}号"
        if hit.words != right:
            yield hit.instead(right, Safety.SAFE)
    for hit in context.prose.find(_WITHOUT_BRACKETS, ("发19", "发20", "函20", "办20", "字20")):
        right = f"〔{hit['year']}〕{hit['number']}号"
        yield hit.instead(right, Safety.REVIEW)
    for hit in context.prose.find(_WITHOUT_HAO, "〔"):
        yield hit.problem(f"“{hit.words}”末尾少“号”字", f"{hit.words}号", Safety.REVIEW)
