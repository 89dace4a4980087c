"""L307: the number of a letter that does not stand right under the red lines."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Measured, Need, Problem, rule
from gwformat.check.distances import LEADING, ROW, Unknown, first_line, own_first, red_line, unverified
from gwformat.check.lines import head_line
from gwformat.findings import Severity
from gwformat.model import Kind, Role
from gwformat.units import Emu, Mm

_BESIDE = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.DOC_NUMBER)
_LEAST = Mm(2)


@rule(
    "L307",
    name="letter-head-distance",
    clause="GB/T 9704-2012 10.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem | Measured]:
    """信函的份号、密级、发文字号与第一条红色双线的距离为3号汉字高度的7/8。

    3号汉字高度的7/8是4.84 mm；不到2 mm的、多空了一行以上的才提示。

    不合规::

        ［文种］函
        ［发文机关标志］某某市水务局
        ［发文字号 段前］25毫米

    合规::

        ［文种］函
        ［去掉］抄送机关、印发机关、印发日期
        ［发文机关标志］某某市水务局
    """
    if context.kind is not Kind.LETTER:
        return
    elements = [element for element in context.own(*_BESIDE) if element.text.strip()]
    stroke = red_line(context) if elements and head_line(context) is not None else None
    if stroke is None or own_first(context, Role.ISSUER_MARK) is None:
        return
    lines = [(first_line(context, element), element) for element in elements]
    known = [(line.top, line.side, element) for line, element in lines if not isinstance(line, Unknown)]
    if isinstance(stroke, Unknown):
        yield unverified("第一条红色双线与其下要素的距离", stroke, elements[0])
    elif known and known[0][1] == stroke.side:
        top, _, element = min(known, key=lambda one: one[0])
        found, most = Emu(top - stroke.y), Emu(LEADING + ROW)
        if not _LEAST <= found <= most:
            message = f"{element.role}与红色双线的距离应为3号汉字高度的7/8"
            yield Problem(message, element.whole, None, f"{LEADING.mm:.2f} mm", f"{found.mm:.1f} mm")
        else:
            yield Measured("第一条红色双线与其下要素的距离", f"{LEADING.mm:.2f} mm", f"{found.mm:.1f} mm")
