"""Folders of texts come in; how many drafts composed of their sentences and of all forms of heads and ends are misread.

    python benchmarks/composed.py DIR… [--drafts 4000] [--seed 1]

Four kinds: a real short sentence as the last line above the sign-off, with its full stop and without; heads of marks,
numbers, signers and what stands above them; ends of attachment notes, names, dates and notes. Of each draft it is known
what every line is, since it was put together from parts; one element too many, too few or with other words is a fault.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat.model import Draft, Paragraph, Role, Run, Source
from gwformat.recognise import recognise

TEXT = "为做好有关工作，经市政府同意，现将有关事项通知如下，请认真贯彻执行，确保取得实效。"
TITLE, ADDRESSEE = "某某市人民政府办公室关于做好有关工作的通知", "各县（市、区）人民政府，市政府各部门："
SIGNATURE, DATE = "某某市人民政府办公室", "2026年3月2日"
MARKS = [
    "某某市人民政府文件",
    "中共某某市委文件",
    "某某大学文件",
    "某某集团有限公司文件",
    "某 某 市 教 育 局 文 件",
    "某某市水务局",
    "中共某某县委办公室",
    "共青团某某市委员会文件",
    "政协某某市委员会办公室文件",
    "某某监狱文件",
    "某某高新技术产业开发区管理委员会文件",
]
NUMBERS = [
    "某政发〔2026〕5号",
    "某政发[2026]5号",
    "某政发（2026）第05号",
    "某 政 发〔2026〕5 号",
    "某办发电〔2026〕3号",
    "某政发【2026】5号",
    "某政发2026年5号",
    "某大校〔2026〕101号",
]
ABOVE = (
    "",
    "000123",
    "机密★1年",
    "特急",
    "000001|机密★3年|特急",
    "密级：秘密|紧急程度：加急",
    "（内部资料）",
    "收文日期：",
)
SIGNERS = ("", "签发人：李某某", "签发人： 李 某 某", "签发人：李某某 王某", "签发:李某某")
NAMES = [
    "某某市教育局",
    "中共某某市委办公室/某某市人民政府办公室",
    "某某市教育局/某某市财政局/某某市民政局",
    "某 某 市 水 务 局",
    "某某市水务局（盖章）",
    "某某市防汛抗旱指挥部办公室（代章）",
    "某某中学",
    "市长 李某某",
]
DATES = [
    "2026年3月2日",
    "二〇二六年三月二日",
    "2026年03月02日",
    "2026年 3 月 2 日",
    "2026.3.2",
    "2026-03-02",
    "2026/3/2",
    "二○二六年三月二日",
    "2026年3月2号",
]
NOTES = (
    "",
    "附件：某某市河道管理办法",
    "附件：1.某某办法|2.任务清单",
    "附：任务清单",
    "附件1：某某办法|附件2：任务清单",
)
LAST = ("", "（此件公开发布）", "（联系人：刘某，联系电话：0000-1234567）", "联系人：刘某　电话：0000-1234567")
PADS = ("", "\u3000" * 14, " " * 30, "\t\t\t\t")

Expected = dict[Role, list[str]]


def main() -> int:
    """Print the faults of each kind; 1 if there are any where nothing was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--drafts", type=int, default=4000, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    sentences = sorted(_sentences(asked.folders))
    dice.shuffle(sentences)
    sentences = sentences[: asked.drafts]
    kinds: dict[str, Iterator[tuple[list[str], Expected]]] = {
        "last sentences": (_with_last(sentence + "。") for sentence in sentences),
        "last sentences without their full stop": (_with_last(sentence) for sentence in sentences),
        "heads": (_head(dice) for _ in range(asked.drafts)),
        "ends": (_end(dice) for _ in range(asked.drafts)),
    }
    wrong = {name: _report(name, drafts) for name, drafts in kinds.items()}
    return 1 if any(count for name, count in wrong.items() if "without" not in name) else 0


