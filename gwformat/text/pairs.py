"""Marks that come in pairs: a text comes in, where they nest in their own kind or lack a partner comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gwformat.expressions import expression

_MARKS = expression("[“”‘’（）()《》〈〉〔〕]")
_MARKS_AND_LINES = expression("[“”‘’（）()《》〈〉〔〕\n]")
_PARTNER = {"”": "“", "’": "‘", "）": "（", ")": "（", "》": "《", "〉": "〈", "〕": "〔"}
_OPENING = frozenset("“‘（(《〈〔")
# 1） 2） a） 一）: the bracket of an enumeration has no partner; it stands at the beginning or after a stop.
_ENUMERATOR = expression(r"(?:^|[。；：，、！？\s])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$")
_LONGEST = 8
_DEEPEST = 20  # pairs within pairs: with more, each round reads it all, and the exact answer is quicker
_QUOTES_RUNNING_ON = frozenset("“”‘’")


def nested(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """The pairs that stand within a pair of the same kind, in paragraphs where all of them are paired."""
    marks = _marks(opening + closing)
    for line in _lines_with(text, opening):
        stack: list[int] = []
        inner: list[tuple[int, int]] = []
        for match in marks.finditer(text, *line):
            if match.group() == opening:
                stack.append(match.start())
            elif not stack:
                break
            else:
                start = stack.pop()
                if len(stack) == 1:
                    inner.append((start, match.start()))
        else:
            if not stack:
                yield from inner


def unpaired(text: str) -> Iterator[int]:
    """Where a mark has no partner in its line or the next one; quotation marks may find theirs further on."""
    if _is_balanced(text):
        return
    quotes: dict[str, list[int]] = {"“": [], "‘": []}
    stack: list[tuple[str, int]] = []
    end = -1
    for match in _MARKS.finditer(text):
        position, mark = match.start(), match.group()
        if position > end:
            # What the line before left open may be closed here: a draft may be wrapped at any place.
            last = text.rfind("\n", 0, max(0, text.rfind("\n", 0, position))) + 1
            yield from (start for opened, start in stack if opened != "(" and start < last)
            stack = [entry for entry in stack if entry[1] >= last]
            newline = text.find("\n", position)
            end = newline if newline >= 0 else len(text)
        if mark in _QUOTES_RUNNING_ON:
            if not _is_apostrophe(text, position):
                yield from _quotation(text, position, mark, quotes)
        elif mark in _OPENING:
            stack.append((mark, position))
        else:
            yield from _closed(text, position, mark, stack)
    yield from (start for opened, start in stack if opened != "(")
    yield from (start for opened in quotes.values() for start in opened)


def _is_balanced(text: str) -> bool:
    """Whether the marks of each line cancel out; the quick answer for most texts."""
    marks = "".join(_MARKS_AND_LINES.findall(text))
    before = -1
    for _ in range(_DEEPEST):
        if len(marks) == before:
            break
        before = len(marks)
        for pair in ("“”", "‘’", "（）", "()", "《》", "〈〉", "〔〕"):
            marks = marks.replace(pair, "")
    return not marks.strip("\n")


def _closed(text: str, position: int, mark: str, stack: list[tuple[str, int]]) -> Iterator[int]:
    """Take the partner of a closing mark off the stack; what was opened after it has none."""
    wanted = _PARTNER[mark]
    depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0].replace("(", "（") == wanted), None)
    if depth is not None:
        yield from (start for opened, start in stack[depth + 1 :] if opened != "(")
        del stack[depth:]
    elif mark != ")" and not (mark == "）" and _ENUMERATOR.search(text, max(0, position - _LONGEST), position)):
        yield position


def _quotation(text: str, position: int, mark: str, quotes: dict[str, list[int]]) -> Iterator[int]:
    if mark in quotes:
        # A quotation of several paragraphs opens each of them anew and is closed once (GB/T 15834-2011 4.8).
        if not quotes[mark] or text[position - 1 : position] not in ("", "\n"):
            quotes[mark].append(position)
        return
    opened = quotes[_PARTNER[mark]]
    if opened:
        opened.pop()
    else:
        yield position


def _is_apostrophe(text: str, position: int) -> bool:
    before = text[position - 1 : position]
    return text[position] in "‘’" and before.isascii() and before.isalnum()


def _lines_with(text: str, mark: str) -> Iterator[tuple[int, int]]:
    """The paragraphs that hold `mark` at least twice."""
    position = text.find(mark)
    while position >= 0:
        start = text.rfind("\n", 0, position) + 1
        newline = text.find("\n", position)
        end = newline if newline >= 0 else len(text)
        if text.find(mark, position + 1, end) >= 0:
            yield start, end
        position = text.find(mark, end)


@cache
def _marks(pair: str) -> re.Pattern[str]:
    return re.compile(f"[{pair}]")
