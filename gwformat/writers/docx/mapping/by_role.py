"""A recognised document comes in; which of its unknown fonts become the face of the element they set goes out.

The standard names a typeface for each element (5.2.2, 7.2–7.4), so a face nobody knows can be replaced where it is the
one an element is set in throughout, and most of the elements of that kind are. Where it sets only some words, or one
paragraph among others, it is meant to stand out, and stays. A known face always keeps its own typeface.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from gwformat.fonts.translation import Translation, is_of_signs
from gwformat.model import OBJECT, Block, Document, Role, Run
from gwformat.ooxml.effective import Formatting, stretches
from gwformat.ooxml.effective import Slot as Script
from gwformat.ooxml.package import Package
from gwformat.profiles import packaged_profile
from gwformat.profiles.schema import Slot
from gwformat.requirements import is_official
from gwformat.values import dataclass

Recogniser = Callable[[Package], Document]

# 7.2.4 only recommends a face for the mark; what is attached or stands in tables is set as its author likes.
_FREE = (Role.ISSUER_MARK, Role.ATTACHMENT_BODY, Role.OTHER)
_OF_ATTACHMENTS = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE)


class Set(NamedTuple):
    """A family and what it sets: Chinese characters, or letters and digits."""

    name: str
    chinese: bool


class Use(NamedTuple):
    """An element set in an unknown family throughout; `leaves` are paragraphs of the text and leaves of these."""

    family: Set
    slot: Slot
    role: Role
    leaves: tuple[tuple[int, int], ...]
    characters: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of unknown families: by their names (None: they only set letters), and where that is not enough."""

    everywhere: Mapping[str, Slot | None] = field(default_factory=dict)
    covered: tuple[Use, ...] = ()  # by their names
    others: tuple[Use, ...] = ()


def judged(
    package: Package, formatting: Formatting, names: Translation, drawn: frozenset[str], recognise: Recogniser
) -> Judged:
    """What the elements of the file tell of families that `names` does not know; `drawn` are those drawings name."""
    totals = Counter[Set]()
    for stretch in stretches(package, formatting):
        family = Set(stretch.font.name, stretch.slot is Script.EAST_ASIA)
        totals[family] += _count(stretch.text)
    if not any(count and is_unknown(family, names) for family, count in totals.items()):
        return Judged()
    document = recognise(package)
    if not is_official({block.role for block in document.blocks}):
        return Judged()
    uses = [use for use in _uses(document, formatting) if is_unknown(use.family, names)]
    everywhere = dict(_everywhere(uses, totals, drawn))
    covered = tuple(use for use in uses if _is_covered(use, everywhere))
    return Judged(everywhere, covered, tuple(use for use in uses if not _is_covered(use, everywhere)))


def is_unknown(family: Set, names: Translation) -> bool:
    """Whether nothing is known of a family, not even that it has signs instead of letters."""
    known = names.chinese(family.name) if family.chinese else names.latin(family.name, None)
    return known is None and not is_of_signs(family.name)


def _is_covered(use: Use, everywhere: Mapping[str, Slot | None]) -> bool:
    """Whether a family becomes what an element needs everywhere; letters are in the same face in all of them."""
    name, chinese = use.family
    return name in everywhere and (not chinese or everywhere[name] is use.slot)


def _everywhere(
    uses: Sequence[Use], totals: Mapping[Set, int], drawn: frozenset[str]
) -> Iterator[tuple[str, Slot | None]]:
    """The families that set nothing but such elements, each with the typeface of most of these."""
    certain = Counter[Set]()
    slots: dict[str, Counter[Slot]] = {}
    for use in uses:
        certain[use.family] += use.characters
        if use.family.chinese:
            slots.setdefault(use.family.name, Counter())[use.slot] += use.characters
    for name in dict.fromkeys(use.family.name for use in uses):
        both = Set(name, True), Set(name, False)
        if name not in drawn and all(certain[one] == totals.get(one, 0) for one in both):
            yield name, slots[name].most_common(1)[0][0] if name in slots else None


def _uses(document: Document, formatting: Formatting) -> Iterator[Use]:
    """The elements set in one family throughout, if most of the words of such elements are."""
    profile = packaged_profile(document.kind.value)
    shared = Counter(leaf for block in document.blocks for leaf in {_leaf(block, run) for run in block.runs})
    usual: dict[tuple[Role, bool], Counter[str]] = {}
    found: list[Use] = []
    for block in document.blocks:
        spec = profile.elements.get(block.set_as)
        if spec is None or spec.label_slot is not None or block.set_as in _FREE or block.carrier is not None:
            continue
        if block.attachment and block.role not in _OF_ATTACHMENTS:
            continue
        for chinese in (True, False):
            families, leaves = _set_in(block, formatting, chinese)
            usual.setdefault((block.role, chinese), Counter()).update(families)
            if len(families) == 1 and all(shared[leaf] == 1 for leaf in leaves):
                ((name, count),) = families.items()
                found.append(Use(Set(name, chinese), spec.slot, block.role, tuple(leaves), count))
    for use in found:
        counts = usual[use.role, use.family.chinese]
        if 2 * counts[use.family.name] > counts.total():
            yield use


def _set_in(block: Block, formatting: Formatting, chinese: bool) -> tuple[Counter[str], list[tuple[int, int]]]:
    """The families that set the Chinese characters of an element, or the others, and the leaves these stand in."""
    families = Counter[str]()
    leaves: list[tuple[int, int]] = []
    for run in block.runs:
        leaf = _leaf(block, run)
        looks = formatting.runs(leaf[0]) if leaf[1] >= 0 else ()
        if run.carrier is not None or leaf[1] >= len(looks) or leaf[1] < 0:
            continue
        look = looks[leaf[1]]
        chars = [char for char in run.text if (look.slot_of(char) is Script.EAST_ASIA) is chinese and _count(char)]
        if chars and not look.vanish:
            families.update(look.font_of(char).name for char in chars)
            leaves.append(leaf)
    return families, leaves


def _leaf(block: Block, run: Run) -> tuple[int, int]:
    """The paragraph and the leaf a run was read from; -1 if from none."""
    paragraph = run.paragraph or (block.source.first if block.source is not None else 0)
    return paragraph, -1 if run.atom is None or not paragraph else run.atom


def _count(text: str) -> int:
    """How many characters are seen."""
    return sum(not char.isspace() and char != OBJECT for char in text)
