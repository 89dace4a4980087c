"""R414: an ending that belongs to another genre."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded

_ENDING = expression(r"^\s*(?:特此|专此)(通知|通报|报告|通告|公告|批复|函复|函告|函达|请示|复函)[。，]?")
_ASKING = expression(r"(?:妥否|当否|可否)[，,]\s*请[予以]{0,2}(?:批示|批复|审批|批准|审定|指示)")
_DOWNWARD = frozenset(("通知", "通报", "决定", "命令（令）", "公告", "通告", "公报", "批复", "纪要", "决议"))
_FITS = {
    "通知": {"通知"},
    "通报": {"通报"},
    "报告": {"报告"},
    "通告": {"通告"},
    "公告": {"公告"},
    "批复": {"批复"},
    "函": {"函复", "函告", "函达", "复函"},
    "请示": {"请示"},
}
_OPENING = expression(r"现(?:将|就)?[^。：；《》]{0,30}?(通知|通报|通告|公告|批复|请示)如下[：。]\s*$")
_OPENS = {  # 通知里也写“现将有关情况通报如下”，函里也写“通报如下”
    "通知": {"通知", "通报", "公告", "通告"},
    "通报": {"通报", "通知"},
    "通告": {"通告"},
    "公告": {"公告"},
    "批复": {"批复"},
    "请示": {"请示"},
    "意见": set(),
    "报告": set(),
}
_RIGHT = {"函": "特此函告"}


@rule(
    "R414",
    name="ending-of-another-genre",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """“特此××”“妥否，请批示”一类的结束语和“现通知如下”一类的开头应与文种一致。

    不合规::

        ［文种］批复
        你局《关于新建泵站的请示》（某水发〔2026〕12号）收悉。现通知如下：

    不合规::

        ［文种］批复
        你局《关于新建泵站的请示》（某水发〔2026〕12号）收悉，同意。
        特此通知。

    不合规::

        ［文种］通知
        各单位要于3月底前报送总结。
        妥否，请批示。

    合规::

        ［文种］批复
        你局《关于新建泵站的请示》（某水发〔2026〕12号）收悉，同意。
        特此批复。
    """
    yield from _opening(context)
    if context.genre in _DOWNWARD:
        for element in context.text[-3:]:
            if asking := _ASKING.search(element.text):
                where = element.at(asking)
                cure = reworded(where, f"特此{context.genre}", Safety.REVIEW) if context.genre in _FITS else None
                yield Problem(f"文种是{context.genre}，“{asking[0]}”是请示的结束语", where, cure)
    fits = _FITS.get(context.genre or "")
    if fits is None:
        return
    for element in context.text[-3:]:
        found = _ENDING.match(element.text)
        if found and found[1] not in fits:
            start, end = found.start(1) - 2, found.end(1)
            right = _RIGHT.get(context.genre or "", f"特此{context.genre}")
            where = element.span(start, end)
            message = f"文种是{context.genre}，结束语“{element.text[start:end]}”与它不一致"
            yield Problem(message, where, reworded(where, right, Safety.REVIEW))


def _opening(context: Context) -> Iterator[Problem]:
    """That the words before the matter itself name another genre."""
    opens = _OPENS.get(context.genre or "")
    for element in context.text[:2] if opens is not None else ():
        found = _OPENING.search(element.text)
        if found and opens is not None and found[1] not in opens:
            where = element.at(found, 1)
            cure = reworded(where, context.genre or "", Safety.REVIEW) if context.genre in opens else None
            yield Problem(f"文种是{context.genre}，“{found[1]}如下”与它不一致", where, cure)
