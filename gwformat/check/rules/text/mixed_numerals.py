"""T534: one number or date in two scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.numerals import from_chinese, to_chinese

_WEEK = expression("(?P<before>星期)(?P<digit>[1-6])(?!\\d)")
_MONTH = expression("(?P<before>腊月|正月|初)(?P<digit>[1-9]|[12]\\d|30)(?=[，。、至前日（）]|$)", re.MULTILINE)
_DATE = expression(
    "\\d{4}年(?P<month>[一二三四五六七八九]|十[一二]?)月(?:\\d{1,2}日|底|初|份)"
    "|(?<![\\d年])\\d{1,2}月(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
    "|(?<![年〇零十农历一二三四五六七八九])(?:[一二三四五六七八九]|十[一二]?)月\\d{1,2}日"
)

_TENS = expression(
    "(?<![一二三四五六七八九十百千第\\d])(?P<tens>[一二三四五六七八九]?十)(?P<ones>[1-9])"
    "(?=[个名人次项件家处座条台天年月户亩米吨元])"
)
# 二〇二6年
_YEAR = expression(
    "(?<![\\d〇零一二三四五六七八九])(?=[〇零一二三四五六七八九]{1,3}\\d|\\d{1,3}[〇零一二三四五六七八九])"
    "(?P<year>[一二12][〇零九09][\\d〇零一二三四五六七八九]{2})(?=年(?!级))"
)
_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
_PERCENT = expression("百分之(?P<number>\\d+(?:\\.\\d+)?)(?![\\d.%])")


@rule(
    "T534",
    name="mixed-numerals",
    clause="GB/T 15835-2011 5.3",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """一个数或一个日期里不混用阿拉伯数字和汉字；星期和农历用汉字。

    不合规::

        每逢星期3下午集中学习。

    不合规::

        请于2026年三月16日前报送，五月8日前完成整改。

    不合规::

        腊月23前备齐物资。

    不合规::

        整改率达到百分之95。

    不合规::

        共有三十5个单位参加。

    不合规::

        本办法自二〇二6年起执行。

    合规::

        每逢星期三下午集中学习，于腊月二十三前备齐物资，纪念“一·二八”事件。
    """
    prose = context.prose
    for pattern, needs in ((_WEEK, "星"), (_MONTH, "腊正初")):
        for hit in prose.find(pattern, needs):
            new = hit["before"] + to_chinese(int(hit["digit"]))
            if not hit.before.endswith(("年", "最")):
                yield hit.instead(new, Safety.REVIEW)
    for hit in prose.find(_PERCENT, ("百分之",)):
        yield hit.instead(f"{hit['number']}%", Safety.REVIEW)
    for hit in prose.find(_YEAR, "〇零"):
        yield hit.instead(hit["year"].translate(_FIGURES), Safety.REVIEW)
    for hit in prose.find(_TENS, "十"):
        yield hit.instead(f"{(from_chinese(hit['tens']) or 0) + int(hit['ones'])}", Safety.REVIEW)
    for hit in prose.find(_DATE, "月"):
        new = re.sub("[一二三四五六七八九十]+", lambda found: str(from_chinese(found[0])), hit.words)
        yield hit.instead(new, Safety.REVIEW)
