"""Folders come in, every draft to compare goes out by name: files, published documents as text, generated drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import picture_drafts, stress_drafts

SUFFIXES = (".docx", ".docm", ".txt", ".md")
_GENERATED = {"stress-": "stress", "pictures-": "objects"}


def drafts(folders: Sequence[Path], generated: int, pictures: int, every: int, scratch: Path) -> Mapping[str, Path]:
    """The drafts of the folders, then generated ones; of published documents every n-th."""
    return dict(
        (
            *(named for folder in folders for named in _in_folder(folder, every, scratch)),
            *((path.stem, path) for path in _made(generated, pictures, scratch)),
        )
    )


def generated_class(name: str) -> str:
    """The class of a generated draft, which is no other's; empty for documents."""
    return next((kind for begin, kind in _GENERATED.items() if name.removeprefix(begin).isdigit()), "")


def _in_folder(folder: Path, every: int, scratch: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            yield path.relative_to(folder).as_posix(), path
    for records in sorted(folder.rglob("*.jsonl")):
        for path in _from_records(records, every, scratch):
            yield path.stem, path


def _from_records(records: Path, every: int, scratch: Path) -> Iterator[Path]:
    """Text drafts of published documents: one JSON object a line, whose `paragraphs` are the words."""
    for number, line in enumerate(records.read_text(encoding="utf-8").splitlines()[::every]):
        path = scratch / f"{records.stem}-{number * every}.txt"
        path.write_text("\n".join(json.loads(line)["paragraphs"]), encoding="utf-8")
        yield path


def _made(generated: int, pictures: int, scratch: Path) -> Iterator[Path]:
    for seed in range(generated):
        path = scratch / f"stress-{seed}.txt"
        path.write_text(stress_drafts.draft(seed), encoding="utf-8")
        yield path
    for seed in range(pictures):
        path = scratch / f"pictures-{seed}.docx"
        path.write_bytes(picture_drafts.draft(seed))
        yield path
