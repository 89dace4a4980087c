"""L219: tracking and a character grid at once."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.looks import text_paragraphs
from gwformat.check.pieces import styled
from gwformat.findings import Severity


@rule(
    "L219",
    name="tracking-and-grid",
    clause="GB/T 33476.2-2016 6.2",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """字符网格和字距只用一种；两种都设，每行的字数就不是28。

    不合规::

        ［页面 网格］行和字 28.95磅 -848
        ［正文 字距］-0.3磅
        ［正文 对齐网格］有

    合规::

        ［正文 字距］-0.3磅
    """
    assert context.formatting is not None
    if not any(section.grid.char_space for section in context.formatting.sections):
        return
    for element, _ in text_paragraphs(context):
        section = context.formatting.section_of(element.first_paragraph)
        if section.grid.char_pitch(context.formatting.default_size) is None or not section.grid.char_space:
            continue
        if any(piece.look.tracking and piece.look.snap_to_grid and piece.han for piece in styled(context, element)):
            yield Problem("文档网格已定了字符间距，正文又减了字距", element.whole)
