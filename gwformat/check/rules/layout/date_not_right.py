"""L260: a date at an unusual distance from the right."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.elements import Element
from gwformat.check.looks import ALIGN_NAMES, characters, first_paragraph, in_characters
from gwformat.findings import Severity
from gwformat.model import Align, Role
from gwformat.ooxml.effective import ParagraphLook
from gwformat.units import Mm

_LEAST, _TOLERANCE = 1, 0.3  # 字: a long 署名 draws the date to the right
_FAR = Mm(50)


@rule(
    "L260",
    name="date-not-right",
    clause="GB/T 9704-2012 7.3.5.1",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """成文日期一般右空四字（加盖印章）；不加盖印章的，署名右空二字，日期首字比署名首字右移二字。

    不合规::

        ［成文日期 对齐］左
        ［成文日期 右缩进］0字
        ［成文日期 左缩进］0字

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
            if right < _LEAST - _TOLERANCE:
                expected = "右空4字；不加盖印章的右空2字"
                yield Problem(
                    f"成文日期右空{in_characters(right)}",
                    element.whole,
                    expected=expected,
                    measured=in_characters(right),
                )


def _typed(element: Element) -> float:
    spaces = element.text[len(element.text.rstrip()) :]
    return sum(1 if char == "\u3000" else 0.5 for char in spaces)


def _is_pushed(look: ParagraphLook, element: Element) -> bool:
    """Whether spaces, tabs or a wide indent stand before the date instead of an alignment."""
    typed = element.text[: len(element.text) - len(element.text.lstrip())]
    return bool(typed) or look.left.emu + look.first_line.emu > _FAR
