"""E190: places of a template that nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.blanks import left_open
from gwformat.findings import Severity
from gwformat.model import Role

_ROLES = (
    Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.ISSUER_MARK, Role.DOC_NUMBER, Role.SIGNER, Role.TITLE,
    Role.ADDRESSEE, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.ANNOTATION, Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE,
)  # fmt: skip


@rule(
    "E190",
    name="placeholder-left",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """正式公文的各要素应当填写完整，不留模板的填写处。

    不合规::

        ［主送机关］[主送机关]：

    合规::

        ［主送机关］各县（区）人民政府，市政府各部门：
    """
    for element in context.own(*_ROLES):
        if found := left_open(element.text):
            yield Problem(f"{element.role.value}中的“{found[0].strip()}”还没有填写", element.at(found))
