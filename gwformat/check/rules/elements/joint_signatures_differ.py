"""E212: one of the organs in a joint mark does not sign, or they sign in another order."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, organ_names, rule
from gwformat.check.organs import issuers
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Kind, Role

_PLACE = expression(r"[\u4e00-\u9fff]{2,6}?[省市州县区旗](?P<office>[\u4e00-\u9fff]{2,}[局委厅办部院]|人民政府)$")
_DOCUMENT = "文件"  # set beside the names, so that it may be a line of its own


@rule(
    "E212",
    name="joint-signatures-differ",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """联合行文时，标志里的各个机关都署名，次序与标志相同。

    不合规::

        ［发文机关标志］某某市财政局
        ［发文机关标志］某某市水务局
        ［发文机关标志］某某市民政局文件
        ［标题］某某市财政局 某某市水务局 某某市民政局关于做好防汛工作的通知
        ［发文机关署名］某某市财政局
        ［发文机关署名］某某市水务局

    不合规::

        ［发文机关标志］某某市财政局
        ［发文机关标志］某某市水务局文件
        ［标题］某某市财政局 某某市水务局关于做好防汛工作的通知
        ［发文机关署名］某某市水务局
        ［发文机关署名］某某市财政局

    不合规::

        ［发文机关标志］某某市财政局
        ［发文机关标志］某某市水务局文件
        ［标题］某某市财政局 某某市水务局关于做好防汛工作的通知
        ［发文机关署名］某某市财政局
        ［发文机关署名］某某县水务局

    合规::

        ［发文机关标志］某某市财政局
        ［发文机关标志］某某市水务局文件
        ［标题］某某市财政局 某某市水务局关于做好防汛工作的通知
        ［发文机关署名］某某市财政局
        ［发文机关署名］某某市水务局
    """
    if context.kind not in (Kind.GENERAL, Kind.LETTER):
        return
    marks = [mark for mark in organ_names.marks(context.own(Role.ISSUER_MARK)) if mark != _DOCUMENT]
    signed = [name for name in issuers(context) if name.name]
    if len(marks) < 2 or len(signed) < 2 or not context.has(Role.SIGNATURE):
        return
    places = [next((at for at, mark in enumerate(marks) if organ_names.same(name.name, mark)), None) for name in signed]
    known = [place for place in places if place is not None]
    missing = [mark for at, mark in enumerate(marks) if at not in known]
    if len(known) < len(signed):  # E160 and E161 speak of names that differ, but not of one of another place
        strange = [name for name, place in zip(signed, places, strict=True) if place is None]
        if len(strange) == len(missing) == 1 and _elsewhere(strange[0].name, missing[0]):
            message = f"署名“{strange[0].name}”与标志中的“{missing[0]}”不一致"
            yield Problem(message, strange[0].where, expected=missing[0], measured=strange[0].name)
        return
    if missing:
        yield Problem(f"标志中的“{'、'.join(missing)}”没有署名", signed[-1].where, expected="、".join(marks))
    elif known != sorted(known):
        yield Problem("署名的次序与标志中的不同", signed[0].where, expected="、".join(marks))


def _elsewhere(one: str, other: str) -> bool:
    """Whether two names are those of one office in two places: 某某县财政局 and 某某市财政局."""
    here, there = _PLACE.match(one), _PLACE.match(other)
    return here is not None and there is not None and here[0] != there[0] and here["office"] == there["office"]
