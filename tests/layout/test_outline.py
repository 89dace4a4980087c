"""An outline of the pages says the same of lines and pages as the pages themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import layout
from gwformat.api import lay_out_file

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    "path", sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".md", ".docx")), ids=lambda path: path.stem
)
def test_lines_pages_and_facts_are_the_same(path: Path) -> None:
    full = lay_out_file(path)
    outline = layout.lay_out(full.document, full.setting, outline=True)
    assert layout.facts_of(outline) == layout.facts_of(full.pages)
    assert outline.notices == full.pages.notices
    for sketched, drawn in zip(outline.pages, full.pages.pages, strict=True):
        places = [(line.spans, line.role, line.top, line.bottom) for line in sketched.lines]
        assert places == [(line.spans, line.role, line.top, line.bottom) for line in drawn.lines]
