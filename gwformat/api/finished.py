"""The bytes of a finished file come in, PDF or OFD; its pages as values go out."""

from __future__ import annotations

from gwformat import pdf
from gwformat.errors import ComponentMissing, InputUnreadable
from gwformat.finished.values import FinishedFile
from gwformat.ofd.package import is_ofd
from gwformat.ofd.reading import read_ofd

_UNLOCKED = "先去掉口令，或者向发件人要没有加密的。"


def finished_of(data: bytes) -> FinishedFile | None:
    """The file, read; None if it is neither PDF nor OFD. `InputUnreadable` if it is damaged beyond reading."""
    if pdf.is_pdf(data):
        return pdf.read_pdf(data)
    return read_ofd(data) if is_ofd(data) else None


def demand_open(file: FinishedFile, name: str, vain: str) -> None:
    """Raise `InputUnreadable` if the file called `name` is locked; `vain` says what cannot be done with it then.

    `ComponentMissing` if a library would open it that is not installed.
    """
    if file.opener:
        purpose = f"“{name}”加了密，{vain}；打开 AES 加密的文件"
        raise ComponentMissing(purpose, file.opener, "print,crypto", f"；或者{_UNLOCKED}")
    if file.locked:
        raise InputUnreadable(f"“{name}”加了密，打不开，{vain}", _UNLOCKED)
