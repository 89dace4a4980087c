"""A document, or elements with dates, come in; the day goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gwformat.check.context import Context
from gwformat.check.elements import Element
from gwformat.check.once import once
from gwformat.model import Role
from gwformat.text.numerals import DATE, date_of


@once
def own_day(context: Context) -> date | None:
    """The day of 成文日期, of the last one if there are several; None if it has none that can be read."""
    return last_day(context.own(Role.DATE))


def last_day(elements: Sequence[Element]) -> date | None:
    """The day the last element says; None if it says none that can be read."""
    said = DATE.search(elements[-1].text) if elements else None
    return date_of(said) if said else None
