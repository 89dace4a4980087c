"""E130: addressees without a colon at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_END = re.compile(r"(?P<mark>[，。、；,.;]*)\s*$")


@rule(
    "E130",
    name="addressee-without-colon",
    clause="GB/T 9704-2012 7.3.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """最后一个主送机关名称后应当标全角冒号。

    不合规::

        ［主送机关］各县（区）人民政府，市政府各部门

    不合规::

        ［主送机关］各县（区）人民政府，市政府各部门。

    合规::

        ［主送机关］各县（区）人民政府，市政府各部门：
    """
    for element in context.own(Role.ADDRESSEE)[-1:]:
        text = element.text.rstrip()
        if not text.endswith(("：", ":", "∶", "︰")):
            found = _END.search(text)
            where = element.at(found, "mark") if found else element.whole
            yield Problem("主送机关名称后应标全角冒号", where, reworded(where, "：", Safety.SAFE), expected="：")
