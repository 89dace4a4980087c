"""A file comes in; what the program reads in it, how it sets it and what it finds go out, to be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gwformat.api import FormatOptions, check_file, format_file, inspect_file
from gwformat.errors import GwError
from gwformat.report.as_json import inspection

ASPECTS = ("认", "排", "查")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was recognised, the lines of each page, both in their order, and the findings with their codes."""

    recognised: tuple[str, ...]
    pages: tuple[str, ...]
    findings: tuple[str, ...]

    def aspect(self, name: str) -> tuple[str, ...]:
        """One of `ASPECTS`."""
        return (self.recognised, self.pages, self.findings)[ASPECTS.index(name)]

    def without(self, telling: frozenset[str]) -> Outcome:
        """The same without what the rules of these codes find."""
        left = (finding for finding in self.findings if finding.split(" ", 1)[0] not in telling)
        return replace(self, findings=tuple(left))


def outcome_of(path: Path, target: Path) -> Outcome:
    """What becomes of a file, with its result written to `target`; what is refused says why."""
    work = (lambda: _recognised(path), lambda: _pages(path, target), lambda: _findings(path))
    return Outcome(*map(_tried, work))


def differences(first: Iterable[str], second: Iterable[str]) -> tuple[list[str], list[str]]:
    """What only the first says, and what only the second."""
    had, has = Counter(first), Counter(second)
    return list((had - has).elements()), list((has - had).elements())


def _tried(work: Callable[[], Iterator[str]]) -> tuple[str, ...]:
    try:
        return tuple(work())
    except GwError as error:
        return (f"退出码 {error.exit_code} {error.message}",)


def _recognised(path: Path) -> Iterator[str]:
    said = inspection(inspect_file(path))
    yield f"{said['kind']} {said['genre']} {said['direction']}"
    for element in said["elements"]:
        yield f"{element['label']}：{element['text']}"


def _pages(path: Path, target: Path) -> Iterator[str]:
    for page in format_file(path, target, FormatOptions(force=True)).pages.pages:
        for line in page.lines:
            yield f"{page.number} {line.role.value} {int(line.x)},{int(line.top)}：{line.text}"


def _findings(path: Path) -> Iterator[str]:
    found = []
    for finding in check_file(path).findings:
        where = finding.location
        place = f"{where.paragraph} {where.start}-{where.end}"
        found.append(f"{finding.code} {place}：{finding.words}｜{finding.message}")
    yield from sorted(found)  # where several stand at no place, their order is that of the parts
