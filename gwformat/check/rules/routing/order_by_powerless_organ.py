"""R418: an order issued by an organ that may not issue orders."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.organs import issuers
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_MAY = expression(
    r"(?:国务院|中华人民共和国|中央军委|军区|中共中央|委员会$|部$|署$|总局$|总署$|"
    r"(?:省|市|州|县|区|旗|乡|镇|盟|自治区)(?:人民)?政府)"
)
_TITLE_END = expression(r"(?:命令|令)$")


@rule("R418", name="order-by-powerless-organ", clause="条例 第八条", severity=Severity.WARNING)
def check(context: Context) -> Iterator[Problem]:
    """命令（令）由依法有权的机关发布；县级以下部门没有发布命令的职权。

    不合规::

        ［发文机关标志］某某县水务局令
        ［去掉］发文字号、标题、主送机关、发文机关署名、抄送机关
        ［令号］第3号

    合规::

        ［发文机关标志］某某市人民政府令
        ［去掉］发文字号、标题、主送机关、发文机关署名、抄送机关
        ［令号］第3号
    """
    if context.genre != "命令（令）":
        return
    names = [(_TITLE_END.sub("", mark.text.strip()), mark.whole) for mark in context.of(Role.ISSUER_MARK)]
    for name, where in names or [(issuer.name, issuer.where) for issuer in issuers(context)]:
        if name and not _MAY.search(name) and not context.is_open(name):
            yield Problem(f"“{name}”不像有权发布命令的机关", where)
