"""A folder and a source of chance come in; the sound draft that families damage goes out, and how all of them write it.

What the families of `fuzz_files.py` and `fuzz_surroundings.py` have in common.
"""

from __future__ import annotations

import random
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.build import make_docx, p
from tests.hostile.mutations import cut, flip, splice

Command = list[str]

DRAFT = (
    "某某市某某局关于做好防汛工作的通知\n\n各区某某局：\n\n现将有关事项通知如下。\n\n一、加强值守\n\n请遵照执行。\n\n"
    "某某市某某局\n\n2026年5月6日\n"
)
BYTES = (cut, flip, splice)
"""Ways to damage a file of any kind."""
_LARGE = 1_000_000  # bytes: larger ones take longer
_FONTS = Path("/usr/share/fonts")


def same(data: bytes, _: random.Random) -> bytes:
    """A way to damage nothing, among others that do."""
    return data


def written(place: Path, name: str, data: bytes) -> str:
    """The path of a file that now stands in the folder."""
    (place / name).write_bytes(data)
    return str(place / name)


def paragraphs() -> str:
    """The draft as paragraphs of a docx."""
    return "".join(p(line) for line in DRAFT.split("\n") if line)


@cache
def docx() -> bytes:
    """The draft as a docx."""
    return make_docx(paragraphs())


def run(*words: str) -> None:
    """A command of the program, in a process of its own: typst keeps threads, which no fork survives."""
    subprocess.run([sys.executable, "-m", "gwformat", *words], check=True, capture_output=True)


@cache
def typefaces(*, large: bool) -> list[Path]:
    """The installed fonts that are large, or those that are not."""
    found = (path for path in sorted(_FONTS.rglob("*")) if path.suffix in (".ttf", ".otf", ".ttc"))
    return [path for path in found if (path.stat().st_size > _LARGE) is large]


def with_fonts(place: Path, folder: Path, chance: random.Random) -> Command:
    """A command that reads the fonts in this folder."""
    draft, finished = written(place, "通知.docx", docx()), str(place / "成品.docx")
    asked = [
        ["fonts", "list"],
        ["fonts", "coverage", draft],
        ["fonts", "map", draft, "--to", "open", "-o", finished],
        ["fonts", "embed", draft, "-o", finished],
    ]
    return [*chance.choice(asked), "--font-dir", str(folder)]
