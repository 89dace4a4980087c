"""Sections come in; the same go out with the parts that are their headers and footers, those they inherit too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from gwformat.model import OnPages, Section
from gwformat.ooxml.effective.sections import sections_of
from gwformat.ooxml.effective.settings import settings_of
from gwformat.ooxml.inline import paragraphs
from gwformat.ooxml.relationships import Relationship


def with_margins(
    sections: tuple[Section, ...],
    root: etree._Element,
    settings: etree._Element | None,
    relationships: Mapping[str, Relationship],
) -> tuple[Section, ...]:
    """The sections of the main part `root`, each with what stands above and below its text."""
    looks = sections_of(root, paragraphs(root), relationships)
    even = settings_of(settings).even_and_odd

    def chosen(parts: Mapping[str, str], *, titled: bool) -> OnPages:
        odd = parts.get("default")
        first = parts.get("first") if titled else None
        return OnPages(first, parts.get("even") if even else odd, odd)

    return tuple(
        replace(
            section,
            titled=look.title_page,
            headers=chosen(look.headers, titled=look.title_page),
            footers=chosen(look.footers, titled=look.title_page),
        )
        for section, look in zip(sections, (*looks, *looks[-1:] * len(sections)), strict=False)
    )
