"""The name of an organ comes in; the places where a line of it may end go out, and what a line end there costs."""

from __future__ import annotations

import math
from collections.abc import Callable

from gwformat.expressions import expression

_UNEVEN = 0.75  # of the name on its first line; a worse place is none
# What a name is made of: 某某市 | 住房和 | 城乡建设局 | 某某工作领导小组 | 办公室.
_ENDS = (
    (expression(r"[、，；\s]"), 0.0),
    (expression(r"(?:人民政府|办公[室厅]|领导小组|指挥部|[委议]员会|总公司)(?!主任|成员)"), 0.0),
    (expression(r"自治[区州县旗]|开发区|[^、\s城社地][省市县州盟旗区乡镇](?![委场政容域划级辖属、])"), 0.1),
    (expression(r"..[和与及](?=..)"), 0.1),
    (expression(r".(?=人民政府|人民代表大会|人民法院|人民检察院|管理委员会|领导小组|办公[室厅])"), 0.2),
)
_WHOLE = expression(r"[（《“〔(][^）》”〕)]*[）》”〕)]")
_NEVER_FIRST = "、，；）》”〕)"


def first_line(name: str, width: Callable[[str], float], most: float) -> str | None:
    """How a name on two lines begins, the second no longer than the first and neither wider than `most`.

    The best end of a line is one that parts no words and leaves two lines alike; None where there is none.
    """
    inside = {place for whole in _WHOLE.finditer(name) for place in range(whole.start() + 1, whole.end())}
    total, least, best = width(name), math.inf, None
    for pattern, cost in _ENDS:
        for found in pattern.finditer(name):
            place = found.end()
            if place in inside or not 0 < place < len(name) or name[place] in _NEVER_FIRST:
                continue
            first, second = width(name[:place].rstrip()), width(name[place:])
            if second <= first <= min(most, _UNEVEN * total) and cost + first / total < least:
                least, best = cost + first / total, name[:place]
    return best
