"""A hit that names an organ comes in; out goes whether it is meant as one that acts today, or as one of its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gwformat.check.context import Context
from gwformat.check.dated import own_day
from gwformat.check.prose import Hit
from gwformat.check.terms import Abolished
from gwformat.expressions import expression

_FORMER = expression(
    r"(?:原|原先的|时任|前身(?:是|为)?)[“‘]?(?:中华人民共和国|中国|国家|国务院)?$"
    r"|原[\u4e00-\u9fff、]{2,40}[、和与及]$|原[\u4e00-\u9fff]{0,6}[省市县区州盟旗]$"
)
LINKS = "和、与及由经据报请向按会同以并对从到送在给示告知，。；：（ \n\v国"  # 国: 中华人民共和国, 我国
_GOES_ON = ("门", "分", "队", "委", "属", "长", "令", "公告", "第", "〔", "（原", "等")
_HISTORY = expression(
    "机构改革|职责(?!分工)|职能|整合|不再保留|撤销|更名|改为|组建|并入|划入|前身|历任|曾任|曾在|以前|期间|年代|时期"
)
_YEAR = expression(r"(?:19|20)\d\d(?=年|〕|\]|—|-|～|\.)")
_STOP = expression("[。；\n\v]")


def named_after_their_end(context: Context, organs: Mapping[str, Abolished]) -> Iterator[tuple[Hit, Abolished]]:
    """Where an organ is named that was no more on the day of the document; of names within each other the longest."""
    if not context.prose.holds(*organs) or (day := own_day(context)) is None:
        return
    dated = f"{day.year}-{day.month:02}"
    found: list[Hit] = []
    for name in sorted(organs, key=len, reverse=True):
        if organs[name].since < dated:
            for hit in context.prose.find_words([name]):
                if not any(hit.overlaps(other) for other in found):
                    found.append(hit)
                    if _is_of_today(hit, int(organs[name].since[:4])):
                        yield hit, organs[name]


def _is_of_today(hit: Hit, since: int) -> bool:
    """Whether an organ is named as one that acts today: it stands in no title and in no piece of history."""
    before, after = hit.before, hit.after
    if _FORMER.search(before) or after.startswith(_GOES_ON):
        return False
    if before.count("《") > before.count("》") or before.count("“") > before.count("”"):
        return False
    stops = [stop.end() for stop in _STOP.finditer(before)]
    stop = _STOP.search(after)
    sentence = before[stops[-1] if stops else 0 :] + hit.words + after[: stop.start() if stop else len(after)]
    return not _HISTORY.search(sentence) and all(int(year[0]) > since for year in _YEAR.finditer(sentence))
