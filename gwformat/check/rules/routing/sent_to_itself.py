"""R422: a document that its issuer sends to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees, copied, issuers
from gwformat.findings import Severity

_REGIONS = frozenset("省市县区州旗镇乡")
_SHORTEST = 4


@rule("R422", name="sent-to-itself", clause="条例 第九条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """主送机关和抄送机关是公文的受理机关和需要知晓的其他机关，不是发文机关自己。

    不合规::

        ［主送机关］某某市人民政府：

    不合规::

        ［抄送机关］抄送：市委各部门，市人民政府。

    合规::

        ［主送机关］各县（区）人民政府：

    合规::

        ［发文机关标志］某某市市场监督管理局文件
        ［主送机关］各县（区）教育局、公安局、市场监督管理局：
    """
    own = {name.name for name in issuers(context)}
    for name in (*addressees(context), *copied(context)):
        if name.name in own or (name.name[0] in _REGIONS and _is_own(name.name, own)):
            yield Problem(f"“{name.name}”是发文机关自己", name.where)


def _is_own(name: str, own: Iterable[str]) -> bool:
    """Whether a name is the issuer's without that of its region, 省人民政府办公厅; 市场监督管理局 names no region."""
    return len(name) >= _SHORTEST and any(
        one.endswith(name) and one.removesuffix(name)[-1:] not in _REGIONS for one in own
    )
