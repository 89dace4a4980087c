"""The genre (文种), direction and format of a recognised document: its blocks in, the three out."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from gwformat.expressions import expression
from gwformat.model import Align, Block, Direction, Kind, Role
from gwformat.recognise.patterns import URGENCY_WORD, key
from gwformat.text.greetings import is_greeting
from gwformat.values import dataclass


@dataclass(frozen=True, slots=True)
class Genre:
    """One of the fifteen: its name, what titles end in, and the usual direction."""

    name: str
    ends: tuple[str, ...]
    direction: Direction | None


@functools.cache
def genres() -> tuple[Genre, ...]:
    """The fifteen genres of the regulation, from genres.toml."""
    return tuple(
        Genre(entry["name"], tuple(entry["ends"]), Direction(entry["direction"]) if "direction" in entry else None)
        for entry in _table()["genre"]
    )


@functools.cache
def _table() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(files(__package__).joinpath("genres.toml").read_text("utf-8"))


# A title may go on after its genre: 的通知（试行）, 的通知（征求意见稿）.
_APPENDED = r"(?:（[^（）]{1,40}）)*(?:\[\d\]|〔\d〕|［\d］|[①*])?"  # and the number of a note


@functools.cache
def _ending() -> re.Pattern[str]:
    words = sorted((end for genre in genres() for end in genre.ends), key=len, reverse=True)
    return re.compile(rf"({'|'.join(words)}){_APPENDED}$")


@functools.cache
def _other_ending() -> re.Pattern[str]:
    words = sorted((str(word) for word in _table()["other_titles"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)}){_APPENDED}$")


_BELOW_NUMBER = expression(r"号（(关于.+)）$")


def genre_of(title: str) -> Genre | None:
    """The genre a title (as key) ends in; 某某局公告2026年第26号（关于…的公告） has its title within brackets."""
    named = _BELOW_NUMBER.search(title) if title.endswith("）") else None
    found = _ending().search(named[1] if named else title)
    return next((genre for genre in genres() if found[1] in genre.ends), None) if found else None


def names_a_document(title: str) -> bool:
    """Whether a title (as key) ends like the name of a document that is none of the fifteen: 办法, 方案, 总结."""
    return _other_ending().search(title) is not None


_UPWARD_OPINION = expression(r"(?:妥否|当否|如无不妥|请予?(?:批转|审议|审批|审定|批示))")
_LETTER_NUMBER = expression(r"函(?:字)?[〔（〈]")
_TELEGRAM_MARKS = ("电报", "明电", "密电", "发电")
_TELEGRAM_NUMBER = expression(r"电[〔（〈]")


def classify(blocks: Sequence[Block]) -> tuple[Kind, str | None, Direction | None]:
    """Format, genre and direction of the main document."""
    marks = [key(block.text) for block in blocks if block.role is Role.ISSUER_MARK]
    title = next((key(block.text) for block in blocks if block.role is Role.TITLE), "")
    genre = genre_of(title) or next((found for mark in marks if (found := genre_of(mark)) is not None), None)
    if genre is not None and _is_spoken(blocks):
        genre = None  # 政府工作报告 is read to those assembled, and is none of the fifteen
    return _kind(blocks, marks, genre), genre.name if genre else None, _direction(blocks, genre)


def _kind(blocks: Sequence[Block], marks: Sequence[str], genre: Genre | None) -> Kind:
    name = genre.name if genre else ""
    number = next((key(block.text) for block in blocks if block.role is Role.DOC_NUMBER), "")
    if _is_telegram(blocks, marks, number):
        return Kind.TELEGRAM
    if name == "纪要":
        return Kind.MINUTES
    if name == "命令（令）" or any(block.role is Role.ORDER_NUMBER for block in blocks):
        return Kind.ORDER
    if any(mark.endswith("文件") for mark in marks):
        return Kind.GENERAL
    if name == "函" or (marks and _number_stands(blocks, Align.RIGHT)):
        return Kind.LETTER
    if _LETTER_NUMBER.search(number) and not _number_stands(blocks, Align.CENTER):
        return Kind.LETTER
    return Kind.GENERAL


def _is_spoken(blocks: Sequence[Block]) -> bool:
    """Whether the text begins with a greeting of those who hear it."""
    first = next((block for block in blocks if block.role in (Role.ADDRESSEE, Role.BODY) and block.text.strip()), None)
    return first is not None and first.role is Role.BODY and is_greeting(key(first.text))


def _is_telegram(blocks: Sequence[Block], marks: Sequence[str], number: str) -> bool:
    if any(mark.endswith(_TELEGRAM_MARKS) for mark in marks) or _TELEGRAM_NUMBER.search(number):
        return True
    words = {found[0] for block in blocks if block.role is Role.URGENCY and (found := URGENCY_WORD.search(block.text))}
    return bool(words & {"特提", "平急"}) or any(block.role is Role.DISPATCH for block in blocks)


def _number_stands(blocks: Sequence[Block], where: Align) -> bool:
    """Whether the number stands there: at the right edge in 信函格式 alone, whatever the 文种 (10.1)."""
    return any(block.role is Role.DOC_NUMBER and block.look.align is where for block in blocks)


def _direction(blocks: Sequence[Block], genre: Genre | None) -> Direction | None:
    if genre is None:
        return None
    if genre.name == "意见" and (
        any(block.role is Role.SIGNER for block in blocks)
        or any(
            _UPWARD_OPINION.search(block.text) for block in blocks if block.attachment == 0 and block.role is Role.BODY
        )
    ):
        return Direction.UP
    return genre.direction
