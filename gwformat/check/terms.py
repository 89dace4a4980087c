"""`terms.toml` and `wrong_words.toml` come in, the word lists of the rules go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from importlib import resources

from gwformat.expressions import expression
from gwformat.profiles import table
from gwformat.values import dataclass

_pattern = functools.cache(expression)


@dataclass(frozen=True, slots=True)
class Confused:
    """How a word is used where another is most likely meant."""

    doubtful: str  # a regular expression; whatever it matches holds the word
    hint: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is doubtful, compiled at its first use."""
        return _pattern(self.doubtful)


@dataclass(frozen=True, slots=True)
class FixedList:
    """What is always named in the same order."""

    members: tuple[str, ...]
    whole: bool = True  # whether none of them may be missing


@dataclass(frozen=True, slots=True)
class Abolished:
    """Since when there is no organ or law of that name, and which stands in its place."""

    since: str  # 2018-03
    now: str


@dataclass(frozen=True, slots=True)
class LawNames:
    """How laws are called in full, without 中华人民共和国."""

    full: tuple[str, ...]
    short: Mapping[str, str]  # names that are no law's → the law that is meant


@dataclass(frozen=True, slots=True)
class Terms:
    """Word lists by subject."""

    not_genres: tuple[str, ...]  # names of documents that are none of the fifteen
    never_doubled: tuple[str, ...]  # words that never stand twice in a row
    redundant_words: Mapping[str, str]  # words that say something twice → what is left without
    confused_words: Mapping[str, Confused]
    region_words: Mapping[str, Confused]
    respectful_words: Mapping[str, str]  # names that are no longer used → those in their place
    abolished_organs: Mapping[str, Abolished]
    abolished_local_organs: Mapping[str, Abolished]  # names without the place
    repealed_laws: Mapping[str, Abolished]
    law_names: LawNames
    collocations: Mapping[str, Confused]  # by the noun; a verb that does not go with it
    fixed_lists: Mapping[str, FixedList]
    vague_words: tuple[str, ...]
    unit_symbols: Mapping[str, str]  # wrong case → symbol
    abolished_units: Mapping[str, str]  # name → what stands in its place


@dataclass(frozen=True, slots=True)
class Miswritten:
    """What stands in place of a word, and the phrases in which its characters are no such word."""

    right: str
    right_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    """`wrong_words.toml` as it is written: one word a line, as thousands of keys take long to read."""

    wrong: str
    variant: str


@dataclass(frozen=True, slots=True)
class WrongWords:
    """Words that are wrong, and forms that the standards do not prefer."""

    wrong: Mapping[str, Miswritten]
    variant: Mapping[str, Miswritten]


@functools.cache
def load_wrong_words() -> WrongWords:
    """The packaged words, read once."""
    lines = table.parse(
        _Lines, resources.files(__package__).joinpath("wrong_words.toml").read_text("utf-8"), "wrong_words.toml"
    )
    return WrongWords(dict(_miswritten(lines.wrong)), dict(_miswritten(lines.variant)))


def _miswritten(lines: str) -> Iterator[tuple[str, Miswritten]]:
    for line in lines.split("\n"):
        if line:
            wrong, right, *right_in = line.split()
            yield wrong, Miswritten(right, tuple(right_in))


@functools.cache
def wrong_by_first() -> Mapping[str, tuple[str, ...]]:
    """The words that are wrong by their first character: of hundreds most need not be looked for in a text."""
    groups: dict[str, list[str]] = {}
    for word in load_wrong_words().wrong:
        groups.setdefault(word[0], []).append(word)
    return {first: tuple(group) for first, group in groups.items()}


@functools.cache
def load_terms() -> Terms:
    """The packaged lists, read once."""
    return table.parse(Terms, resources.files(__package__).joinpath("terms.toml").read_text("utf-8"), "terms.toml")
