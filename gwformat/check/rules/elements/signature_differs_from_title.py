"""E161: a sign-off of another organ than the title names."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, organ_names, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_HEAD = expression(
    r"\s*(?:代\s*)?(?:省\s*长|市\s*长|县\s*长|区\s*长|州\s*长|旗\s*长|主\s*任|主\s*席)\s*[\u4e00-\u9fff·\s]{2,8}$"
)


@rule(
    "E161",
    name="signature-differs-from-title",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关署名应当与标题中的发文机关名称一致。

    不合规::

        ［去掉］发文机关标志
        ［发文机关署名］某某市教育局

    合规::

        ［发文机关署名］市长　李四

    合规::

        ［标题］某某市第十七届人民代表大会常务委员会第三十次会议对《关于2025年度环境状况的报告》的审议意见
        ［发文机关署名］某某市人民代表大会常务委员会

    合规::

        ［标题］某某县安委办关于2026年1至11月安全生产情况的通报
        ［发文机关署名］某某县安全生产委员会办公室

    合规::

        ［标题］某某市人民政府　某某市教育局关于做好2026年防汛工作的通知
        ［发文机关署名］某某市教育局
    """
    title = context.first(Role.TITLE)
    signed = organ_names.signatures(context.own(Role.SIGNATURE))
    named = organ_names.of_title(title.text) if title else ""
    if context.genre is None or len(named) < 3 or not signed:
        return
    if any(_HEAD.match(element.text) for element in signed):
        return  # who signs for it
    if not any(organ_names.names_one_of(named, [element.text]) for element in signed):
        name = "".join(signed[0].text.split())
        organ = " ".join(named.split())
        message = f"署名“{name}”与标题中的发文机关“{organ}”不一致"
        yield Problem(message, signed[0].whole, expected=organ, measured=name)
