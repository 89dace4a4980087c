"""Words that a style of the draft hides are not printed unseen: the draft is sent back."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from gwformat import readers
from gwformat.errors import InputUnreadable


def draft(folder: Path, *, paragraph: bool = False, characters: bool = False, shown: bool | None = None) -> Path:
    """A draft with words in a paragraph style and a character style that hide, or do not."""
    document = docx.Document()
    block, run = (
        document.styles.add_style(name, kind)
        for name, kind in (("内部段落", WD_STYLE_TYPE.PARAGRAPH), ("内部文字", WD_STYLE_TYPE.CHARACTER))
    )
    block.font.hidden, run.font.hidden = paragraph, characters
    words = document.add_paragraph(style=block).add_run("还没有定稿的话。", style=run)
    if shown is not None:
        words.font.hidden = not shown
    path = folder / "草稿.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("hidden", [{"paragraph": True}, {"characters": True}])
def test_words_that_only_a_style_hides_are_refused_by_name(tmp_path: Path, hidden: dict[str, bool]) -> None:
    path = draft(tmp_path, **hidden)
    with pytest.raises(InputUnreadable) as refused:
        readers.read(path)
    assert "还没有定稿的话。" in refused.value.message


def test_the_check_reads_them_and_tells_them_itself(tmp_path: Path) -> None:
    assert readers.read(draft(tmp_path, characters=True), checking=True).blocks


def test_words_that_say_themselves_what_they_are_need_no_style(tmp_path: Path) -> None:
    assert readers.read(draft(tmp_path, characters=True, shown=True)).blocks
    assert readers.read(draft(tmp_path, characters=True, shown=False)).blocks


def test_two_styles_that_both_hide_show(tmp_path: Path) -> None:
    assert readers.read(draft(tmp_path, paragraph=True, characters=True)).blocks
    assert readers.read(draft(tmp_path)).blocks
