"""Help pages in Chinese: click's parts come in, lines that fit the terminal go out; a Han character is two wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import click

_LIST = re.compile(r"'[^']*'(?:, '[^']*')+")
_QUOTED = re.compile(r"'([^']*)'")
_BETWEEN = re.compile(r"([\d.]+)<=x<=([\d.]+)")
_AT_LEAST = re.compile(r"x>=([\d.]+)")
_NOT_AT_LINE_START = "，。；：、！？）》”’〕…]"
_NOT_AT_LINE_END = "（《“‘〔["
_TERM_WIDTH = 28


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def in_chinese(said: str) -> str:
    """What click says, with its quotation marks, lists, ranges and full stop as Chinese has them."""
    said = said.replace("; ", "；")
    said = _AT_LEAST.sub(r"不小于 \1", _BETWEEN.sub(r"\1 至 \2", said))
    said = _LIST.sub(lambda found: found[0].replace("', '", "、").strip("'"), said)
    said = _QUOTED.sub(r"“\1”", said).replace("” 的", "”的").replace("” / “", "、")
    return f"{said[:-1]}。" if said.endswith("”.") else said


def first_example(command: click.Command) -> str:
    """The first call of a command that its help shows; "" if it shows none."""
    _, _, examples = (command.help or "").partition("例：")
    return next((line.strip() for line in examples.splitlines() if line.strip()), "")


def _joined(lines: Iterable[str]) -> str:
    """The lines of a paragraph in one, with a blank where a Latin word meets a word of either script."""
    text = ""
    for line in filter(None, (line.strip() for line in lines)):
        meeting = f"{text[-1:]}{line[0]}"
        apart = len(meeting) == 2 and meeting.isalnum() and any(map(str.isascii, meeting))
        text += f" {line}" if apart else line
    return text


def fold(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns: broken at spaces and between Han characters, never before 、 or 。"""
    lines = [""]
    for word in _words(text):
        if columns(lines[-1] + word.rstrip()) <= width or not lines[-1]:
            lines[-1] += word
        else:
            lines[-1] = lines[-1].rstrip()
            lines.append(word.lstrip())
    return [line.rstrip() for line in lines]


def _words(text: str) -> Iterator[str]:
    """The smallest pieces that stay together: a Latin word with its space, a Han character with what must follow it."""
    word = ""
    for char in text:
        breakable = word.endswith(" ") or columns(char) == 2 or (bool(word) and columns(word[-1]) == 2)
        bound = char in _NOT_AT_LINE_START or word.endswith(tuple(_NOT_AT_LINE_END))
        if word and breakable and not bound:
            yield word
            word = ""
        word += char
    yield word


class ChineseFormatter(click.HelpFormatter):
    """click's formatter, counting columns instead of characters."""

    def write_heading(self, heading: str) -> None:
        """A heading with a full-width colon."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_text(self, text: str) -> None:
        """Paragraphs; one that opens with a `\\b` line keeps its own line breaks."""
        paragraphs = []
        for paragraph in text.split("\n\n"):
            raw = paragraph.strip("\n").splitlines()
            kept = raw[0].strip() == "\b"
            lines = raw[1:] if kept else fold(_joined(raw), self.width)
            paragraphs.append("\n".join(" " * self.current_indent + line for line in lines))
        self.write("\n\n".join(paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _TERM_WIDTH, col_spacing: int = 2) -> None:
        """Terms on the left, what they mean on the right."""
        rows = list(rows)
        left = min(max(columns(term) for term, _ in rows), col_max) + col_spacing
        indent = " " * (self.current_indent + left)
        for term, meaning in rows:
            own_line = columns(term) > left - col_spacing
            self.write(" " * self.current_indent + term)
            self.write("\n" + indent if own_line else " " * (left - columns(term)))
            self.write(("\n" + indent).join(fold(in_chinese(meaning), max(self.width - len(indent), 20))) + "\n")


class ChineseContext(click.Context):
    """A context whose help pages are set by `ChineseFormatter`."""

    formatter_class = ChineseFormatter
