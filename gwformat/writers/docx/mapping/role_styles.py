"""A docx this program wrote comes in, the typeface the standard wants in each of its styles goes out."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from gwformat.model import HEADINGS, Kind, Role
from gwformat.ooxml import marks
from gwformat.ooxml.package import Package
from gwformat.profiles import load_profile
from gwformat.profiles.loader import profile_names
from gwformat.writers.docx.mapping.wording import Wanted
from gwformat.writers.docx.styles import NOTE, PAGE_NUMBER, PICTURE_MARK, TABLE_TEXT, run_style_id, style_id


def typefaces(package: Package) -> Mapping[str, Wanted]:
    """By the id of the style; empty if the file has no list of elements of ours."""
    found = marks.found_in(package)
    kind = marks.kind(found[1]) if found is not None else None
    if kind is None:
        return {}
    return _of_kind(kind if kind in profile_names() else Kind.GENERAL.value)


@functools.cache
def _of_kind(kind: str) -> Mapping[str, Wanted]:
    """7.5: page numbers are in 宋体 throughout, everything else has letters and digits in the Latin face."""
    profile = load_profile(kind)
    found = {
        PAGE_NUMBER: Wanted(profile.page_number.slot, throughout=True),
        NOTE: Wanted(profile.note.slot),
    }
    for role, spec in profile.elements.items():
        found[style_id(role)] = Wanted(spec.slot, spec.throughout)
        if role in HEADINGS:
            found[run_style_id(role)] = Wanted(spec.slot)
        elif spec.label_slot is not None:
            found[run_style_id(role)] = Wanted(spec.label_slot)
    if Role.OTHER in profile.elements:
        found[TABLE_TEXT] = found[PICTURE_MARK] = Wanted(profile.elements[Role.OTHER].slot)
    return found
