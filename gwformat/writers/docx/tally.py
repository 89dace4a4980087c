"""Counts what the writer did to the look of a document; a few `Change`s for the report come out."""

from __future__ import annotations

from collections import Counter

from gwformat.model import Change, Fate

_FORMATTING = "清除格式"


class Tally:
    """Collects during one write; the only thing in the writer that grows."""

    def __init__(self) -> None:
        self._formatting: Counter[str] = Counter()
        self._changes: dict[Change, None] = {}

    def removed(self, what: str) -> None:
        """Direct formatting that the styles replace."""
        self._formatting[what] += 1

    def note(self, step: str, fate: Fate, reason: str) -> None:
        """One thing worth a line in the report."""
        self.add(Change(step, fate, "", "", reason))

    def add(self, change: Change) -> None:
        """A change with its place; the same one is reported once."""
        self._changes[change] = None

    def changes(self) -> tuple[Change, ...]:
        """The report: removed formatting in one line, then the rest in order."""
        if not self._formatting:
            return tuple(self._changes)
        counts = "、".join(f"{what} {count} 处" for what, count in self._formatting.most_common())
        return (Change(_FORMATTING, Fate.RERENDERED, "", "", f"去除手工设置的{counts}"), *self._changes)
