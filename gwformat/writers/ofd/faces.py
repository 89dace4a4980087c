"""Pages come in; the faces they show go out, each as a font of the file with the characters that are shown in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gwformat.fonts.coverage import coverage
from gwformat.fonts.embedding import Right
from gwformat.fonts.excerpt import Excerpt, excerpt
from gwformat.fonts.installed import Installed
from gwformat.layout.boxes import Pages
from gwformat.values import dataclass
from gwformat.writers.drawn.signs import Lettering, Sign, shown_of


@dataclass(frozen=True, slots=True)
class Font:
    """A face in the file, with its number among the resources."""

    number: int
    face: Installed
    excerpt: Excerpt

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"font_{self.number}.ttf"

    @property
    def above(self) -> float:
        """How far above the baseline its characters may reach, in em: to the top of the em box, or of the ink."""
        return max(coverage(self.face).ascent, self.excerpt.reach.above)

    @property
    def below(self) -> float:
        """How far below the baseline, in em."""
        return max(1 - coverage(self.face).ascent, self.excerpt.reach.below)

    @property
    def guarded(self) -> bool:
        """Whether its maker does not permit what is done with it here; PDF files hold it in the same way."""
        rights = self.excerpt.embedding
        return rights.right is Right.RESTRICTED or rights.bitmaps_only or not rights.subsetting

    def room(self, sign: Sign) -> float:
        """The room of a character in em, or that of the sign for a missing one."""
        return sign.cell if sign.drawn in self.excerpt.characters else max(sign.cell, self.excerpt.missing)


def fonts_of(pages: Pages, lettering: Lettering, numbers: Iterable[int]) -> Mapping[Installed, Font]:
    """The fonts of the file, in the order in which they appear."""
    wanted = _characters(pages, lettering)
    return {
        face: Font(number, face, excerpt(face, frozenset((" ", *characters))))
        for (face, characters), number in zip(wanted.items(), numbers, strict=False)
    }


def _characters(pages: Pages, lettering: Lettering) -> Mapping[Installed, set[str]]:
    """The characters that the pages show in each face."""
    texts: dict[tuple[str, bool], set[str]] = {}
    for page in pages.pages:
        for line in (*page.lines, *page.turned):
            for glyphs in line.glyphs:
                texts.setdefault((glyphs.family, glyphs.bold), set()).update(shown_of(glyphs))
    found: dict[Installed, set[str]] = {}
    for (family, bold), characters in texts.items():
        signs = lettering.family(family, bold)
        for char in sorted(characters):
            if drawn := signs[char].drawn:
                found.setdefault(signs[char].face, set()).add(drawn)
    return found
