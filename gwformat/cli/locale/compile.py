"""Compile the catalogue: `messages.po` comes in, `messages.mo` goes out (`python -m gwformat.cli.locale.compile`)."""

from __future__ import annotations

import ast
import struct
from pathlib import Path

CATALOGUE = Path(__file__).parent / "zh_CN" / "LC_MESSAGES" / "messages.po"
_MAGIC = 0x950412DE
_HEADER = 7 * 4


def parse(source: str) -> dict[str, str]:
    """The translations of a catalogue by message id; a plural pair is keyed by both, joined by NUL."""
    entries: dict[str, str] = {}
    for paragraph in source.split("\n\n"):
        said = dict(line.split(" ", 1) for line in paragraph.splitlines() if line.strip() and not line.startswith("#"))
        words = {keyword: ast.literal_eval(text) for keyword, text in said.items()}
        key = "\0".join(words[keyword] for keyword in ("msgid", "msgid_plural") if keyword in words)
        entries[key] = words.get("msgstr", words.get("msgstr[0]", ""))
    return entries


def compiled(entries: dict[str, str]) -> bytes:
    """The binary catalogue gettext reads: a header, two tables of (length, offset), the strings."""
    pairs = sorted((key.encode(), text.encode()) for key, text in entries.items())
    count = len(pairs)
    strings = b"\0".join([key for key, _ in pairs] + [text for _, text in pairs]) + b"\0"
    offset = _HEADER + 2 * 8 * count
    table = b""
    for text in [key for key, _ in pairs] + [text for _, text in pairs]:
        table += struct.pack("<II", len(text), offset)
        offset += len(text) + 1
    return struct.pack("<7I", _MAGIC, 0, count, _HEADER, _HEADER + 8 * count, 0, 0) + table + strings


if __name__ == "__main__":
    CATALOGUE.with_suffix(".mo").write_bytes(compiled(parse(CATALOGUE.read_text(encoding="utf-8"))))
