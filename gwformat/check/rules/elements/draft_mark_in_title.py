"""E136: 送审稿 and the like left behind the title of a numbered document."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_STAGE = expression(
    r"[（(\[【]\s*(?:送审|报审|报批|审议|讨论|征求意见|代拟|建议|修改|修订|初|草|送签|会签|校对?"
    r"|第?[一二三四五1-5]次?)稿?(?<=稿)\s*\d*"
    r"\s*[）)\]】]\s*$|[（(]草案[）)]\s*$"
)


@rule(
    "E136",
    name="draft-mark-in-title",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """编了发文字号的公文，标题后面不再留“（送审稿）”“（代拟稿）”一类的字样。

    所附文件的标题里，书名号之内的“（征求意见稿）”不在此列。

    不合规::

        ［标题］某某市人民政府关于做好2026年防汛工作的通知（送审稿）

    合规::

        ［标题］某某市人民政府关于印发《某某市河道管理办法（试行）》的通知

    合规::

        ［发文字号］某政发〔2026〕　号
        ［标题］某某市人民政府关于做好2026年防汛工作的通知（送审稿）
    """
    title, number = context.first(Role.TITLE), context.first(Role.DOC_NUMBER)
    if title is None or number is None or not number.text.rstrip("号 ").endswith(tuple("0123456789")):
        return
    if found := _STAGE.search(title.text):
        yield Problem(f"标题后面还留着“{found[0].strip()}”", title.at(found))
