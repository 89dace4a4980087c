"""Pages and a choice of faces come in; which characters and faces they take, and what was drawn of them, go out."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from gwformat.fonts.choosing import Choice, Substitution
from gwformat.fonts.embedding import Embedding
from gwformat.fonts.installed import Installed
from gwformat.layout.boxes import Pages
from gwformat.model import CarrierKind
from gwformat.values import dataclass
from gwformat.writers.drawn.pictures import Media, content_of
from gwformat.writers.drawn.signs import has_ink


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was drawn: one file for all pages, or one per page for PNG and SVG, and what is not as the pages ask."""

    files: tuple[bytes, ...]
    substitutions: tuple[Substitution, ...] = ()
    undrawn: tuple[tuple[CarrierKind, int], ...] = ()  # what is shown as a frame, and on which page
    unjoined: bool = False  # letters stand side by side that should be joined
    guarded: tuple[tuple[str, Embedding], ...] = ()  # faces whose makers do not permit to embed them so

    @property
    def data(self) -> bytes:
        """The file of all pages, or the first page."""
        return self.files[0]


def wanted(pages: Pages) -> dict[str, set[str]]:
    """The characters wanted of each family, families in the order in which they appear."""
    found: dict[str, set[str]] = {}
    for page in pages.pages:
        for line in (*page.lines, *page.turned):
            for glyphs in line.glyphs:
                found.setdefault(glyphs.family, set()).update(glyphs.text)
    return {family: set(filter(has_ink, characters)) for family, characters in found.items()}


def faces_of(choice: Choice) -> tuple[Installed, ...]:
    """Every face of the choice once."""
    return tuple(dict.fromkeys((*choice.faces.values(), *choice.bold.values(), *choice.spare.values())))


def undrawn(pages: Pages, pictures: Container[bytes], media: Media) -> Iterator[tuple[CarrierKind, int]]:
    """What is shown as a frame only, as its content is not among the `pictures`, and on which page."""
    for page in pages.pages:
        for placed in page.carriers:
            if content_of(placed.carrier, media) not in pictures:
                yield placed.carrier.kind, page.number


def marked(substitutions: Sequence[Substitution]) -> str:
    """What a file says about itself if it was drawn with other fonts."""
    named = (
        f"{item.family}{item.characters and f'（{item.characters}）'}→{item.replaced_by or '无'}"
        for item in substitutions
    )
    said = "；".join(dict.fromkeys(named))
    return f"字体已替换：{said}" if said else ""
