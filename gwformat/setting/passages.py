"""Blocks come in; the passages they will stand in go out, each with its stretches of one typeface."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import field

from gwformat.model import HEAD_ROLES, HEADINGS, IMPRINT_ROLES, Block, Document, Role, Run
from gwformat.setting.setting import Setting
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of the result: a block, or a heading with the text that runs on after it."""

    blocks: tuple[Block, ...]
    first: int = 0  # number of its first block in the document
    role: Role = field(init=False)  # whose paragraph style it takes: the text's, if a heading runs into it

    def __post_init__(self) -> None:
        object.__setattr__(self, "role", self.blocks[-1].set_as)

    @property
    def text(self) -> str:
        """All words of the passage."""
        return "".join(block.text for block in self.blocks)

    @property
    def attachment(self) -> int:
        """The attachment the passage belongs to, 0 for the main text."""
        return self.blocks[0].attachment

    @property
    def is_carrier(self) -> bool:
        """Whether it is no paragraph of words but a table or the like."""
        return self.blocks[0].carrier is not None

    @property
    def in_head(self) -> bool:
        """Whether the passage stands above the red line."""
        return self.role in HEAD_ROLES

    @property
    def in_imprint(self) -> bool:
        """Whether the passage stands between the lines at the end."""
        return self.role in IMPRINT_ROLES

    @property
    def is_hidden(self) -> bool:
        """Whether it has words, all of them hidden: no program shows a line of it."""
        if self.in_head or self.in_imprint or self.is_carrier:
            return False
        runs = [run for block in self.blocks for run in block.runs if run.text]
        return bool(runs) and all(run.is_hidden for run in runs)

    def sources(self) -> list[int]:
        """The source paragraphs its runs come from, in order of appearance."""
        numbers = dict.fromkeys(run.paragraph for block in self.blocks for run in block.runs if run.atom is not None)
        first = self.blocks[0].source
        if not numbers and first is not None and not first.is_between and not self.text:
            numbers[first.first] = None
        return [number for number in numbers if number is not None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a passage, the number of its block within it, and what typeface it is set in.

    `lead` is the role of the run-in heading or label the run belongs to; None where the paragraph's own
    typeface holds.
    """

    run: Run
    block: int = 0
    lead: Role | None = None


def passages_of(document: Document) -> Iterator[Passage]:
    """The document's blocks that are seen, those that share a paragraph together."""
    return (passage for passage in all_passages_of(document) if not passage.is_hidden)


def all_passages_of(document: Document) -> Iterator[Passage]:
    """The same with those of which nothing is seen."""
    shared: list[Block] = []
    for number, block in enumerate(document.blocks):
        if block.carrier is not None and shared:
            yield Passage(tuple(shared), number - len(shared))
            shared = []
        shared.append(block)
        if block.carrier is not None or not block.run_in:
            yield Passage(tuple(shared), number + 1 - len(shared))
            shared = []
    if shared:
        yield Passage(tuple(shared), len(document.blocks) - len(shared))


def stretches_of(passage: Passage, setting: Setting) -> list[Stretch]:
    """The runs of a passage that have words, run-in headings and labels told apart from the rest."""
    stretches: list[Stretch] = []
    for number, block in enumerate(passage.blocks):
        if block.role in HEADINGS and number < len(passage.blocks) - 1:
            stretches.extend(Stretch(run, number, block.role) for run in block.runs)
        elif setting.spec(block.role).label_slot is not None:
            stretches.extend(_labelled(block, number))
        else:
            stretches.extend(Stretch(run, number) for run in block.runs)
    return [stretch for stretch in stretches if stretch.run.text]


def _labelled(block: Block, number: int) -> Iterator[Stretch]:
    """“签发人：张三” is set in two typefaces: the words up to the colon have one of their own."""
    end = block.text.find("：") + 1
    position = 0
    for run in block.runs:
        inside = min(max(end - position, 0), len(run.text))
        position += len(run.text)
        if run.carrier is not None or inside in (0, len(run.text)):
            yield Stretch(run, number, block.role if inside else None)
            continue
        yield Stretch(_with_text(run, run.text[:inside]), number, block.role)
        yield Stretch(_with_text(run, run.text[inside:]), number)


def _with_text(run: Run, text: str) -> Run:
    return dataclasses.replace(run, text=text)
