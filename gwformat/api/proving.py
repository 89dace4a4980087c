"""A package and a docx made from it come in; an error goes out if they do not hold the same."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.errors import Refused
from gwformat.ledger import Edits, ObjectKind, check_amended
from gwformat.ooxml.package import Package

_SHOWN_PROBLEMS = 5


def prove(package: Package, data: bytes, edits: Edits | None = None, *, comments: bool = False) -> None:
    """`Refused` if the docx `data` holds anything otherwise than `package`, but for `edits` and new `comments`."""
    added = ObjectKind.COMMENT if comments else None
    if problems := check_amended(package.as_said.parts, data, edits or {}, added):
        raise unproven(problems)


def unproven(problems: Sequence[str]) -> Refused:
    """The error for a result that does not agree with its source."""
    return Refused(
        f"成品与草稿核对不上，没有写出：{'；'.join(problems[:_SHOWN_PROBLEMS])}",
        "草稿没有被改动。先用 Word 或 WPS 打开草稿，另存为 docx 再试；仍然这样，是程序的缺陷，"
        "请把草稿（去掉涉密内容）和命令报告给我们。",
    )
