"""A font file and the number of a face in it come in, the face as fontTools reads it goes out, and no other words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


@contextmanager
def opened(path: Path, index: int = 0, *, lazy: bool | None = True) -> Iterator[TTFont]:
    """The face; what fontTools says of damaged tables, in English and to nobody, is not passed on."""
    import logging

    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    # Given a path, the parser leaves the file of a damaged font open.
    with path.open("rb") as file, TTFont(file, fontNumber=index, lazy=lazy, recalcTimestamp=False) as font:
        yield font
