"""T613: an address of the Web or of e-mail that a Chinese mark breaks."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity
from gwformat.model import Edit

_NAME = "[A-Za-z0-9_-]"
_BROKEN = expression(
    f"(?<={_NAME})[，。、·,](?=(?:{_NAME}+[.，。、])?(?:com|cn|net|org|gov|edu)(?![A-Za-z0-9]))"
    f"|(?<=[wW]{{3}})[，。、·](?={_NAME})"
    "|(?<=http)[：](?=//)|(?<=https)[：](?=//)"
)
_HALF = {"：": ":"}
_MARKS = ("，", "。", "、", "·", ",", "：//")


@rule(
    "T613",
    name="broken-address",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """网址和电子邮箱用半角的符号，不夹中文标点。

    不合规::

        请将电子版发送至sample@example，gov.cn。

    不合规::

        请登录http：//www。example.cn下载表格。

    不合规::

        请将电子版发送至sample@example,com。

    合规::

        请登录http://www.example.cn、http://www.example.com下载表格，发送至sample@example.gov.cn。
    """
    if not context.prose.holds("http", "www", "WWW", "cn", "com", "net", "org"):
        return
    if context.prose.holds(*_MARKS):
        found = _BROKEN.finditer(context.prose.text)
        edits = [Edit(*match.span(), _HALF.get(match[0], ".")) for match in found]
        for hit, mark in context.prose.edits(edits):
            yield hit.problem(f"网址、邮箱中的“{hit.words}”应为“{mark}”", mark, Safety.REVIEW)
