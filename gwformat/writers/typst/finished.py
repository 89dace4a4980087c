"""A PDF on disk and the number of a page come in; a picture of that page goes out, as it will be printed."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from gwformat.errors import InputUnreadable
from gwformat.writers.typst.compiler import engine, guarded, no_fonts
from gwformat.writers.typst.source import quoted

if TYPE_CHECKING:
    import typst


def picture_of(path: Path, page: int, *, dpi: float) -> bytes:
    """The page, from 1, as PNG; `InputUnreadable` if it cannot be drawn: it is locked or damaged."""
    sheet = f"#set page(width: auto, height: auto, margin: 0pt)\n#image({quoted(f'/{path.name}')}, page: {page})"
    try:
        drawn = guarded(lambda: _compiler(path.parent).compile(sheet.encode(), format="png", ppi=dpi))
    except (engine().TypstError, RuntimeError) as error:
        raise InputUnreadable(f"第 {page} 页画不出来", "用阅读软件打开看。") from error
    assert isinstance(drawn, bytes)
    return drawn


class _Last(threading.local):
    """The last compiler of each thread, which cannot be lent to another; it need not read the same file again."""

    folder: Path | None = None
    compiler: typst.Compiler | None = None


_last = _Last()


def _compiler(folder: Path) -> typst.Compiler:
    if _last.compiler is None or _last.folder != folder:
        _last.compiler = engine().Compiler(root=str(folder), font_paths=no_fonts())
        _last.folder = folder
    return _last.compiler
