"""What was found before printing comes in, the words of the verdict go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gwformat.findings import Severity

if TYPE_CHECKING:
    from gwformat.api import Preflighted

MAY, MAY_NOT, PART = "可以印制", "不可印制", "只查了一部分"
_VERDICTS = {True: MAY, False: MAY_NOT, None: PART}


def word(result: Preflighted) -> str:
    """The verdict in a word."""
    return _VERDICTS[result.may_be_printed]


def verdict(result: Preflighted) -> str:
    """The verdict and, so that nothing passes unseen, how much was not looked at and not verified."""
    open_points, left = result.checked.count()[Severity.UNVERIFIED], len(result.unasked)
    open_ends = [f"另有 {open_points} 项没有核实，须人工查看"] if open_points else []
    if left:
        open_ends.append(f"查了 {len(result.checked.asked)} 条规则，有 {left} 条没有查，能不能印还不能说")
    return f"{word(result)}（{'；'.join(open_ends)}）" if open_ends else word(result)


def counted(result: Preflighted) -> str:
    """How many pages, and how many findings of each severity."""
    counts = result.checked.count()
    found = "，".join(f"{severity.label} {counts[severity]}" for severity in Severity if counts[severity])
    pages = f"{len(result.file.pages)} 页" if result.file.pages else "打不开"
    return f"{pages}，{found or '没有发现问题'}"
