"""F324: one element in several faces of one style."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import kinds
from gwformat.findings import Severity, Span
from gwformat.fonts.styles import style_of
from gwformat.model import Role
from gwformat.profiles.schema import Slot


@rule(
    "F324",
    name="mixed-faces",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """同一要素的中文用同一种字库；混用不同厂家的字库，字形大小不一。

    不合规::

        各级各部门要按照职责分工落实责任。
        ［正文 字体］方正仿宋_GBK
        ［正文 首字 字体］仿宋_GB2312

    合规::

        各级各部门要按照职责分工落实责任。
        ［正文 字体］方正仿宋_GBK
    """
    faces: dict[Role, dict[str, tuple[int, Span]]] = {}
    for kind in kinds(context):
        if kind.font is not None:
            used = faces.setdefault(kind.role, {})
            count, first = used.get(kind.font.name, (0, kind.first.where))
            used[kind.font.name] = (count + kind.wide, first)
    for role in filter(faces.__contains__, Role):
        yield from _mixed(role, faces[role])


def _mixed(role: Role, used: dict[str, tuple[int, Span]]) -> Iterator[Problem]:
    """Rarer faces of a style of which the element uses another one more."""
    most_used: dict[Slot, str] = {}
    for name, (count, _) in used.items():
        style = style_of(name)
        if style is not None and (style not in most_used or count > used[most_used[style]][0]):
            most_used[style] = name
    for name, (count, where) in used.items():
        style = style_of(name)
        most = most_used[style] if style is not None else name
        if count < used[most][0]:
            yield Problem(f"{role}多数用“{most}”，这里用“{name}”", where, expected=most, measured=name)
