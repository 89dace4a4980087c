"""R408: a department writes down to a lower party committee or government."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import addressees, issuers
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Direction

_DEPARTMENT = expression(r"(?:局|委员会|委|厅|部)$")
_COMMITTEE = expression(r"(?:^中共|市委|县委|区委|省委|自治区党委|人民代表大会|人大|政治协商|政协)")
_OFFICE = expression(
    r"(?:政府|国务院|党委|省委|市委|州委|自治区党委|中共中央)办公厅$"
)  # 条例 第十六条: it writes for them
_LOWER = expression(r"^(?:各|所辖)?.*(?:人民政府|党委|县委|区委|乡镇)$")
_AUTHORISED = expression(r"(?:经|根据)[^。；，]{0,20}(?:同意|授权|批准)")


@rule("R408", name="department-instructs-government", clause="条例 第十六条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """党委、政府的部门不得向下级党委、政府发布指令性公文；经本级政府同意行文的，文中须注明。

    不合规::

        ［发文机关标志］某某市教育局文件
        ［发文机关署名］某某市教育局
        ［主送机关］各县（区）人民政府：
        请于3月底前完成校舍排查。

    合规::

        ［发文机关标志］某某市人民代表大会常务委员会
        ［发文机关署名］某某市人民代表大会常务委员会
        ［主送机关］市人民政府：
        请研究处理，并书面报告市人大常委会。

    合规::

        ［发文机关标志］某某市教育局文件
        ［发文机关署名］某某市教育局
        ［主送机关］各县（区）人民政府：
        经市人民政府同意，现就校舍排查通知如下。

    合规::

        ［发文机关标志］某某省人民政府办公厅文件
        ［发文机关署名］某某省人民政府办公厅
        ［主送机关］各市、县人民政府：
        请于3月底前完成校舍排查。

    合规::

        ［发文机关标志］某某市教育局文件
        ［发文机关署名］某某市教育局
        ［主送机关］各县（区）教育局：
        请于3月底前完成校舍排查。
    """
    senders = issuers(context)
    if context.direction is not Direction.DOWN or not senders:
        return
    if any(_COMMITTEE.search(s.name) or _OFFICE.search(s.name) for s in senders):
        return
    if not all(_DEPARTMENT.search(s.name) for s in senders):
        return
    if any(_AUTHORISED.search(element.text) for element in context.text):
        return
    for name in addressees(context):
        if _LOWER.fullmatch(name.name):
            yield Problem(f"部门向下级党委、政府“{name.name}”行文，应经本级政府同意并在文中注明", name.where)
