"""F330: a font that the chosen system does not have."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.kinds import kinds
from gwformat.findings import Severity


@rule(
    "F330",
    name="font-outside-system",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """交换之前，文中的字体应是所选字体系（--system）里的。

    不合规::

        ［正文 字体］楷体_GB2312

    合规::

        ［正文 字体］方正仿宋_GBK
    """
    own = {name for face in (*context.fonts.faces.values(), context.fonts.latin_face) for name in face.names}
    seen: set[str] = set()
    for kind in kinds(context):
        name = kind.font.name if kind.font is not None else None
        if name is not None and name not in own and name not in seen:
            seen.add(name)
            yield Problem(f"“{name}”不是{context.fonts.title}里的字体（只提示第一处）", kind.first.where)
