"""E117: more than one document number."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_SECOND = expression(r"\d号[\s，、；]*(?P<second>[\u3400-\u9fff]+[〔\[【（(]\d{2,4}[〕\]】）)]第?\d+号)")
_SERIAL_TOO = expression(r"〕\d+号\s*[、，和及]\s*(?P<second>\d+号)")
_NOT_COMPARED = expression(r"[\s\[\]［］【】（）()﹝﹞❲❳〈〉{}〔〕]+")


@rule(
    "E117",
    name="doc-number-twice",
    clause="条例 第九条",
    severity=Severity.ERROR,
)
def check(context: Context) -> Iterator[Problem]:
    """一件公文只有一个发文字号，联合行文使用主办机关的发文字号。

    不合规::

        ［发文字号］某政发〔2026〕5号
        ［发文字号］某教发〔2026〕8号

    不合规::

        ［发文字号］某政发〔2026〕5号 某教发〔2026〕8号

    不合规::

        ［发文字号］某政发〔2026〕5号、6号

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    numbers = [element for element in context.own(Role.DOC_NUMBER) if "号" in element.text]
    for element in numbers:
        if found := _SECOND.search(element.text) or _SERIAL_TOO.search(element.text):
            yield Problem("联合行文只用主办机关的发文字号，不能有两个发文字号", element.at(found, "second"))
    for element in numbers[1:]:
        again = _NOT_COMPARED.sub("", numbers[0].text) == _NOT_COMPARED.sub("", element.text)
        message = "发文字号重复出现" if again else "联合行文只用主办机关的发文字号，不能有两个发文字号"
        yield Problem(message, element.whole, severity=Severity.WARNING if again else None)
