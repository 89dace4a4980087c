"""T619: 甲局、乙局、丙局四部门."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.text.numerals import parse_number

_ORGAN = "[\u4e00-\u9fff]{1,18}?(?:局|委|厅|办|院|署|委员会|办公室|办公厅|联合会|总工会|政府)"
_DIGIT = "[二两三四五六七八九十\\d]"
_COUNTED = expression(
    "(?P<etc>等)?(?P<number>[二两三四五六七八九十]{1,2}|\\d{1,2})个?(?:部门|单位|机关|部委|厅局|委局|局委)"
)
_NUMBER = expression(rf"[部单机厅委局][门位关委局](?:(?<={_DIGIT}..)|(?<={_DIGIT}个..))")  # what it needs at least
_NAMES = expression(f"{_ORGAN}(?:[、和与及]{_ORGAN})+$")
_LONGEST = 160  # characters of all the names
_ENDS = tuple("局委厅办院署会室府")
_JOINT = expression("[、和与及](?<=[局委厅办院署会室府].)")

# 甲县、乙县、丙县四个县; each name ends like what is counted.
_PLACES = expression(
    "(?P<names>[\u4e00-\u9fff]{1,12}(?P<kind>[县区市镇乡村校])(?:[、和与及][\u4e00-\u9fff]{1,6}(?P=kind))+)"
    "(?P<etc>等)?(?P<number>[二两三四五六七八九十]{1,2}|\\d{1,2})个(?P=kind)(?![\u4e00-\u9fff]*[、和]\\d)"
)
_PARTED = expression("[、和与及]")
_OF_PLACES = tuple(f"个{kind}" for kind in "县区市镇乡村校")


@rule(
    "T619",
    name="organs-counted-wrong",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """列举机关以后说几个部门，数目与列出的相符；“等”字后面的数不小于列出的。

    不合规::

        由市教育局、市财政局、市公安局四部门联合印发。

    不合规::

        请甲县、乙县、丙县四个县做好准备。

    不合规::

        市发展和改革委员会、市财政局和市水务局等两个部门要密切配合。

    合规::

        甲县、乙县、丙县三个县和丁区做好准备，由市教育局、市财政局和市公安局三部门联合印发，市发展和改革委员会、市水务局等5个部门要密切配合。
    """
    for hit in context.prose.find(_COUNTED, _NUMBER):
        names = _NAMES.search(hit.before[-_LONGEST:]) if hit.before.endswith(_ENDS) else None
        number = parse_number(hit["number"].replace("两", "二"))
        if names is None or number is None:
            continue
        named = len(_JOINT.findall(names[0])) + 1
        if named > number if hit["etc"] else named != number:
            said = f"“{names[0]}{hit.words}”：列出{named}个，说{hit['number']}个，请核对"
            yield hit.problem(said, expected=str(named), measured=str(number))
    for hit in context.prose.find(_PLACES, _OF_PLACES):
        named = len([name for name in _PARTED.split(hit["names"]) if name.endswith(hit["kind"])])
        number = parse_number(hit["number"].replace("两", "二"))
        if number is not None and (named > number if hit["etc"] else named != number):
            said = f"“{hit.words}”：列出{named}个，说{hit['number']}个，请核对"
            yield hit.problem(said, expected=str(named), measured=str(number))
