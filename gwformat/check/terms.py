"""`terms.toml` comes in, the word lists of the rules go out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from gwformat.profiles import table


@dataclass(frozen=True, slots=True)
class Terms:
    """Word lists by subject."""

    wrong_words: Mapping[str, str]  # wrong → right


@functools.cache
def load_terms() -> Terms:
    """The packaged lists, read once."""
    return table.parse(Terms, resources.files(__package__).joinpath("terms.toml").read_text("utf-8"), "terms.toml")
