"""Blocks come in; the paragraphs and carriers they will stand in go out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from gwformat.model import HEAD_ROLES, HEADINGS, IMPRINT_ROLES, Block, Document, Role, Run
from gwformat.writers.docx.content import Piece
from gwformat.writers.docx.setting import Setting
from gwformat.writers.docx.styles import run_style_id


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the result: a block, or a heading with the text that runs on after it."""

    blocks: tuple[Block, ...]

    @property
    def role(self) -> Role:
        """The role whose paragraph style the line takes: the text's, if a heading runs into it."""
        return self.blocks[-1].role

    @property
    def text(self) -> str:
        """All words of the line."""
        return "".join(block.text for block in self.blocks)

    @property
    def attachment(self) -> int:
        """The attachment the line belongs to, 0 for the main text."""
        return self.blocks[0].attachment

    @property
    def in_head(self) -> bool:
        """Whether the line stands above the red line."""
        return self.role in HEAD_ROLES

    @property
    def in_imprint(self) -> bool:
        """Whether the line stands between the lines at the end."""
        return self.role in IMPRINT_ROLES

    def sources(self) -> list[int]:
        """The source paragraphs its runs come from, in order of appearance."""
        numbers = dict.fromkeys(run.paragraph for block in self.blocks for run in block.runs if run.atom is not None)
        first = self.blocks[0].source
        if not numbers and first is not None and not self.text:
            numbers[first.first] = None
        return [number for number in numbers if number is not None]


def lines_of(document: Document) -> Iterator[Line]:
    """The document's blocks, those that share a paragraph together."""
    shared: list[Block] = []
    for block in document.blocks:
        if block.carrier is not None and shared:
            yield Line(tuple(shared))
            shared = []
        shared.append(block)
        if block.carrier is not None or not block.run_in:
            yield Line(tuple(shared))
            shared = []
    if shared:
        yield Line(tuple(shared))


def pieces_of(line: Line, setting: Setting) -> list[Piece]:
    """The runs of a line with the character styles of run-in headings and labels."""
    pieces: list[Piece] = []
    for number, block in enumerate(line.blocks):
        if block.role in HEADINGS and number < len(line.blocks) - 1:
            pieces.extend(Piece(run, run_style_id(block.role), number) for run in block.runs)
        elif setting.spec(block.role).label_slot is not None:
            pieces.extend(_labelled(block, number))
        else:
            pieces.extend(Piece(run, None, number) for run in block.runs)
    return [piece for piece in pieces if piece.run.text]


def _labelled(block: Block, number: int) -> Iterator[Piece]:
    """“签发人：张三” is set in two typefaces: the words up to the colon have a style of their own."""
    end = block.text.find("：") + 1
    position = 0
    for run in block.runs:
        inside = min(max(end - position, 0), len(run.text))
        position += len(run.text)
        if run.carrier is not None or inside in (0, len(run.text)):
            yield Piece(run, run_style_id(block.role) if inside else None, number)
            continue
        for text, style in ((run.text[:inside], run_style_id(block.role)), (run.text[inside:], None)):
            yield Piece(_with_text(run, text), style, number)


def _with_text(run: Run, text: str) -> Run:
    return dataclasses.replace(run, text=text)
