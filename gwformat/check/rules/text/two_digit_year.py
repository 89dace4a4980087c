"""T522: a year without its century."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_YEAR = expression("(?:[0-5][0-9]|[789][0-9])(?<![0-9].{2})年(?=(?:0?[1-9]|1[0-2])月(?:份|底|初|末|至|起|以来|[0-9]))")
_CENTURY_LEFT_OUT = "(?:[0-5][0-9]|[789][0-9])年"
# With 自, 从 or 截至 before it, it is no length of time.
_FROM = expression(f"(?<=[自从]){_CENTURY_LEFT_OUT}(?:以来|起|底|初|末)|(?<=截至){_CENTURY_LEFT_OUT}(?:底|初|末)")
# 25年度 and, a digit lost, 205年9月.
_LOST = expression("(?:[0-5](?<![0-9].)[0-9]年(?=度)|[0-9](?<![0-9].)[0-9]{2}年(?=(?:1[0-2]|[1-9])月[0-9]{1,2}日))")
# 于25年3月启动.
_ON = expression("[于自](?P<year>[0-4][0-9]年)(?=(?:1[0-2]|[1-9])月)")
_ON_YEAR = tuple(f"{at}{digit}" for at in "于自" for digit in "01234")
# 力争26年底前, 2026—28年.
_BY = expression("(?:(?<=[到于至在])|(?<=力争|计划|确保|预计))[1-4][0-9]年(?=底|末|初(?!中))")
_SHORT_END = expression(
    "(?P<begin>(?:1(?<![0-9].)9|2(?<![0-9].)0)[0-9]{2})年?[—～–~至-](?P<end>[0-9]{2})"
    "(?=年(?:度|底|末|初|期间|[^内以之前后])|学年)"
)
_DECADE = expression("(?<![0-9])[1-9]0年代|(?<![一二三四五六七八九十、])[二三四五六七八九]十年代")
_OF_CENTURY = expression("世纪[^。；\n]{0,8}$|年代(?:[初末]|[中后]期)?(?:至|到|[—～和与、])$")
_COMPARED = ("达到", "等于", "低于", "高于", "至于", "大于", "少于", "多于", "短于", "长于", "限于")
_SPAN = expression("(?:[0-9０-９.〔/—～~-]|满|为|达|了|期|共|近|第|约|长|徒刑|超过)$")


@rule(
    "T522",
    name="two-digit-year",
    clause="GB/T 15835-2011 5.1.4",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """年份用四位数字，不省略；年代写出世纪。

    “工作满24年3个月”之类说的是时间长短，不在此列。

    不合规::

        项目于24年3月底开工。

    不合规::

        24年3月以来，项目进展顺利。

    不合规::

        自24年以来，项目进展顺利。

    不合规::

        25年度计划投资860万元，项目自205年9月1日起实施。

    不合规::

        80年代以来，全市建成泵站12座。

    不合规::

        力争26年底前完成改造，2026—28年分三批实施。

    不合规::

        该县于25年3月启动试点。

    合规::

        项目于2024年3月底开工，试点时间不少于10年3个月，刑期为12年6个月。20世纪80年代至90年代建成泵站12座。
    """
    for hit in context.prose.find(_YEAR, "年"):
        if not _SPAN.search(hit.before):
            yield hit.problem(f"“{hit.words}”应写出四位数字的年份")
    for hit in context.prose.find(_FROM, ("自", "从", "截至")):
        yield hit.problem(f"“{hit.words}”应写出四位数字的年份", severity=Severity.WARNING)
    for hit in context.prose.find(_BY, ("年底", "年末", "年初")):
        if not hit.before.endswith(_COMPARED):
            yield hit.problem(f"“{hit.words}”应写出四位数字的年份", severity=Severity.WARNING)
    for hit in context.prose.find(_ON, _ON_YEAR):
        year = hit.part("year")
        if not year.before.endswith(_COMPARED):
            yield year.problem(f"“{year.words}”应写出四位数字的年份", severity=Severity.WARNING)
    for hit in context.prose.find(_SHORT_END, "—～–~至-"):
        if hit["end"] > hit["begin"][2:]:
            end = hit["begin"][:2] + hit["end"]
            yield hit.part("end").problem(f"“{hit['end']}”应写出四位数字的年份“{end}”", severity=Severity.WARNING)
    for hit in context.prose.find(_DECADE, ("年代",)):
        if not _OF_CENTURY.search(hit.before):
            yield hit.problem(f"“{hit.words}”应写出世纪，如“20世纪{hit.words}”", severity=Severity.WARNING)
    for hit in context.prose.find(_LOST, "度日"):
        if not _SPAN.search(hit.before) and not hit.before.endswith(("公元", "前")):
            yield hit.problem(f"“{hit.words}”应写出四位数字的年份", severity=Severity.WARNING)
