"""T623: an organ of the State named that was abolished or renamed before the day of the document."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.dated import own_day
from gwformat.check.prose import Hit
from gwformat.expressions import expression
from gwformat.findings import Severity

_FORMER = expression(
    r"(?:原|原先的|时任|前身(?:是|为)?)[“‘]?(?:中华人民共和国|中国|国家|国务院)?$|原[\u4e00-\u9fff、]{2,40}[、和与及]$"
)
_LINKS = "和、与及由经据报请向按会同以并对从到送在给示告知，。；：（ \n\v国"  # 国: 中华人民共和国, 我国
_GOES_ON = ("门", "分", "队", "委", "属", "长", "令", "公告", "第", "〔", "（原", "等")
_HISTORY = expression(
    "机构改革|职责|职能|整合|不再保留|撤销|更名|改为|组建|并入|划入|前身|历任|曾任|曾在|以前|期间|年代|时期"
)
_YEAR = expression(r"(?:19|20)\d\d(?=年|〕|\]|—|-|～|\.)")
_STOP = expression("[。；\n\v]")


@rule(
    "T623",
    name="abolished-organ",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """成文时已经撤销、更名的国家机关，写现在的名称；说从前的事，名称前加“原”。

    书名号里的、令和公告的、同一句里有那时的年份的，不在此列。

    不合规::

        各单位要向环境保护部报告。

    合规::

        各单位要向生态环境部报告，原环境保护部、国土资源部的规定继续有效，《环境保护部关于排污许可的通知》废止。
        2015年环境保护部核准了该项目。
        市农业部门要抓好落实。
    """
    organs = context.terms.abolished_organs
    if not context.prose.holds(*organs) or (day := own_day(context)) is None:
        return
    dated = f"{day.year}-{day.month:02}"
    found: list[Hit] = []
    for name in sorted(organs, key=len, reverse=True):
        organ = organs[name]
        if organ.since >= dated:
            continue
        for hit in context.prose.find_words([name]):
            if not any(hit.overlaps(other) for other in found) and _is_meant_now(hit, int(organ.since[:4])):
                found.append(hit)
                year, month = organ.since.split("-")
                yield hit.problem(f"“{name}”已于{year}年{int(month)}月撤销或者更名，现为{organ.now}，请核对")


def _is_meant_now(hit: Hit, since: int) -> bool:
    """Whether an organ is named as one that acts today: no part of another name, of a title or of history."""
    before, after = hit.before, hit.after
    if before and before[-1] >= "\u4e00" and before[-1] not in _LINKS and not hit.words.startswith("国"):
        return False
    if _FORMER.search(before) or after.startswith(_GOES_ON):
        return False
    if before.count("《") > before.count("》") or before.count("“") > before.count("”"):
        return False
    stops = [stop.end() for stop in _STOP.finditer(before)]
    stop = _STOP.search(after)
    sentence = before[stops[-1] if stops else 0 :] + hit.words + after[: stop.start() if stop else len(after)]
    return not _HISTORY.search(sentence) and all(int(year[0]) > since for year in _YEAR.finditer(sentence))
