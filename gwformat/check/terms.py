"""`terms.toml` comes in, the word lists of the rules go out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from gwformat.profiles import table


@dataclass(frozen=True, slots=True)
class Confused:
    """How a word is used where another is most likely meant."""

    doubtful: str  # a regular expression; whatever it matches holds the word
    hint: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Word lists by subject."""

    not_genres: tuple[str, ...]  # names of documents that are none of the fifteen
    wrong_words: Mapping[str, str]  # wrong → right
    right_in: Mapping[str, tuple[str, ...]]  # a wrong word → phrases in which the same characters are right
    variant_words: Mapping[str, str]  # a form the standards do not prefer → the preferred one
    redundant_words: Mapping[str, str]  # words that say something twice → what is left without
    confused_words: Mapping[str, Confused]
    vague_words: tuple[str, ...]
    unit_symbols: Mapping[str, str]  # wrong case → symbol
    abolished_units: Mapping[str, str]  # name → what stands in its place


@functools.cache
def load_terms() -> Terms:
    """The packaged lists, read once."""
    return table.parse(Terms, resources.files(__package__).joinpath("terms.toml").read_text("utf-8"), "terms.toml")
