"""A file and a claim about it come in; whether other programs than ours see it goes out."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

MM_PER_PT = 25.4 / 72
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')

Proof = Callable[[Path], bool]


def raw(pattern: bytes) -> Proof:
    """The bytes of the file, its packed streams unpacked, have the pattern."""

    def holds(path: Path) -> bool:
        data = path.read_bytes()
        return any(re.search(pattern, piece, re.DOTALL) for piece in (data, *map(_unpacked, _STREAM.findall(data))))

    return holds


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def lacks(pattern: bytes) -> Proof:
    """The bytes of the file do not have the pattern anywhere."""
    return lambda path: not raw(pattern)(path)


def info(pattern: str, *options: str) -> Proof:
    """`pdfinfo` says so."""
    return lambda path: _said(pattern, "pdfinfo", "-f", "1", "-l", "99", "-box", *options, str(path))


def fonts(pattern: str) -> Proof:
    """`pdffonts` lists such a font."""
    return lambda path: _said(pattern, "pdffonts", str(path))


def images(pattern: str) -> Proof:
    """`pdfimages -list` lists such a picture."""
    return lambda path: _said(pattern, "pdfimages", "-list", str(path))


def text(pattern: str, page: int) -> Proof:
    """`pdftotext` reads such words on the page."""
    return lambda path: _said(pattern, "pdftotext", "-layout", "-f", str(page), "-l", str(page), str(path), "-")


def stands(page: int, word: str, where: Callable[[float, float, float, float], bool]) -> Proof:
    """`pdftotext` finds the word there: left, top, right and bottom in mm."""

    def holds(path: Path) -> bool:
        said = _run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-")
        found = [[float(value) * MM_PER_PT for value in item[:4]] for item in _WORD.findall(said) if word in item[4]]
        return any(where(*box) for box in found)

    return holds


def part(name: str, pattern: bytes) -> Proof:
    """That part of a docx or an OFD has the pattern."""

    def holds(path: Path) -> bool:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            return name in package.namelist() and re.search(pattern, package.read(name), re.DOTALL) is not None

    return holds


def without(name: str) -> Proof:
    """There is no such part in the package."""

    def holds(path: Path) -> bool:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            return name not in package.namelist()

    return holds


def _said(pattern: str, *command: str) -> bool:
    return re.search(pattern, _run(*command)) is not None


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    return (done.stdout + done.stderr).decode("utf-8", "replace")
