"""T603: a word of two characters typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.text.repeated import repeated

_TWICE = expression(r"(?P<once>(?P<first>[\u4e00-\u9fff])(?!(?P=first))[\u4e00-\u9fff])(?P=once)")
# 一项一项, 很多很多; 研究研究 is colloquial, no slip; 委员会委员, 主任主任委员 and the like are parts of two words.
_PERIOD = 2  # characters
_ONE_BY_ONE = frozenset("一几每逐很更越好大小多哈")
_TRIED = frozenset(("研究", "讨论", "考虑", "商量", "商议", "学习", "锻炼", "检查", "了解", "打听", "琢磨", "合计"))
_NOUNS = frozenset(
    ("主任", "人员", "委员", "工作", "单位", "项目", "资金", "部门", "代表", "年度", "规定", "定罪", "装箱", "级分")
)  # 上一年度年度报告、本规定规定、裁定罪定罪、集装箱装箱、等级分级分类


@rule(
    "T603",
    name="doubled-word",
    clause="条例 第二十条",
    severity=Severity.INFO,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """两个字的词不接连写两遍；确要写两遍的不改。

    不合规::

        汛期险情频发频发，预警信息传输依靠单一信道。

    合规::

        要一项一项落实，一个一个过关，参加工作人员人员名单另附，报送上一年度年度报告。
    """
    text = context.prose.text
    twice = tuple(match[0] for place in repeated(text, _PERIOD) if (match := _TWICE.match(text, place)))
    for hit in context.prose.find(_TWICE, twice) if twice else ():
        once = hit["once"]
        if once in context.terms.never_doubled:
            continue  # T558 says so
        if once[0] not in _ONE_BY_ONE and once not in _TRIED and once not in _NOUNS:
            yield hit.problem(f"“{hit.words}”重复，请核对", once, Safety.REVIEW)
