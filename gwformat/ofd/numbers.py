"""The attributes of OFD come in as text – arrays, boxes, matrices, offsets; numbers within sensible limits go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.finished.matrices import Matrix

_DIGITS = 10  # of an ID (xs:unsignedInt)
_FARTHEST = 1e6  # mm: nothing of a document is a kilometre away


def number(text: str) -> float:
    """A finite number; `ValueError` for anything else."""
    value = float(text)
    if not abs(value) <= _FARTHEST:
        raise ValueError(text)
    return value


def numbers(text: str) -> list[float]:
    """ST_Array."""
    return [number(word) for word in text.split()]


def whole(text: str) -> int | None:
    """A number without sign and fraction; None for anything else."""
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def box(text: str) -> tuple[float, float, float, float]:
    """ST_Box: x, y, width and height in mm."""
    x, y, width, height = numbers(text)
    return x, y, width, height


def matrix(text: str) -> Matrix:
    """CTM."""
    a, b, c, d, e, f = numbers(text)
    return a, b, c, d, e, f


def offsets(text: str, count: int) -> list[float]:
    """The first `count` numbers of DeltaX or DeltaY, zeros where it has fewer; `g n v` is n times v."""
    found = list(_offsets(text, count))
    return found + [0.0] * (count - len(found))


def _offsets(text: str, count: int) -> Iterator[float]:
    words = iter(text.split())
    left = count
    for word in words:
        times = 1
        if word == "g":
            times, word = max(int(next(words, "")), 0), next(words, "")
        times = min(times, left)
        yield from [number(word)] * times
        left -= times
        if not left:
            return


def is_true(text: str | None, default: bool) -> bool:
    """xs:boolean."""
    return default if text is None else text.strip() in ("true", "1")
