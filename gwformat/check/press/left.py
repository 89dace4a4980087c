"""A docx for the press and a kind of leak come in; one problem that names the first and counts the rest goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check.left_behind import told
from gwformat.check.printable import Printable
from gwformat.check.registry import Problem
from gwformat.ooxml.leaks import LeakKind


def left(printable: Printable, kind: LeakKind, what: str) -> Iterator[Problem]:
    """What the docx holds of one kind; nothing if it is a PDF."""
    if printable.source is not None:
        yield from told(printable.source, kind, what)
