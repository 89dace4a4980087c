"""L260: a date at an unusual distance from the right."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.looks import ALIGN_NAMES, characters, first_paragraph, in_characters, line_extent
from gwformat.findings import Severity
from gwformat.model import Align, Role, Seal
from gwformat.ooxml.effective import ParagraphLook
from gwformat.units import Mm

_LEAST, _TOLERANCE = 1, 0.3  # 字: a long 署名 draws the date to the right
_WANTED, _SLACK = 4, 1  # 字: below a 签名章 nothing else moves the date
_SIGNED = "GB/T 9704-2012 7.3.5.3"
_CENTRED, _SHIFT = 1, 2  # 字; 7.3.5.2: without a seal the date begins two characters behind the 署名
_FAR = Mm(50)


@rule(
    "L260",
    name="date-not-right",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期一般右空四字（加盖印章、签名章）；不加盖印章的，署名右空二字，日期首字比署名首字右移二字。

    不合规::

        ［成文日期 对齐］左
        ［成文日期 右缩进］0字
        ［成文日期 左缩进］0字

    不合规::

        ［发文机关署名］某某市人民政府
        ［发文机关署名 对齐］右
        ［发文机关署名 左缩进］0字
        ［发文机关署名 右缩进］28磅
        ［成文日期 右缩进］32磅

    不合规::

        ［文种］命令
        ［成文日期 右缩进］1字

    合规::

        ［成文日期］2026年3月16日
    """
    for element in context.of(Role.DATE):
        look = first_paragraph(context, element)
        if look is None or look.in_table or element.block.attachment:
            continue
        if look.align is not Align.RIGHT and not _is_pushed(look, element):
            yield Problem("成文日期应靠右编排", element.whole, measured=ALIGN_NAMES[look.align])
        elif look.align is Align.RIGHT:
            right = characters(look.right, context, element) + _typed(element)
            if context.profile.authentication is Seal.SIGNATURE and abs(right - _WANTED) > _SLACK:
                message = f"成文日期右空{in_characters(right)}，应为四字"
                yield Problem(message, element.whole, None, "4字", in_characters(right), clause=_SIGNED)
            elif right < _LEAST - _TOLERANCE:
                expected = "右空4字；不加盖印章的右空2字"
                yield Problem(
                    f"成文日期右空{in_characters(right)}",
                    element.whole,
                    expected=expected,
                    measured=in_characters(right),
                )
            elif right < _WANTED - _SLACK and _is_sealed(context, element):
                said = in_characters(right)
                message = f"成文日期右空{said}：加盖印章的右空四字，不加盖的首字比署名首字右移二字"
                yield Problem(message, element.whole, None, "4字", said)


def _is_sealed(context: Context, date: Element) -> bool:
    """Whether the only 署名 is centred on its date, as below a seal, and would still be in the text above 右空四字."""
    names = context.own(Role.SIGNATURE)
    if len(names) != 1 or len(context.own(Role.DATE)) != 1:
        return False
    name, under = line_extent(context, names[0]), line_extent(context, date)
    if name is None or under is None:
        return False
    assert context.formatting is not None
    em = context.profile.elements[Role.DATE].size
    off, shift = (sum(name) - sum(under)) / 2 / em, (under[0] - name[0]) / em
    right = (context.formatting.section_of(date.first_paragraph).text_width - max(name[1], under[1])) / em
    fits = (name[1] - name[0]) - (under[1] - under[0]) <= _WANTED * 2 * em
    unsealed = max(abs(shift - _SHIFT), abs(right - _SHIFT)) <= _SLACK
    return fits and abs(off) <= _CENTRED and not unsealed


def _typed(element: Element) -> float:
    spaces = element.text[len(element.text.rstrip()) :]
    return sum(1 if char == "\u3000" else 0.5 for char in spaces)


def _is_pushed(look: ParagraphLook, element: Element) -> bool:
    """Whether spaces, tabs or a wide indent stand before the date instead of an alignment."""
    typed = element.text[: len(element.text) - len(element.text.lstrip())]
    return bool(typed) or look.left.emu + look.first_line.emu > _FAR
