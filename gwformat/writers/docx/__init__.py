"""A recognised document, a profile and a font system come in; the bytes of a docx file go out."""

from __future__ import annotations

from dataclasses import dataclass

from gwformat.fonts.system import FontSystem
from gwformat.model import Change, Document, Seal
from gwformat.profiles.schema import Profile
from gwformat.setting.setting import setting_of
from gwformat.writers.docx.assembly import assemble
from gwformat.writers.docx.imprint import PageFacts

__all__ = ["PageFacts", "Written", "write"]


@dataclass(frozen=True, slots=True)
class Written:
    """The finished file, and what was done to the look of the draft on the way."""

    data: bytes
    changes: tuple[Change, ...] = ()


def write(
    document: Document,
    profile: Profile,
    fonts: FontSystem,
    *,
    grid: str | None = None,
    seal: Seal = Seal.ROUND,
    facts: PageFacts = PageFacts(),  # noqa: B008 - a frozen value
) -> Written:
    """Write `document`; the same input always gives the same bytes."""
    package, changes = assemble(document, setting_of(profile, fonts, grid, seal), facts)
    return Written(package.to_bytes(), changes)
