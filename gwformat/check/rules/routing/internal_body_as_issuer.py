"""R407: a section inside an organ issues a document."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import issuers
from gwformat.expressions import expression
from gwformat.findings import Severity

# A section's name after that of the organ it belongs to: 财政局预算科, 教育厅人事处.
_SECTION = expression(
    r"(?:局|厅|委|部|办|院|署|委员会|政府|公司|中心)(?!.*(?:办公室|办事处|管理处|派出所|党委))[^局厅部]{2,10}(?:科|处|股|室)$"
)


@rule("R407", name="internal-body-as-issuer", clause="条例 第十七条", severity=Severity.ERROR)
def check(context: Context) -> Iterator[Problem]:
    """部门内设机构除办公厅（室）外不得对外正式行文。

    不合规::

        ［发文机关标志］某某市财政局预算科文件
        ［发文机关署名］某某市财政局预算科

    合规::

        ［发文机关标志］某某市财政局办公室文件
        ［发文机关署名］某某市财政局办公室

    合规::

        ［发文机关标志］某某市水库管理处文件
        ［发文机关署名］某某市水库管理处
    """
    for name in issuers(context):
        if _SECTION.search(name.name):
            yield Problem(f"“{name.name}”像是内设机构，内设机构除办公厅（室）外不得对外正式行文", name.where)
