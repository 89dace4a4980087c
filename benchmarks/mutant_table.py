"""The table of mutations comes in; each kind as a value, with the rule that must find it, goes out.

A line of the table reads: `code | 文种 | name | step`. Several steps are parted by ` ;; `.

    code    E105, or F301/F324 if both say the same of this fault; +E160 after it is true of the fault as well
    文种    the drafts it is planted in, parted by spaces; * is all of them, ! leaves out
    step    改 要素: PATTERN => WORDS      one match in one paragraph of the element
            说 SENTENCE ⟦FAULT⟧ SENTENCE   at the end of a paragraph of the text
            删 要素                         all of it
            增 要素: WORDS                  another paragraph of the element, behind its last one
            移 要素 后 要素                 all of the first behind the second
            空 要素                         an empty paragraph behind one of them
            格 要素 性质 值 [层次…]           formatting: 段 a paragraph, 样 its style, 字 characters, 默 the defaults
            页 性质 值, 码 性质 值, 眉 WORDS   the page, the page numbers, the header
            线 版记 性质 值                  the lines of the imprint
    @要素   after the steps: where else the finding may stand; @全文 is the file as a whole
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from gwformat.model import Role

DATA = Path(__file__).parent / "mutants_data"
WHOLE = "全文"
_PLACE = re.compile(f" @(?={'|'.join([WHOLE, *Role])})")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault."""

    codes: tuple[str, ...]  # one of them must be found, the first is the one that is meant
    also: frozenset[str]  # true of the fault as well
    genres: tuple[str, ...]
    name: str
    steps: tuple[str, ...]
    places: tuple[str, ...]  # elements besides the changed one

    @property
    def area(self) -> str:
        return self.codes[0][0]


def kinds(genres: tuple[str, ...]) -> list[Kind]:
    """All kinds; `genres` are the drafts there are."""
    lines = (DATA / "突变.txt").read_text(encoding="utf-8").splitlines()
    return [_kind(line, genres) for line in lines if line.strip() and not line.startswith("#")]


def _kind(line: str, genres: tuple[str, ...]) -> Kind:
    codes, where, name, steps = (cell.strip() for cell in line.split(" | ", 3))
    steps, *places = _PLACE.split(steps)
    meant, *also = codes.split("+")
    named = where.replace("*", "").replace("!", "").split()
    chosen = [g for g in genres if g not in named] if where[0] in "*!" else named
    return Kind(
        tuple(meant.split("/")), frozenset(also), tuple(chosen), name, tuple(steps.split(" ;; ")),
        tuple(place.strip() for place in places),
    )  # fmt: skip
