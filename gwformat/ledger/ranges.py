"""The marks that begin and end fields and the ranges of comments come in; what stands between them goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.values import dataclass


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction so far, and what stood before its result, once that has begun."""

    codes: list[str]
    start: int | None = None

    @property
    def key(self) -> str:
        """The instruction, single spaces between its words."""
        return " ".join("".join(self.codes).split())


class Fields:
    """The fields of a part that have begun and not ended; they may stand within each other."""

    def __init__(self) -> None:
        self._begun: list[_Field] = []

    @property
    def unended(self) -> list[str]:
        """The instructions of those whose end is missing."""
        return [field.key for field in self._begun]

    def begin(self) -> None:
        """A field begins, and with it its instruction."""
        self._begun.append(_Field([]))

    def instruct(self, code: str) -> None:
        """Part of an instruction."""
        if self._begun:
            self._begun[-1].codes.append(code)

    def show(self, words: Sequence[str]) -> None:
        """The result begins, after `words` of its paragraph."""
        if self._begun:
            self._begun[-1].start = len(words)

    def end(self, words: Sequence[str]) -> tuple[str, str] | None:
        """The instruction and the result of the field that ends after `words`; None where none has begun."""
        if not self._begun:
            return None
        field = self._begun.pop()
        return field.key, "" if field.start is None else "".join(words[field.start :])


class Comments:
    """The words that comments are about, by the comment's number; they are kept until its reference comes."""

    def __init__(self) -> None:
        self._covered: dict[str, list[str]] = {}
        self._open: dict[str, list[str]] = {}

    def begin(self, number: str) -> None:
        """What follows is commented."""
        self._covered[number] = self._open[number] = []

    def say(self, text: str) -> None:
        """These words belong to every range that is open."""
        for covered in self._open.values():
            covered.append(text)

    def end(self, number: str) -> None:
        """What follows is no longer commented."""
        self._open.pop(number, None)

    def about(self, number: str) -> str:
        """The words of a comment whose reference has come."""
        self._open.pop(number, None)
        return "".join(self._covered.pop(number, ()))
