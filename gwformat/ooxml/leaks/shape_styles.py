"""A package comes in; what the styles of its shapes in VML say besides how they look goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.expressions import expression
from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.plain import shape_words
from gwformat.ooxml.leaks.view import View
from gwformat.ooxml.names import V

_LETTERS = expression(r"[^\W\d_]+")
_UNITS = frozenset(("pt", "in", "cm", "mm", "px", "em", "pi", "pc", "fd", "f", "x", "y", "z", "v", "t", "e", "s"))
_NAMES = expression(r"\s*(?:font-family\s*:|font\s*:|mso-next-textbox\s*:\s*#?_x0000_s\d+\s*$)")
_SHOWN = 40


def shape_styles(view: View) -> Iterator[Leak]:
    """Declarations that no program understands, in the styles of shapes."""
    for part, root in view.having(b"v:"):
        for node in root.iter(f"{{{V}}}*"):
            style = node.get("style", "")
            if style and plain_style(style) != style:
                where = view.paragraph(part, node)
                said = f"图形样式里的文字：{style[:_SHOWN]}"
                yield Leak(LeakKind.FOREIGN_MARKUP, part, said, Removal.DECLARATIONS, where, (node,))


def plain_style(style: str) -> str:
    """The declarations of a style that say how a shape looks; names of fonts stay, as those of words do."""
    return ";".join(said for said in style.split(";") if _NAMES.match(said) or _is_plain(said))


def _is_plain(declaration: str) -> bool:
    return all(word.lower() in shape_words() or word.lower() in _UNITS for word in _LETTERS.findall(declaration))
