"""E160: a sign-off of another organ than the mark names."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, organ_names, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

_LABEL = expression(r"\s*(?:发文|落款|署名)(?:单位|机关)\s*[：:]")


@rule(
    "E160",
    name="signature-differs-from-mark",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """发文机关署名应当与发文机关标志一致。

    一个是机关、一个是它的办公厅（室）的，肯定不一致；其他不同的写法可能是简称，只作提醒。

    不合规::

        ［发文机关署名］某某市人民政府办公室

    不合规::

        ［发文机关署名］某某市教育局

    不合规::

        ［发文机关署名］发文机关：某某市人民政府

    合规::

        ［发文机关标志］某某市水务局文件
        ［标题］某某市水务局关于做好2026年防汛工作的通知
        ［发文机关署名］市水务局

    合规::

        ［发文机关署名］市长　李四

    合规::

        ［发文机关署名］某某市人民政府市长

    合规::

        ［发文机关标志］某某集团有限公司党委文件
        ［发文机关署名］中共某某集团有限公司委员会
    """
    marks = organ_names.marks(context.own(Role.ISSUER_MARK))
    signed = organ_names.signatures(context.own(Role.SIGNATURE))
    if not marks or not signed or context.kind not in (Kind.GENERAL, Kind.LETTER):
        return
    for element in signed:
        if found := _LABEL.match(element.text):
            message = f"署名前不写“{found[0].strip()}”"
            yield Problem(message, element.at(found), severity=Severity.WARNING)
    if any(
        organ_names.same(element.text, mark) or organ_names.is_head_of(element.text, mark)
        for element in signed
        for mark in marks
    ):
        return
    certain = len(signed) == len(marks) == 1 and organ_names.is_office_of(signed[0].text, marks[0])
    name = "".join(signed[0].text.split())
    yield Problem(
        f"署名“{name}”与发文机关标志“{'、'.join(marks)}”不一致",
        signed[0].whole,
        expected="、".join(marks),
        measured=name,
        severity=None if certain else Severity.WARNING,
    )
