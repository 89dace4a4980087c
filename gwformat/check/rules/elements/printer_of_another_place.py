"""E202: the organ that prints is of another place than the issuer."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_PLACE = expression(r"(?:中共|共青团|中国共产党)?(?P<place>[\u4e00-\u9fff]{2,8}?[省市县区州盟旗])")


@rule(
    "E202",
    name="printer-of-another-place",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """印发机关是发文机关的办公厅（室）或文秘部门，与发文机关同属一地。

    不合规::

        ［印发机关］某某县人民政府办公室

    合规::

        ［印发机关］某某市人民政府办公室
    """
    issuers = [element.text.strip() for element in context.own(Role.ISSUER_MARK, Role.SIGNATURE)]
    places = [found["place"] for words in issuers if (found := _PLACE.match(words))]
    for element in context.own(Role.PRINTER):
        words = element.text.strip()
        found = _PLACE.match(words)
        if found is None or not places or any(place in words for place in places):
            continue
        if not any(found["place"] in issuer for issuer in issuers):
            yield Problem(f"印发机关“{words}”与发文机关不在一地，请核对", element.whole)
