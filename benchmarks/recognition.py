"""How well elements are recognised: a directory with `groundtruth/*.jsonl` in, precision and recall per element out.

    python benchmarks/recognition.py DIR [--misses]

Each record becomes a text file and a docx without styles; every second docx is made messy: typed indents, half-width
punctuation in numbers and markers, brackets of the wrong kind. What is true comes from the record alone: the page's
metadata, the alignment of its paragraphs and their order. The recogniser sees neither.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx

from gwformat import readers
from gwformat.model import Document, Role
from gwformat.recognise import recognise

ELEMENTS = (
    Role.TITLE,
    Role.DOC_NUMBER,
    Role.ADDRESSEE,
    Role.SIGNATURE,
    Role.DATE,
    Role.ANNOTATION,
    Role.ATTACHMENT_NOTE,
)
Record = dict[str, Any]
_FOLD = str.maketrans("()[]【】:,０", "（）〔〕〔〕：，0")


def plain(text: str) -> str:
    """The words without blanks and with one form of brackets: layout and typing habits are not what is measured."""
    return re.sub(r"[\s\u200b\u3000]+", "", text).translate(_FOLD)


def truth(record: Record) -> dict[Role, list[str]]:
    """The elements of a State Council document: metadata first, then position and alignment."""
    meta, paragraphs, aligns = record["page_meta"], record["paragraphs"], record["align"]
    right = [index for index, align in enumerate(aligns) if align == "right"]
    # The first run of right-aligned lines is the sign-off; later ones belong to documents forwarded with it.
    sign_off = [index for order, index in enumerate(right) if index == right[0] + order]
    number = next(index for index, text in enumerate(paragraphs) if plain(text) == plain(meta["发文字号"]))
    after = paragraphs[sign_off[-1] + 1 : sign_off[-1] + 2]
    before = paragraphs[number + 2 : sign_off[0]]
    return {
        Role.TITLE: [meta["标题"]],
        Role.DOC_NUMBER: [meta["发文字号"]],
        Role.ADDRESSEE: [paragraphs[number + 1]],
        Role.SIGNATURE: [meta["发文机关"]],
        Role.DATE: [paragraphs[sign_off[-1]]],
        Role.ANNOTATION: [text for text in after if re.fullmatch(r"（.*）", text.strip())],
        Role.ATTACHMENT_NOTE: [text for text in before if text.strip().startswith("附件")],
    }


def messy(text: str) -> str:
    """The paragraph as people type it: indented with blanks, half-width marks in numbers and after markers."""
    text = re.sub(r"^（([一二三四五六七八九十]+)）", r"(\1)", text)
    text = re.sub(r"^(\d+)\.", r"\1、", text)
    text = re.sub(r"〔(\d{4})〕", r"[\1]", text)
    text = re.sub(r"^附件：", "附件:", text)
    text = re.sub(r"：$", ":", text)
    text = re.sub(r"^（([^（）]*)）$", r"(\1)", text)
    return f"\u3000\u3000{text}"


def write_docx(paragraphs: list[str], path: Path, *, dirty: bool) -> None:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(messy(text) if dirty else text)
    document.save(str(path))


def texts(record: Record) -> list[str]:
    """The paragraphs; cells of a table, which the records keep in one string, become lines."""
    return [re.sub(r"\n\s*\n\s*", "\n", text) for text in record["paragraphs"]]


def files(record: Record, paragraphs: list[str], folder: Path, number: int) -> Iterator[Path]:
    text = folder / f"{number}.txt"
    text.write_text("\n".join(paragraphs), "utf-8")
    yield text
    word = folder / f"{number}.docx"
    write_docx(paragraphs, word, dirty=number % 2 == 1)
    yield word


@dataclass
class Score:
    """Counts of one element in one kind of file."""

    right: Counter[Role] = field(default_factory=Counter)
    found: Counter[Role] = field(default_factory=Counter)
    true: Counter[Role] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, document: Document, expected: dict[Role, list[str]]) -> None:
        for role, texts_of_role in expected.items():
            said = Counter(plain(block.text) for block in document.of(role) if block.attachment == 0)
            meant = Counter(plain(text) for text in texts_of_role)
            self.right[role] += (said & meant).total()
            self.found[role] += said.total()
            self.true[role] += meant.total()
            if said != meant:
                self.misses.append(f"{name} {role.value}: 应为 {list(meant)}，认作 {[text[:60] for text in said]}")


def report(label: str, score: Score) -> None:
    print(label)
    for role in (role for role in ELEMENTS if score.true[role]):
        precision = score.right[role] / max(score.found[role], 1)
        recall = score.right[role] / score.true[role]
        print(f"  {role.value:　<8}准确率 {precision:.3f}  召回率 {recall:.3f}  （{score.true[role]} 处）")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--misses", action="store_true", help="list every element that was not found as it should be")
    options = parser.parse_args()
    scores: defaultdict[str, Score] = defaultdict(Score)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, record in enumerate(load(options.directory / "groundtruth" / "govcn_20.jsonl")):
            for path in files(record, texts(record), folder, number):
                scores[f"公文 {path.suffix}"].add(path.name, recognise(readers.read(path)), truth(record))
        for number, record in enumerate(load(options.directory / "groundtruth" / "lawrefbook_shared.jsonl")):
            paragraphs = [record["title"], *record["info"], *(text.lstrip("# ") for text in record["paragraphs"])]
            for path in files(record, paragraphs, folder, number):
                expected = {Role.TITLE: [record["title"]]}
                scores[f"法规 {path.suffix}"].add(record["title"], recognise(readers.read(path)), expected)
    for label, score in scores.items():
        report(label, score)
        if options.misses:
            print(*score.misses, sep="\n")
    return 0


def load(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
