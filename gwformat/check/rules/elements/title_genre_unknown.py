"""E121: titles that end in the name of a document which is none of the fifteen."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

# 关于做好防汛工作: nothing is named after 的 at its end, neither a genre nor what else a text may be.
_NAMED = (Kind.GENERAL, Kind.LETTER, Kind.TELEGRAM)  # an order may have no title, minutes name their matter
_NO_GENRE = expression(
    r"[^《》]{0,40}关于(?![^\n]*的[^的]{1,6}$)[^\n]*"
    r"(?<!决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|纪要|说明|讲话|致辞)(?<![令函电》）案法书词表])"
)

# 行政处罚法、行政复议法……: what the law itself calls so.
_OF_PROCEDURE = expression(
    r"(?:处罚|许可|强制|复议|裁决|赔偿|征收|补偿|处理|认定|调解|受理|立案|责令[\u4e00-\u9fff]{0,8}|听证|催告"
    r"|检察|监察|审计|确认|移送|鉴定"
    r"|整改|停工|停产|采样|查封|扣押|冻结|询问|限期[\u4e00-\u9fff]{0,6})(?:事先)?(?:告知|决定|通知|意见|建议)书$"
)

_ANSWER = expression(r"(?:建议|提案|意见)的答复$")  # 代表法: what the one who made a proposal gets


@rule(
    "E121",
    name="title-genre-unknown",
    clause="条例 第八条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """公文的标题应当以十五种法定文种之一结尾，方案、办法、总结等不是文种。

    方案、办法、规定、计划等用通知印发：“关于印发《……方案》的通知”。

    不合规::

        ［标题］某某市人民政府关于2026年防汛工作的实施方案

    不合规::

        ［标题］某某市人民政府关于某某县防汛规划的批示

    不合规::

        ［标题］某某市人民政府关于做好2026年防汛工作

    合规::

        ［标题］某某市水务局行政处罚决定书

    合规::

        ［标题］某某市教育局对市人大八届六次会议第086号建议的答复

    合规::

        ［标题］某某市人民政府关于印发《2026年防汛工作实施方案》的通知
    """
    title = context.first(Role.TITLE)
    if title is None or not (context.has(Role.ISSUER_MARK) or context.has(Role.DOC_NUMBER)):
        return
    said = "".join(title.text.split())
    if _OF_PROCEDURE.search(said) or _ANSWER.search(said):
        return
    if found := _ending(context.terms.not_genres).search(title.text):
        message = f"“{found[1]}”不是文种，标题应以“通知”“报告”等十五种文种之一结尾；印发文件用“关于印发《……》的通知”"
        yield Problem(message, title.at(found, 1))
    elif context.kind in _NAMED and _NO_GENRE.fullmatch(said):
        yield Problem("标题没有文种，应以“通知”“报告”等十五种文种之一结尾", title.whole)


@functools.cache
def _ending(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(words)})\s*(?:（[^（）]*）)?\s*$")