def _report(name: str, drafts: Iterator[tuple[list[str], Expected]]) -> int:
    count, faults = 0, []
    for lines, expected in drafts:
        count += 1
        found = _found(lines)
        if any(found.get(role, []) != words for role, words in expected.items()):
            faults.append(lines)
    print(f"{name}: {len(faults)} of {count} misread")
    for lines in faults[:5]:
        print("   " + " / ".join(line.strip() for line in lines))
    return len(faults)


def _found(lines: Sequence[str]) -> Expected:
    blocks = tuple(
        Paragraph((Run(line, paragraph=number, atom=0),) if line else (), Source("draft", number, number))
        for number, line in enumerate(lines, 1)
    )
    found: Expected = {}
    for block in recognise(Draft(Path("draft.txt"), "txt", blocks)).blocks:
        if block.text.strip():
            found.setdefault(block.role, []).append(_plain(block.text))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def _sentences(folders: Sequence[Path]) -> Iterator[str]:
    """Short sentences and their last clauses."""
    seen = set()
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.suffix in (".txt", ".md", ".jsonl") and path.is_file():
            text = path.read_text("utf-8", errors="replace").replace("\\n", "\n").replace('"', "\n")
            seen.update(re.findall(r"(?:^|(?<=[。；！\n]))[^。；！：\s]{3,45}(?=。)", text))
            seen.update(re.findall(r"(?<=[，；])[^，。；：\s]{4,24}(?=。)", text))
    for sentence in seen:
        if not re.match(r"抄送|联系|[（(]", sentence):
            yield sentence


def _with_last(sentence: str) -> tuple[list[str], Expected]:
    expected: Expected = {
        Role.TITLE: [TITLE],
        Role.ADDRESSEE: [ADDRESSEE],
        Role.SIGNATURE: [SIGNATURE],
        Role.DATE: [DATE],
        Role.ANNOTATION: [],
    }
    return [TITLE, ADDRESSEE, TEXT, sentence, SIGNATURE, DATE], expected


def _head(dice: random.Random) -> tuple[list[str], Expected]:
    mark, number, above, signer = (dice.choice(parts) for parts in (MARKS, NUMBERS, ABOVE, SIGNERS))
    gap = [""] * dice.choice((0, 1, 2))
    together = signer and dice.random() < 0.5
    row = [f"{number}      {signer}"] if together else [number, *filter(None, [signer])]
    title, to = ("某某市人民政府关于做好防汛工作的请示", "省人民政府：") if signer else (TITLE, ADDRESSEE)
    lines = [*filter(None, above.split("|")), *gap, mark, *gap, *row, *gap, title, *gap, to, TEXT, SIGNATURE, DATE]
    return lines, {
        Role.ISSUER_MARK: [_plain(mark)],
        Role.DOC_NUMBER: [_plain(number)],
        Role.SIGNER: [_plain(signer)] if signer else [],
        Role.TITLE: [title],
        Role.ADDRESSEE: [to],
        Role.SIGNATURE: [SIGNATURE],
        Role.DATE: [DATE],
    }


def _end(dice: random.Random) -> tuple[list[str], Expected]:
    names, date, note, last, pad = (dice.choice(parts) for parts in (NAMES, DATES, NOTES, LAST, PADS))
    several = names.split("/")
    signed = [pad + "    ".join(several)] if dice.random() < 0.25 else [pad + name for name in several]
    gap = [""] * dice.choice((0, 0, 1, 3))
    attached, noted = (list(filter(None, part.split("|"))) for part in (note, last))
    signed = [*signed, *gap, pad + date]
    arrange: Callable[[], list[str]] = dice.choice(
        (lambda: [*attached, *gap, *signed, *noted], lambda: [*attached, *noted, *gap, *signed])
    )
    lines = [TITLE, ADDRESSEE, TEXT, TEXT, *arrange()]
    return lines, {
        Role.BODY: [_plain(TEXT)] * 2,
        Role.ATTACHMENT_NOTE: list(map(_plain, attached)),
        Role.SIGNATURE: list(map(_plain, several)),
        Role.DATE: [_plain(date)],
        Role.ANNOTATION: list(map(_plain, noted)),
    }


if __name__ == "__main__":
    sys.exit(main())
