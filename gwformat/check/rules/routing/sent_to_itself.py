"""R422: a document that its issuer sends to itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees, copied, issuers
from gwformat.findings import Severity

_IN_REGION = re.compile("[省市县区州旗镇乡].{3,}")  # its own name without the region's: 省人民政府办公厅


@rule("R422", name="sent-to-itself", clause="条例 第九条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """主送机关和抄送机关是公文的受理机关和需要知晓的其他机关，不是发文机关自己。

    不合规::

        ［主送机关］某某市人民政府：

    不合规::

        ［抄送机关］抄送：市委各部门，市人民政府。

    合规::

        ［主送机关］各县（区）人民政府：
    """
    own = {name.name for name in issuers(context)}
    for name in (*addressees(context), *copied(context)):
        if name.name in own or (_IN_REGION.match(name.name) and any(one.endswith(name.name) for one in own)):
            yield Problem(f"“{name.name}”是发文机关自己", name.where)
