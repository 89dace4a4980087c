"""How titles are broken: a directory with `groundtruth/*.jsonl` in, agreement with their typesetters out.

    python benchmarks/titles.py DIR [--all]

The State Council records carry the typesetters' line breaks; each disagreement is printed. Of all titles it is checked
that no line ends inside a word, a number or a pair of brackets that would fit on a line. `--all` prints their lines.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gwformat import readers
from gwformat.errors import GwError
from gwformat.layout.title import segment, shape_title
from gwformat.model import Role
from gwformat.recognise import recognise
from gwformat.text.width import advance

COLUMNS = 442.2 / 22  # the type area in 2号 characters
_NEVER_FIRST = frozenset("的和与及、，；：。》〉”’）〕等")
_PAIRS = (("《", "》"), ("〈", "〉"), ("“", "”"), ("（", "）"), ("〔", "〕"))


def typeset(record: dict[str, Any]) -> tuple[str, ...]:
    """The lines a State Council title was published in; letter-spaced words are closed up."""
    title = re.sub(r"\s", "", record["page_meta"]["标题"])
    lines: list[str] = []
    for paragraph in record["paragraphs"]:
        lines += [re.sub(r"\s", "", line) for line in paragraph.splitlines() if line.strip()]
        if "".join(lines) == title:
            return tuple(lines)
    return (title,)


def titles(directory: Path) -> Iterator[str]:
    """All titles of the corpus: those the records name, and those recognised in the drafts."""
    for path in sorted((directory / "groundtruth").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield record["page_meta"]["标题"] if "page_meta" in record else record["title"]
    for path in sorted((directory / "gongwen").rglob("*")):
        if path.suffix in readers.READERS:
            try:
                document = recognise(readers.read(path))
            except GwError:
                continue
            yield from (re.sub(r"\s*\n\s*", "", block.text) for block in document.blocks if block.role is Role.TITLE)


def faults(title: str, lines: Sequence[str]) -> Iterator[str]:
    """What no line may do."""
    ends = {sum(map(len, lines[: count + 1])) for count in range(len(lines) - 1)}
    place = 0
    for word, _ in segment(title):
        if any(place < end < place + len(word) for end in ends):
            yield f"词被拆开：{word}"
        place += len(word)
    for left, right in _PAIRS:
        for match in re.finditer(f"{left}[^{left}{right}]*{right}", title):
            if advance(match[0]) <= COLUMNS and any(match.start() < end < match.end() for end in ends):
                yield f"括号被拆开：{match[0]}"
    for match in re.finditer(r"第?[0-9一二三四五六七八九十]+[年月日届次号期]|\d+", title):
        if any(match.start() < end < match.end() for end in ends):
            yield f"数字被拆开：{match[0]}"
    yield from (f"行首：{line}" for line in lines[1:] if line[0] in _NEVER_FIRST)
    yield from (f"太宽：{line}" for line in lines if advance(line.rstrip()) > COLUMNS)
    if len(lines) > 1 and len(lines[-1]) <= 3:
        yield f"末行太短：{lines[-1]}"
    if "".join(lines) != title:
        yield "文字变了"


def agreement(directory: Path) -> float:
    """Print each disagreement with the typesetters and return the share of agreement."""
    path = directory / "groundtruth" / "govcn_20.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = [lines for lines in map(typeset, records) if len(lines) > 1]
    same = 0
    for lines in wanted:
        ours = shape_title("".join(lines), COLUMNS)
        same += ours == lines
        if ours != lines:
            print(f"  原  {'｜'.join(lines)}\n  本  {'｜'.join(ours)}\n")
    print(f"与原排版一致：{same}/{len(wanted)} = {same / len(wanted):.0%}\n")
    return same / len(wanted)


def survey(directory: Path, show: bool) -> int:
    """Check all titles of the corpus; return how often a line ends where none may."""
    every = list(dict.fromkeys(titles(directory)))
    long = [title for title in every if advance(title) > COLUMNS - 1]
    begun = time.perf_counter()
    shaped = [shape_title(title, COLUMNS) for title in long]
    each = (time.perf_counter() - begun) / max(len(long), 1) * 1000
    torn = others = 0
    for title, lines in zip(long, shaped, strict=True):
        if show:
            print("\n".join(f"{line:　^20}" for line in lines), "\n")
        for fault in faults(title, lines):
            torn, others = torn + ("被拆开" in fault), others + ("被拆开" not in fault)
            print(f"  {fault}  {'｜'.join(lines)}")
    print(f"标题 {len(every)} 个，多于一行 {len(long)} 个，拆开 {torn} 处，其他问题 {others} 处，每个 {each:.2f} 毫秒")
    return torn


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    share = agreement(options.directory)
    return 0 if survey(options.directory, options.all) == 0 and share >= 0.8 else 1


if __name__ == "__main__":
    sys.exit(main())
