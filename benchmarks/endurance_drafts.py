"""A number in; so many small drafts of every kind, good and bad ones, stand in a tree of folders."""

from __future__ import annotations

import random
from pathlib import Path

import docx

_PARAGRAPHS = (
    "各单位要充分认识做好这项工作的重要意义,切实加强组织领导,明确责任分工,细化工作措施。",
    "一、总体要求",
    "（一）坚持问题导向。对照2025年度考核指标，逐项梳理存在的短板，制定整改方案。",
    "请于2026年5月15日前将有关情况报送我局办公室，联系电话：0000-12345678。",
)
_PER_FOLDER = 200
_BAD_EVERY = 97  # so that failures are among the files everywhere
_DOCX_EVERY = 10
_LONG_EVERY = 9  # titles of several lines, for which words have to be told apart


def build(folder: Path, count: int, seed: int = 1) -> None:
    """`count` drafts below `folder`, the same for the same seed."""
    chance = random.Random(seed)
    template = folder.parent / "template.docx"
    _docx(template)
    word = template.read_bytes()
    for number in range(count):
        place = folder / f"{number // _PER_FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        if number % _BAD_EVERY == _BAD_EVERY - 1:
            (place / f"{number:06}.docx").write_bytes(word[: chance.randrange(20, len(word) - 30)])
        elif number % _DOCX_EVERY == 0:
            (place / f"{number:06}.docx").write_bytes(word)
        else:
            suffix = "md" if number % 7 == 3 else "txt"
            (place / f"{number:06}.{suffix}").write_text(_text(chance, number), encoding="utf-8")


def _text(chance: random.Random, number: int) -> str:
    body = "\n\n".join(chance.choice(_PARAGRAPHS) for _ in range(chance.randrange(1, 6)))
    more = "并按时报送有关情况" if number % _LONG_EVERY == 1 else ""
    head = f"某某市某某局关于做好第{number:06}项工作{more}的通知\n\n各县（市、区）某某局：\n\n"
    return f"{head}{body}\n\n某某市某某局\n\n2026年5月6日\n"


def _docx(path: Path) -> None:
    document = docx.Document()
    for line in (
        "某某市某某局关于做好年度工作的通知",
        "各县（市、区）某某局：",
        *_PARAGRAPHS,
        "某某市某某局",
        "2026年5月6日",
    ):
        document.add_paragraph(line)
    document.save(str(path))
