"""A finding comes in, the words in which every report says its place and its cure go out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gwformat.errors import GwError
from gwformat.findings import Finding, Fix, Location, Rewording, Safety

_LONGEST_WORDS = 40
_SIGNS = str.maketrans({"\ufffc": None, "\n": "⏎", "\t": "⇥"})  # where a picture or a break stands is no word
_PARTS = {
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "settings": "文档设置",
    "styles": "样式",
}


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be checked."""

    source: Path
    error: GwError


def place(location: Location) -> str:
    """Where it is: “第 2 页第 5 行（第 12 段）”."""
    if not location.part and location.page is None:
        return "全文"
    paragraph = f"第 {location.paragraph} 段" if location.paragraph else ""
    if location.page is not None:
        line = f"第 {location.line} 行" if location.line is not None else ""
        return f"第 {location.page} 页{line}" + (f"（{paragraph}）" if paragraph else "")
    stem = Path(location.part).stem.rstrip("0123456789")
    return "".join(filter(None, (_PARTS.get(stem, ""), paragraph))) or location.part


def words(finding: Finding) -> str:
    """The words at the place, on one line; "" if there are none."""
    line = finding.words.strip().translate(_SIGNS)
    return line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 1] + "…"


def change(finding: Finding) -> str:
    """What was there and what the fix makes of it: “[2026]” → “〔2026〕”; where no words are quoted, the fault."""
    assert finding.fix is not None
    quoted = words(finding) if _rewords(finding.fix) else ""
    return f"{f'“{quoted}”' if quoted else finding.message} → {_made(finding.fix)}"


def figures(finding: Finding) -> str:
    """“应为 16pt，实为 14pt”; "" where nothing was measured."""
    said = (("应为", finding.expected), ("实为", finding.measured))
    return "，".join(f"{label} {value}" for label, value in said if value)


def cure(finding: Finding) -> str:
    """What the fix does; "" if there is none."""
    if finding.fix is None:
        return ""
    said = _made(finding.fix)
    if not _rewords(finding.fix):
        said = f"可改：{said}"
    elif finding.fix.text:
        said = f"改为{said}"
    return said + ("" if finding.fix.safety is Safety.SAFE else "（须人工确认）")


def _rewords(fix: Fix) -> bool:
    return any(isinstance(step, Rewording) for step in fix.steps)


def _made(fix: Fix) -> str:
    """What comes in the place of what was found."""
    if not _rewords(fix):
        return fix.text
    return f"“{fix.text}”" if fix.text else "去掉"
