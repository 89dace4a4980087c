"""T592: 的, 地 and 得 in each other's place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_MANNERS = (
    "认真", "积极", "严格", "切实", "坚决", "深入", "扎实", "及时", "主动", "自觉", "大力", "努力", "妥善", "稳妥",
    "有效", "有力", "充分", "准确", "顺利", "迅速", "逐步", "不断", "全面", "更好", "科学",
)  # fmt: skip
_MANNER = "|".join(_MANNERS)
# Verbs that stand before no noun as its attribute (抓好、按照), and such as may (落实) with an object that shows it.
_VERB = (
    "抓好|做好|搞好|管好|办好|用好|落实好|完成好|执行好|履行好|贯彻好|配合好|按照|遵照|依照|对待|做到|贯彻落实|贯彻执行|遵守执行"
    "|(?:落实|履行|遵守|执行|贯彻|完成|开展|配合|推进|组织|做)"
    "(?:好|了|到位|各项|上级|中央|党|国家|省|市|县|本|有关|相关|这|防|检查组|工作组|规定|职责|责任[，。；])"
    "|按(?:规定|要求|程序|计划|时间)|向(?:社会|上级|群众|市|省|县|区|本级|主管部门)"
)
_OPENINGS = (
    *"要应须请都会能并才就而为，。；：、（",
    *("部门", "单位", "各级", "同志", "干部", "职工", "人员", *(f"我{organ}" for organ in "局市县区省委办厅")),
)
_AT = "|".join(("^", *(f"(?<={opening})" for opening in _OPENINGS)))
_OF_VERB = expression(rf"(?:{_AT})(?:{_MANNER}){{1,2}}(?P<de>的)(?:{_VERB})", re.MULTILINE)
_AFTER_MANNER = expression(
    rf"(?:{_MANNER})(?P<de>得)(?:抓|做|落实|贯彻|执行|开展|推进|完成|组织|配合|学习|研究|履行|遵守|按照)"
)
_NOUNS = ("成绩", "成效", "成果", "进展", "问题", "困难", "经验", "工作", "方案", "办法", "意见", "要求")
_BEFORE_NOUN = expression(f"(?:取得|获得|形成|存在|面临|制定|开展|提出)(?P<de>地)(?:{'|'.join(_NOUNS)})")
_DEGREES = ("更", "很", "非常", "比较", "十分", "越来越")
_OF_RESULT = expression(
    f"[把将][^，。；：的]{{1,16}}(?:做|抓|搞|办|管|干|变|建|学)(?P<de>的)(?:{'|'.join(_DEGREES)})(?=[\u4e00-\u9fff])"
)
# 做的不够 says how it was done; 所做的不够 too, but 做的很好的 may be a noun's attribute.
_DONE = (
    "不够",
    "不到位",
    "不好",
    "不实",
    "不细",
    "不深",
    "不严",
    "不紧",
    "不足",
    "很好",
    "很扎实",
    "比较好",
    "较好",
    "很顺利",
    "很快",
    "很及时",
    "较慢",
    "还不够",
)
_OF_DONE = expression(
    f"(?:工作|[，。；：都也还]|^)(?:做|抓|搞|办|管|落实|开展|贯彻|执行|推进|进行|进展|完成)(?P<de>的)(?:{'|'.join(_DONE)})(?!的)",
    re.MULTILINE,
)
_QUALITIES = ("突出", "存在", "面临", "关心", "反映", "重要", "主要", "重大", "紧迫", "共性", "普遍性")
_OF_QUALITY = expression(f"(?:{'|'.join(_QUALITIES)})(?P<de>地)(?:问题|困难|矛盾|成绩|成效|贡献|意义)")
# Each pattern with what should stand there and the words without one of which nothing is searched.
_KINDS = (
    (_OF_VERB, "地", tuple(f"{manner}的" for manner in _MANNERS)),
    (_AFTER_MANNER, "地", tuple(f"{manner}得" for manner in _MANNERS)),
    (_BEFORE_NOUN, "的", tuple(f"地{noun}" for noun in _NOUNS)),
    (_OF_DONE, "得", tuple(f"的{degree}" for degree in _DONE)),
    (_OF_QUALITY, "的", ("地问", "地困", "地矛", "地成", "地贡", "地意")),
    (_OF_RESULT, "得", tuple(f"的{degree}" for degree in _DEGREES)),
)


@rule(
    "T592",
    name="wrong-particle",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """动词之前用“地”，动词之后说程度用“得”，名词之前用“的”。

    不合规::

        各单位要认真的落实防汛责任，严格的按照规定执行，及时的向社会公布。

    不合规::

        要把防汛工作做的更好，取得地成绩来之不易，各单位要认真得抓好落实。

    不合规::

        部分单位工作做的不够扎实，群众反映突出地问题没有解决，要积极稳妥的推进各项改革。

    合规::

        以认真的态度严格地按照规定执行，把工作做得更好，需要各方积极的配合，严格的执行标准是有力的保障。
    """
    for pattern, right, needs in _KINDS:
        for hit in context.prose.find(pattern, needs):
            place = hit.part("de")
            yield place.problem(f"“{hit.words}”中的“{place.words}”应为“{right}”", right, Safety.REVIEW)
