"""What was found before printing comes in, the words of the verdict go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gwformat.findings import Severity

if TYPE_CHECKING:
    from gwformat.api import Preflighted

MAY, MAY_NOT = "可以印制", "不可印制"


def verdict(result: Preflighted) -> str:
    """The verdict and, so that nothing passes unseen, how much was not verified."""
    open_points = result.checked.count()[Severity.UNVERIFIED]
    said = MAY if result.may_be_printed else MAY_NOT
    return f"{said}（另有 {open_points} 项没有核实，须人工查看）" if open_points else said


def counted(result: Preflighted) -> str:
    """How many pages, and how many findings of each severity."""
    counts = result.checked.count()
    found = "，".join(f"{severity.label} {counts[severity]}" for severity in Severity if counts[severity])
    pages = f"{len(result.file.pages)} 页" if result.file.pages else "打不开"
    return f"{pages}，{found or '没有发现问题'}"
