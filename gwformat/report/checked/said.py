"""A finding comes in, the words in which every report says its place and its cure go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from gwformat.errors import GwError
from gwformat.findings import Finding, Fix, Location, Rewording, Safety
from gwformat.values import dataclass

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


def alike(findings: Iterable[Finding]) -> list[Sequence[Finding]]:
    """Findings that say the same of several places, together."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.severity.value, finding.message), []).append(finding)
    return list(groups.values())


def places(findings: Iterable[Finding]) -> list[str]:
    """Where they are, each place once; paragraphs that follow each other as one stretch: “第 8～18 段”."""
    where = list(dict.fromkeys(finding.location for finding in findings))
    found: list[str] = []
    for stretch in _stretches(where):
        first, last = stretch[0], stretch[-1]
        if len(stretch) > 2:
            found.append(place(first).replace(f"第 {first.paragraph} 段", f"第 {first.paragraph}～{last.paragraph} 段"))
        else:
            found += map(place, stretch)
    return list(dict.fromkeys(found))


def _stretches(where: Sequence[Location]) -> Iterator[list[Location]]:
    """Locations of which each is in the paragraph after the one before, on no known page."""
    once = [one for number, one in enumerate(where) if not number or place(one) != place(where[number - 1])]
    stretch = once[:1]
    for before, after in pairwise(once):
        follows = before.paragraph is not None and after.paragraph == before.paragraph + 1
        if not follows or (before.part, before.page, after.page) != (after.part, None, None):
            yield stretch
            stretch = []
        stretch.append(after)
    if stretch:
        yield stretch


def words(finding: Finding) -> str:
    """The words at the place, on one line; "" if there are none."""
    line = finding.words.strip().translate(_SIGNS)
    return line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 1] + "…"


def change(finding: Finding) -> str:
    """What was there and what the fix makes of it: “[2026]” → “〔2026〕”; else the fault and the fix."""
    assert finding.fix is not None
    if sum(isinstance(step, Rewording) for step in finding.fix.steps) > 1:
        return finding.message
    quoted = words(finding) if _rewords(finding.fix) else ""
    return f"{f'“{quoted}”' if quoted else finding.message} → {_made(finding.fix)}"


def figures(finding: Finding) -> str:
    """“应为 16pt，实为 14pt”, without what the message or the cure says already; "" where nothing was measured."""
    cured = finding.fix is not None and _rewords(finding.fix) and finding.fix.text == finding.expected
    said = (("应为", "" if cured else finding.expected), ("实为", finding.measured))
    return "，".join(f"{label} {value}" for label, value in said if value and value not in finding.message)


def cure(finding: Finding) -> str:
    """What the fix does; "" if there is none."""
    if finding.fix is None:
        return ""
    made = _made(finding.fix)
    said = f"改为{made}" if _rewords(finding.fix) and finding.fix.text else f"可改：{made}"
    return said + ("" if finding.fix.safety is Safety.SAFE else "（须人工确认）")


def _rewords(fix: Fix) -> bool:
    return any(isinstance(step, Rewording) for step in fix.steps)


def _made(fix: Fix) -> str:
    """What comes in the place of what was found."""
    if not _rewords(fix):
        return fix.text
    return f"“{fix.text}”" if fix.text else "去掉"
