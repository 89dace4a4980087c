"""E120: punctuation at the end of a title, of a line of the head or of a name that signs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_END = expression(r"[。，、；：！？,;:!?.．]+\s*$")
_ROLES = (Role.TITLE, Role.ATTACHMENT_TITLE, Role.ISSUER_MARK, Role.SECRECY, Role.SIGNATURE)


@rule(
    "E120",
    name="title-ends-with-mark",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """标题、发文机关标志、密级、署名末尾不加标点。

    不合规::

        ［标题］某某市人民政府关于做好2026年防汛工作的通知。

    不合规::

        ［附件标题］某某市防汛工作任务分工。

    不合规::

        ［发文机关标志］某某市人民政府文件。

    合规::

        ［标题］某某市人民政府关于印发《某某市防汛工作办法》的通知
    """
    for element in context.of(*_ROLES):
        if found := _END.search(element.text):
            where = element.at(found)
            yield Problem(f"{element.role}末尾不加“{found[0].strip()}”", where, reworded(where, "", Safety.SAFE))
