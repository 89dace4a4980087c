"""A directory of published texts in; what the T5xx rules say of them, counted and with samples for judging, out.

    python benchmarks/precision.py DIR [--rule T5] [--sample 50] [--seed 1] [--severity error,warning] [--speed]

DIR has `groundtruth/lawrefbook_shared.jsonl` (laws and regulations) and `groundtruth/govcn_20.jsonl` (documents of
the State Council). Each record becomes the main text of a document; findings are counted per rule and per 20,000
characters. `--speed` times all rules together on 3,000 characters instead.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat.check import Context, Rule, all_rules, run, selection
from gwformat.findings import Finding, Severity
from gwformat.fonts.system import load_system
from gwformat.model import Block, Document, Draft, Kind, Paragraph, Role, Run, Source
from gwformat.profiles.loader import load_profile
from gwformat.text.spans import foreign

FILES = ("lawrefbook_shared.jsonl", "govcn_20.jsonl")
UNIT = 20_000
ABOUT = 25  # characters of context on either side of a finding
LENGTH = 3_000
ROUNDS = 30


def paragraphs(record: dict[str, Any]) -> Iterator[str]:
    """The paragraphs of a record without markdown marks; cells of a table, which it keeps in one string, are lines."""
    aligned = record.get("align") or ["left"] * len(record["paragraphs"])
    for text, align in zip(record["paragraphs"], aligned, strict=False):
        for line in text.split("\n") if align == "table" else [re.sub(r"\s*\n\s*", "\n", text)]:
            if said := line.lstrip("# ").strip():
                yield said


def context_of(texts: list[str]) -> Context:
    """A document with `texts` as its main text, read from a plain text file."""
    sources = [Source("draft.txt", number, number) for number in range(1, len(texts) + 1)]
    drafted = tuple(Paragraph((Run(text, atom=0),), source) for text, source in zip(texts, sources, strict=True))
    draft = Draft(Path("draft.txt"), "txt", drafted)
    blocks = tuple(
        Block(Role.BODY, (Run(text, atom=0),), source=source) for text, source in zip(texts, sources, strict=True)
    )
    document = Document(draft, Kind.GENERAL, blocks)
    return Context(document, load_profile(Kind.GENERAL.value), load_system("government"))


def excerpt(texts: list[str], finding: Finding) -> str:
    place = finding.location
    if place.paragraph is None or place.start is None or place.end is None:
        return ""
    text = texts[place.paragraph - 1]
    found = text[place.start : place.end]
    if len(found) > 4 * ABOUT:
        found = f"{found[:ABOUT]}……{found[-ABOUT:]}"
    before, after = text[max(0, place.start - ABOUT) : place.start], text[place.end : place.end + ABOUT]
    return f"{before}【{found}】{after}"


def judge(path: Path, options: argparse.Namespace) -> None:
    """Count the findings on every record of one file, and print a sample of them."""
    wanted = {Severity(name) for name in options.severity.split(",")}
    chosen = selection([options.rule])
    counts: Counter[tuple[str, Severity]] = Counter()
    samples: defaultdict[str, list[str]] = defaultdict(list)
    characters = 0
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        texts = list(paragraphs(record))
        characters += sum(map(len, texts))
        for finding in run(context_of(texts), chosen).findings:
            counts[finding.code, finding.severity] += 1
            if finding.severity in wanted:
                samples[finding.code].append(f"{finding.code} {finding.message}  {excerpt(texts, finding)}")
    report(path.name, counts, characters)
    for sample in drawn(samples, options):
        print("   ", sample)


def drawn(samples: dict[str, list[str]], options: argparse.Namespace) -> list[str]:
    """A sample that takes from each rule in turn, so that no frequent rule hides the others."""
    chance = random.Random(options.seed)
    shuffled = [chance.sample(found, len(found)) for _, found in sorted(samples.items())]
    turns = [sample for turn in zip_longest(*shuffled) for sample in turn if sample is not None]
    return sorted(turns[: options.sample])


def report(name: str, counts: Counter[tuple[str, Severity]], characters: int) -> None:
    print(f"{name}: {characters} 字")
    for (code, severity), count in sorted(counts.items()):
        print(f"  {code} {severity.value:<8}{count:>6}  每2万字 {count * UNIT / characters:.2f}  {named(code)}")
    for severity in Severity:
        total = sum(count for (_, found), count in counts.items() if found is severity)
        print(f"  合计 {severity.value:<8}{total:>6}  每2万字 {total * UNIT / characters:.2f}")


def named(code: str) -> str:
    found: Rule | None = all_rules().get(code)
    return found.name if found else "（规则出错）"


def speed(path: Path, options: argparse.Namespace) -> None:
    """Time all rules together, and the dearest ones, on the first 3,000 characters of many records; best of five."""
    texts = [list(_first(paragraphs(json.loads(line)))) for line in path.read_text("utf-8").splitlines()[:ROUNDS]]
    chosen = [rule for rule in all_rules().values() if rule.code.startswith(options.rule)]
    spent: defaultdict[str, float] = defaultdict(float)
    for said in texts:
        best: dict[str, float] = {}
        for _ in range(5):
            context = context_of(said)
            foreign.cache_clear()
            for rule in chosen:
                started = time.perf_counter()
                for _ in rule.check(context):
                    pass
                best[rule.code] = min(best.get(rule.code, 1.0), time.perf_counter() - started)
        for code, seconds in best.items():
            spent[code] += seconds
    total = sum(spent.values()) / len(texts)
    print(f"{path.name}: {len(chosen)} 条规则，每篇（{LENGTH} 字）{total * 1000:.2f} ms")
    for code, seconds in sorted(spent.items(), key=lambda entry: -entry[1])[:12]:
        print(f"  {code} {seconds / len(texts) * 1e6:6.0f} µs  {named(code)}")


def _first(texts: Iterator[str]) -> Iterator[str]:
    left = LENGTH
    for text in texts:
        if left > 0:
            yield text[:left]
            left -= len(text)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--rule", default="T5", help="code, or the beginning of codes (default T5)")
    parser.add_argument("--sample", type=int, default=50, help="how many findings to print (default 50)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--severity", default="error,warning", help="which findings are sampled")
    parser.add_argument("--speed", action="store_true", help="time the rules instead")
    options = parser.parse_args()
    for name in FILES:
        (speed if options.speed else judge)(options.directory / "groundtruth" / name, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
