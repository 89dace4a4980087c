"""X600: a marking of secrecy."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.blanks import left_open
from gwformat.check.left_behind import place
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X600",
    name="classified-marking",
    clause="条例 第二十六条",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """涉密公文应当通过机要交通等符合保密规定的渠道传递，不得经由普通渠道发送。

    在正文、页眉页脚、文本框、批注、文件属性的任何地方单独成段的“绝密”“机密”“秘密”都算密级标志，宁可多问一句。

    不合规::

        ［份号］000001
        ［密级和保密期限］机密★1年

    不合规::

        ［留痕］密级标志

    合规::

        各级各部门要严格执行机密文件管理的规定。
    """
    found = [leak for leak in context.leaks if leak.kind is LeakKind.CLASSIFIED]
    for leak in found[:1]:
        yield Problem(f"标有密级：{leak.what}", place(leak))
    element = context.first(Role.SECRECY)
    if element is not None and not found and not left_open(element.text):
        yield Problem(f"标有密级：“{element.text.strip()}”", element.whole)
