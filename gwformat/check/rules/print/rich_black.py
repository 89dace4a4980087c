"""P731: black mixed of several inks."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable, on
from gwformat.findings import Severity
from gwformat.finished.values import Space

_TRACE = 0.05


@rule(
    "P731",
    name="rich-black",
    clause="GB/T 9704-2012 6.2",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """黑色只用黑墨（BL100%）；几种油墨叠成的黑，套印稍有不准，字边就发虚。

    不合规::

        ［印件］几种油墨叠成的黑

    不合规::

        ［印件］用了套准色

    合规::

        ［印件］四色的黑和红
    """
    for page, paint, what in printable.paints():
        if paint.is_black and paint.space is Space.CMYK and max(paint.parts[:3]) > _TRACE:
            yield Problem(f"{what}的黑色由几种油墨叠成", on(page), expected="K100", measured=paint.said)
        elif paint.space is Space.SPOT and paint.name == "All":
            yield Problem(
                f"{what}用了套准色，各色版都会印；折叠、裁切的记号除外", on(page), expected="K100", measured=paint.said
            )
