"""R447: a joint document with the number of an organ that is not the host."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, organ_names, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_CODE = expression(r"\s*(?P<code>[\u4e00-\u9fff]{2,8})(?=[〔\[［【（(﹝])")
_KIND = frozenset("发函字办联合通规党组")  # of documents in general, not of one organ


@rule(
    "R447",
    name="number-of-co-issuer",
    clause="条例 第九条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """联合行文时，使用主办机关的发文字号；主办机关排列在前。

    只从字面上看：代字里的字不在主办机关的名称里，却在联署机关的名称里。

    不合规::

        ［发文机关标志］某某市教育局
        ［发文机关标志］某某市公安局文件
        ［发文字号］某公〔2026〕5号
        ［标题］某某市教育局 某某市公安局关于做好校园安全工作的通知
        ［发文机关署名］某某市教育局
        ［发文机关署名］某某市公安局

    合规::

        ［发文机关标志］某某市教育局
        ［发文机关标志］某某市公安局文件
        ［发文字号］某教〔2026〕5号
        ［标题］某某市教育局 某某市公安局关于做好校园安全工作的通知
        ［发文机关署名］某某市教育局
        ［发文机关署名］某某市公安局

    合规::

        ［发文机关标志］某某市教育局
        ［发文机关标志］某某市公安局文件
        ［发文字号］某联发〔2026〕5号
        ［标题］某某市教育局 某某市公安局关于做好校园安全工作的通知
        ［发文机关署名］某某市教育局
        ［发文机关署名］某某市公安局
    """
    marks = [name for name in organ_names.marks(context.own(Role.ISSUER_MARK)) if name != "文件"]
    if len(marks) < 2:
        return
    host, *others = marks
    for number in context.own(Role.DOC_NUMBER):
        found = _CODE.match(number.text)
        own = set(found["code"]) - _KIND - set(_shared(marks)) if found else set()
        if found is None or not own or own & set(host):
            continue
        other = next((name for name in others if own <= set(name)), None)
        if other is not None:
            message = f"“{found['code']}”像是{other}的代字，联合行文用主办机关{host}的发文字号"
            yield Problem(message, number.at(found, "code"))


def _shared(marks: list[str]) -> set[str]:
    """The characters that all the names have: those of their place."""
    return set.intersection(*map(set, marks))
