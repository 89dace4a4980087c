"""A draft comes in, a formatted docx and copies of it with known edits go out: what a comparison has to find."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document

from gwformat.comparing import Difference, Kind

# Words that no normalisation touches and no pattern of an element knows.
HAN = "春夏秋冬东南西北山河湖海天地风云雷电松竹梅兰鸟鱼虫草金木水火土石田园林泉溪谷峰岭桥路街巷城乡村镇"
_NUMBER = re.compile(r"\d\d")
KINDS = ("insert", "delete", "replace", "swap", "move", "cell")


def draft(rng: random.Random, paragraphs: int = 40) -> str:
    """A notice in Markdown with long and short paragraphs, numbers, and a table; hardly two sentences are alike."""
    lines = ["# 关于做好山水林田湖草工作的通知", "", "各区人民政府：", ""]
    for number in range(paragraphs):
        lines += [paragraph(rng, rng.choice([12, 40, 90, 160]), number), ""]
    lines += ["| 名称 | 数量 | 说明 |", "| --- | --- | --- |"]
    lines += [f"| {words(rng, 5)} | {rng.randrange(1000, 9999)} | {words(rng, 8)} |" for _ in range(12)]
    lines += ["", "某某市人民政府", "", "2026年5月6日", ""]
    return "\n".join(lines)


def words(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(HAN) for _ in range(count))


def paragraph(rng: random.Random, length: int, number: int) -> str:
    sentences = []
    while sum(map(len, sentences)) < length:
        sentences.append(f"{words(rng, rng.randrange(6, 24))}{rng.randrange(10, 9000)}{words(rng, 4)}")
    return "　　" + "，".join(sentences) + "。"


@dataclass(frozen=True, slots=True)
class Planted:
    """An edit: what was taken out, what was put in, and for a move the words that moved."""

    kind: str
    words: str
    others: str
    context: str  # what stood around it in the approved version, blanks left out


def plant(approved: Path, edited: Path, rng: random.Random, kinds: Sequence[str]) -> list[Planted]:
    """Write to `edited` the docx at `approved` with one edit of each kind named, each in a paragraph of its own."""
    document: Any = Document(str(approved))
    body = [p for p in document.paragraphs if len(p.text) >= 20 and p.text.endswith("。") and len(p.runs) >= 1]
    cells = [c for table in document.tables for row in table.rows[1:] for c in row.cells if len(c.text.strip()) >= 4]
    rng.shuffle(body)
    rng.shuffle(cells)
    done: list[Planted] = []
    moving: list[Any] = []
    for kind in kinds:
        if kind == "cell":
            done.append(_in_cell(cells.pop(), rng))
        elif kind == "move":
            moving.append(body.pop())
        else:
            fit = next(p for p in reversed(body) if kind != "swap" or _swappable(p))
            body.remove(fit)
            done.append(_in_text(fit, kind, rng))
    settled = list(body)
    done.extend([_moved(paragraph, settled, rng) for paragraph in moving])
    document.save(str(edited))
    return done


def _leaf(paragraph: Any, at: int) -> tuple[Any, int]:
    """The run that holds a character of the paragraph, and where in it."""
    for run in paragraph.runs:
        if at < len(run.text):
            return run, at
        at -= len(run.text)
    raise IndexError(at)


def _in_text(paragraph: Any, kind: str, rng: random.Random) -> Planted:
    text = paragraph.text
    if kind == "swap":
        at, size = rng.choice(_swappable(paragraph)), 2
        new = text[at : at + 2][::-1]
    else:
        at = rng.choice([n for n, char in enumerate(text) if char in HAN and 3 < n < len(text) - 3])
        size = 0 if kind == "insert" else 1
        new = "" if kind == "delete" else rng.choice([char for char in HAN if char not in text[at - 1 : at + 2]])
    run, inside = _leaf(paragraph, at)
    run.text = run.text[:inside] + new + run.text[inside + size :]
    return Planted(kind, text[at : at + size], new, _around(text, at, size))


def _swappable(paragraph: Any) -> list[int]:
    """Where two digits in one run are not the same."""
    text = paragraph.text
    places = [found.start() for found in _NUMBER.finditer(text) if text[found.start()] != text[found.start() + 1]]
    return [place for place in places if _leaf(paragraph, place)[0]._r is _leaf(paragraph, place + 1)[0]._r]


def _around(text: str, at: int, size: int) -> str:
    return "".join(text[max(0, at - 6) : at + size + 6].split())


def _in_cell(cell: Any, rng: random.Random) -> Planted:
    run = next(run for paragraph in cell.paragraphs for run in paragraph.runs if run.text.strip())
    text = run.text
    new = rng.choice([char for char in HAN if char not in text])
    run.text = new + text[1:]
    return Planted("cell", text[0], new, text)


def _moved(paragraph: Any, others: Sequence[Any], rng: random.Random) -> Planted:
    text = paragraph.text
    element = copy.deepcopy(paragraph._p)
    siblings = list(paragraph._p.getparent())
    here = siblings.index(paragraph._p)
    far = [p for p in others if abs(siblings.index(p._p) - here) > 3]
    paragraph._p.getparent().remove(paragraph._p)
    rng.choice(far)._p.addnext(element)
    said = "".join(text.split())
    return Planted("move", said, said, said)


def unfound(planted: Sequence[Planted], found: Sequence[Difference]) -> Iterator[str]:
    """Edits that were not found, and differences that are none of them; nothing where each edit was told once."""
    left = list(found)
    for edit in planted:
        match = next((one for one in left if _is(edit, one)), None)
        if match is None:
            yield f"not found: {edit}"
        else:
            left.remove(match)
    yield from (f"invented: {one}" for one in left)


def _is(edit: Planted, one: Difference) -> bool:
    if edit.kind == "move":
        return one.kind is Kind.MOVED and one.words == edit.words
    if edit.kind == "swap":
        # 121 for 211: which of the like digits stayed is anybody's guess, the number is not.
        return one.kind is not Kind.MOVED and len(one.words) <= 2 and len(one.others) <= 2 and _near(edit, one)
    said = (one.words, one.others) == (edit.words, edit.others)
    return said and one.kind is not Kind.MOVED and _near(edit, one)


def _near(edit: Planted, one: Difference) -> bool:
    around = f"{one.before}{one.words}{one.after}"
    return any(edit.context[n : n + 4] in around for n in range(max(1, len(edit.context) - 3)))
