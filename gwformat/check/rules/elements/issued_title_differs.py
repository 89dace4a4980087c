"""E200: the document that is issued is called otherwise in the title of the notice, in its text and above itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from gwformat.check import Context, Problem, rule
from gwformat.check.attached import comparable
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_NAME = "《(?P<named>[^《》]+)》"
_ISSUES = expression(rf"(?:印发|发布|公布)\s*(?:{_NAME}|(?P<bare>[^《》]+?)的\s*(?:通知|函)\s*$)", re.DOTALL)
_SAID = expression(
    rf"(?:现将|将)?{_NAME}(?:（以下简称[^）]*）)?(?:印发|已经|业经|已由|已报经|经[^，。]{{2,20}}(?:同意|通过)|现予)"
)
_SEVERAL = expression("》(?:[、和及]|等)")
_ORGAN = expression("人民政府|关于")  # 某某市人民政府关于防汛的意见, 某某市防汛的意见
_ALIKE = 0.7


@rule(
    "E200",
    name="issued-title-differs",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """印发的文件，通知的标题、正文和文件自己的标题中名称相同。

    不合规::

        ［标题］某某市人民政府关于印发《某某市防汛工作办法》的通知
        《某某市防汛管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。

    合规::

        ［标题］某某市人民政府关于印发《某某市防汛工作办法（试行）》的通知
        《某某市防汛工作办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。
    """
    title = context.first(Role.TITLE)
    found = _ISSUES.search(title.text) if title else None
    if title is None or found is None or _SEVERAL.search(title.text):
        return
    name = found["named"] or found["bare"]
    for element, said in (*_called(context), *_headed(context)):
        if _differs(comparable(name), comparable(said[0])):
            message = f"“{said[0]}”与通知的标题中的名称“{''.join(name.split())}”不一致，请核对"
            yield Problem(message, element.span(*said[1]), expected=name, measured=said[0])


def _called(context: Context) -> Iterator[tuple[Element, tuple[str, tuple[int, int]]]]:
    """What the text of the notice calls it."""
    for element in context.text[:2]:
        for found in _SAID.finditer(element.text):
            yield element, (found["named"], found.span("named"))


def _headed(context: Context) -> Iterator[tuple[Element, tuple[str, tuple[int, int]]]]:
    """What it is called above itself."""
    issued = [title for title in context.of(Role.ATTACHMENT_TITLE) if title.block.attachment in context.issued]
    if len(issued) == 1:
        yield issued[0], ("".join(issued[0].text.split()), (0, len(issued[0].text)))


def _differs(one: str, other: str) -> bool:
    """Whether two names are not the same, of the same thing, and neither says only more than the other."""
    one, other = ("".join(_ORGAN.sub("", name).split()) for name in (one, other))
    if one in other or other in one:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
