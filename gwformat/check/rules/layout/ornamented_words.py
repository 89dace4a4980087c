"""L229: words underlined, framed, raised, outlined or set apart."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import all_looks
from gwformat.check.pieces import joined, styled
from gwformat.findings import Severity
from gwformat.model import Role
from gwformat.ooxml.effective import RunLook
from gwformat.units import Pt

_EFFECTS = {
    "outline": "设为空心", "shadow": "加了阴影", "emboss": "设为阳文", "imprint": "设为阴文", "effect": "加了动态效果",
}  # fmt: skip
_BLANK = " \u3000＿"  # to be filled in
_MILD = ("文字加了下划线", "文字加了着重号")
_AROUND = (Role.TITLE, Role.ADDRESSEE, Role.SIGNATURE, Role.DATE)
_APART = Pt(1)  # more than lines are filled with


@rule(
    "L229",
    name="ornamented-words",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """正文的文字不加边框、阴影、空心等效果，不升降，不单独加宽字距。

    下划线和着重号标准没有规定，只作提示；留白待填处的下划线不在此列。

    不合规::

        ［正文 空心］有

    不合规::

        ［正文 首字 边框］auto

    不合规::

        ［正文 首字 字距］2磅

    不合规::

        ［正文 首字 下划线］有

    不合规::

        ［标题 下划线］有

    合规::

        ［正文 字距］-0.3磅

    合规::

        ［附件］有
        ［附件 下划线］有
    """
    faults = {id(look): said for look in all_looks(context) if (said := _fault(look) or _mild(look))}
    for element in (*context.of(*_AROUND), *context.text) if faults and context.official else ():
        wrong = [
            (piece, faults[id(piece.look)])
            for piece in styled(context, element)
            if id(piece.look) in faults and piece.han.strip(_BLANK)
        ]
        for where, said in joined(wrong):
            yield Problem(said, where, severity=Severity.INFO if said in _MILD else None)


def _fault(look: RunLook) -> str:
    if not (look.effects or look.border or look.raised or look.tracking >= _APART):
        return ""
    said = [_EFFECTS[name] for name in look.effects if name in _EFFECTS]
    said += ["加了边框"] if look.border else []
    said += [f"{'提升' if look.raised > 0 else '降低'}{abs(look.raised.pt):g}磅"] if look.raised else []
    said += [f"字距加宽{look.tracking.pt:g}磅"] if look.tracking >= _APART else []
    return f"文字{'、'.join(said)}" if said else ""


def _mild(look: RunLook) -> str:
    return _MILD[0] if look.underline else _MILD[1] if "em" in look.effects else ""
