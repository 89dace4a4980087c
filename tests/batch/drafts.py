"""Folders of small drafts for the tests of batches."""

from __future__ import annotations

from pathlib import Path

DRAFT = """某某市某某局文件

关于做好第{number}项工作的通知

各县（市、区）某某局：
　　请各单位于2026年{month}月15日前报送第{number}项工作情况。

某某市某某局
2026年{month}月1日
"""


def drafts(folder: Path, count: int) -> Path:
    """`count` drafts in folders of three below `folder`."""
    for number in range(count):
        path = folder / f"第{number // 3}批" / f"通知{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DRAFT.format(number=number, month=number % 12 + 1), encoding="utf-8")
    return folder


def results(folder: Path) -> dict[str, bytes]:
    """Everything that was made below `folder`, without the journal and the summary."""
    records = folder / "_gwformat"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent != records
    }
