"""R414: an ending that belongs to another genre."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded

_ENDING = expression(r"^\s*(?:特此|专此)(通知|通报|报告|通告|公告|批复|函复|函告|函达|请示|复函)[。，]?")
_ASKING = expression(
    r"(?:妥否|当否|可否)[，,]\s*请[予以]{0,2}(?:批示|批复|审批|批准|审定|指示)"
    r"|^\s*(?:以上|现|请)?(?:请示|报告|意见|方案)?[，,]?请[予以]{0,2}(?:批示|批复|审批|审定)(?=。?\s*$)"
)
# Endings that stand alone in the last paragraph, and the genres they are for.
_ALONE = (
    (expression(r"^\s*此复(?:函)?[。，]?\s*$"), {"批复", "函"}),
    (
        expression(
            r"^\s*(?:以上[^，。]{0,8}，)?(?:盼复|[特专]此函[达商]|(?:敬|即|谨)?请[予以]{0,2}函复)(?:为[盼荷感])?[。，]?\s*$"
        ),
        {"函"},
    ),
    (
        expression(r"^\s*(?:以上|现将|此)[^。]{0,20}[，,]请[予以]{0,2}审[阅示][。，]?\s*$"),
        {"报告", "请示", "函", "意见", "议案"},
    ),
    (
        expression(r"^\s*(?:现|以上)[^。]{0,20}[，,]?(?:提|敬|特)?请[予以]{0,2}审议(?:决定)?[。，]?\s*$"),
        {"议案", "报告", "请示", "意见", "决定"},
    ),
)
_ORDERED = expression(
    r"^\s*(?:以上[^，。]{0,12}，|上述[^，。]{0,12}，|现[^，。]{0,12}，)?请(?:你们|各地|各单位)?"
    r"(?:认真|严格|切实)?(?:遵照|参照|贯彻|组织)(?:执行|实施|落实)[。，]?\s*$"
)
_NO_ORDERS = frozenset(("议案", "请示", "报告"))
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
    "议案": set(),
    "命令（令）": set(),
    "决定": set(),
    "决议": set(),
    "意见": set(),
    "公报": set(),
    "纪要": set(),
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

    合规::

        ［文种］函
        请于3月31日前提出意见。
        请予函复。

    合规::

        ［标题］某某市人民政府关于提请审议城市绿化条例的议案
        现提请审议。
    """
    yield from _opening(context)
    if context.genre in _DOWNWARD or context.genre == "议案":
        for element in context.text[-3:]:
            if asking := _ASKING.search(element.text):
                where = element.at(asking)
                cure = reworded(where, f"特此{context.genre}", Safety.REVIEW) if _FITS.get(context.genre) else None
                yield Problem(f"文种是{context.genre}，“{asking[0]}”是请示的结束语", where, cure)
    yield from _alone(context)
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
            yield Problem(message, where, reworded(where, right, Safety.REVIEW) if fits else None)


def _alone(context: Context) -> Iterator[Problem]:
    """Endings in a paragraph of their own."""
    genre = context.genre
    for element in context.text[-3:] if genre is not None else ():
        said = element.text.strip()
        wrong = any(genre not in fits and ending.match(said) for ending, fits in _ALONE)
        if wrong or (genre in _NO_ORDERS and _ORDERED.match(said)):
            yield Problem(f"文种是{genre}，结束语“{said.rstrip('。，')}”与它不一致", element.whole)


def _opening(context: Context) -> Iterator[Problem]:
    """That the words before the matter itself name another genre."""
    opens = _OPENS.get(context.genre or "")
    for element in context.text[:2] if opens is not None else ():
        found = _OPENING.search(element.text)
        if found and opens is not None and found[1] not in opens:
            where = element.at(found, 1)
            cure = reworded(where, context.genre or "", Safety.REVIEW) if context.genre in opens else None
            yield Problem(f"文种是{context.genre}，“{found[1]}如下”与它不一致", where, cure)
