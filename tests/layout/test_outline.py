"""An outline of the pages says the same of lines and pages as the pages themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import layout
from gwformat.api import lay_out_file
from gwformat.layout.boxes import Page
from gwformat.model import Role, Source
from gwformat.units import Emu

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    "path", sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".md", ".docx")), ids=lambda path: path.stem
)
def test_first_lines_pages_and_facts_are_the_same(path: Path) -> None:
    full = lay_out_file(path)
    outline = layout.lay_out(full.document, full.setting, outline=True)
    assert layout.facts_of(outline) == layout.facts_of(full.pages)
    assert outline.notices == full.pages.notices
    for sketched, drawn in zip(outline.pages, full.pages.pages, strict=True):
        assert _firsts(sketched) == _firsts(drawn)


def _firsts(page: Page) -> dict[Source | None, tuple[Role, Emu, Emu]]:
    """Role and edges of the first line of each paragraph; of all that is no words of the document together."""
    found: dict[Source | None, tuple[Role, Emu, Emu]] = {}
    for line in page.lines:
        if line.spans or line.source:
            found.setdefault(line.source, (line.role, line.top, line.bottom))
    return found
