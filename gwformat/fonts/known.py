"""The name of a font comes in; whether any packaged font system, or the programs everyone has, know it goes out."""

from __future__ import annotations

from gwformat.fonts.system import packaged_faces

# Fonts for symbols, formulas and Latin text that come with every office program.
_EVERYWHERE = frozenset(
    (
        "symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "cambria math", "cambria", "calibri",
        "calibri light", "arial", "courier new", "times new roman", "等线", "等线 light", "dengxian", "dengxian light",
    )
)  # fmt: skip


def is_known(name: str) -> bool:
    """Whether the font can be mapped or is at hand on the other side."""
    return name.casefold() in _EVERYWHERE or name.casefold() in packaged_faces()
