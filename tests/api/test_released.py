"""A file that was checked is let go of with its result; nothing of it waits for a search for cycles."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from gwformat import api


def test_what_was_checked_is_gone_with_the_result(tmp_path: Path) -> None:
    draft, target = tmp_path / "draft.txt", tmp_path / "made.docx"
    draft.write_text("某某市水务局关于做好防汛工作的通知\n各县（区）水务局：\n请认真落实防汛责任。\n", "utf-8")
    api.format_file(draft, target)
    result = api.check_file(target)
    formatting = weakref.ref(result.context.formatting)
    gc.disable()
    try:
        del result
        assert formatting() is None
    finally:
        gc.enable()
