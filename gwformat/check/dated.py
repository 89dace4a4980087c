"""A document comes in, the day it is of goes out."""

from __future__ import annotations

from datetime import date

from gwformat.check.context import Context
from gwformat.check.once import once
from gwformat.model import Role
from gwformat.text.numerals import DATE, date_of


@once
def own_day(context: Context) -> date | None:
    """The day of 成文日期, of the last one if there are several; None if it has none that can be read."""
    own = context.own(Role.DATE)
    said = DATE.search(own[-1].text) if own else None
    return date_of(said) if said else None
