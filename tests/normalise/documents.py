"""Small documents to normalise: roles and words come in, a `Document` comes out."""

from __future__ import annotations

from pathlib import Path

from gwformat.model import Block, Document, Draft, Kind, Role, Run, Source


def block(role: Role, text: str, number: int = 1, run_in: bool = False) -> Block:
    runs = (Run(text, paragraph=number, atom=0),) if text else ()
    return Block(role, runs, source=Source("word/document.xml", number, number), run_in=run_in)


def document(*parts: tuple[Role, str] | Block) -> Document:
    blocks = tuple(
        part if isinstance(part, Block) else block(*part, number) for number, part in enumerate(parts, start=1)
    )
    return Document(Draft(Path("草稿.docx"), "docx", ()), Kind.GENERAL, blocks)


def texts(result: Document) -> list[str]:
    return [part.text for part in result.blocks]
