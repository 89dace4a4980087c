"""E214: a joint document to a superior with fewer signers than organs."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, organ_names, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Direction, Role

_LABEL = expression(r"\s*(?:签\s*发\s*人?)\s*[：:∶]?|会\s*签\s*人?\s*[：:∶]?")
_NAME = expression(r"[\u4e00-\u9fff]{1,2}[ \u3000]+[\u4e00-\u9fff](?![\u4e00-\u9fff])|[\u4e00-\u9fff][\u4e00-\u9fff·]+")
_DOCUMENT = "文件"


@rule(
    "E214",
    name="signer-missing-of-joint",
    clause="GB/T 9704-2012 7.2.6",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """联合上报的公文，各发文机关的签发人都标注，按发文机关的顺序编排。

    不合规::

        ［文种］请示
        ［发文机关标志］某某市财政局
        ［发文机关标志］某某市水务局文件
        ［签发人］签发人：张三
        ［标题］某某市财政局 某某市水务局关于新建城东排涝泵站的请示
        ［发文机关署名］某某市财政局
        ［发文机关署名］某某市水务局

    合规::

        ［文种］请示
        ［发文机关标志］某某市财政局
        ［发文机关标志］某某市水务局文件
        ［签发人］签发人：张三　李四
        ［标题］某某市财政局 某某市水务局关于新建城东排涝泵站的请示
        ［发文机关署名］某某市财政局
        ［发文机关署名］某某市水务局

    合规::

        ［文种］请示
        ［发文机关标志］某某市水务局文件
        ［签发人］签发人：张　三
    """
    signers = context.own(Role.SIGNER)
    organs = [mark for mark in organ_names.marks(context.own(Role.ISSUER_MARK)) if mark != _DOCUMENT]
    if context.direction is not Direction.UP or not signers or len(organs) < 2:
        return
    words = [_LABEL.sub("", signer.text) for signer in signers]
    names = sum(len(_NAME.findall(text)) for text in words)
    if not names or any(context.is_open(text) for text in words):
        return  # to be filled in
    if names < len(organs):
        message = f"{len(organs)}个机关联合上报，签发人只有{names}人，各机关的签发人都应标注"
        yield Problem(message, signers[-1].whole, expected=f"{len(organs)}人", measured=f"{names}人")
