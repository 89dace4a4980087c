"""L215: a gap that the program puts between Chinese and Western characters."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.indents import switched
from gwformat.findings import Property, Safety, Severity
from gwformat.ooxml.effective import ParagraphLook


@rule(
    "L215",
    name="auto-space",
    clause="GB/T 9704-2012 5.2.3",
    severity=Severity.INFO,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """“自动调整中文与西文（数字）的间距”会在数字前后加空，每行就排不满28字；应关闭。

    不合规::

        ［正文 中西文自动间距］有

    合规::

        ［正文 中西文自动间距］无
    """
    yield from switched(context, _adjusts, "打开了中西文自动间距", Property.AUTO_SPACE, "off")


def _adjusts(look: ParagraphLook) -> bool:
    return look.auto_space_de or look.auto_space_dn
