"""What a batch does with each file: a job, a file and the place of its result come in; what was written goes out."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import Any

from gwformat import __version__, api, output, readers
from gwformat.errors import GwError, is_file, reason_of
from gwformat.findings import Severity
from gwformat.values import dataclass

_OF_DRAFTS = ("format", "check", "render")  # the others take what is a docx already
_PACKAGES = frozenset((".docx", ".docm", ".dotx", ".dotm"))

Options = Any
"""What the job's function in `gwformat.api` takes besides paths."""


@dataclass(frozen=True, slots=True)
class Job:
    """One kind of work with its options; everything in it can be sent to another process or machine."""

    do: str
    suffix: str  # of the results
    options: Options
    more: Mapping[str, Any] = field(default_factory=dict)  # what is asked beside the options

    @property
    def suffixes(self) -> frozenset[str]:
        """The suffixes of the files it can work on."""
        words = frozenset(suffix for suffix in readers.READERS if suffix)
        return words if self.do in _OF_DRAFTS else words & _PACKAGES

    @property
    def fingerprint(self) -> str:
        """The same for the same program and options; a file among the options counts by what is in it."""
        said = json.dumps([__version__, self.do, self.suffix, _plain(self.options), _plain(self.more)], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Made:
    """What was written for one file, and what there is to know of it."""

    files: tuple[Path, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    report: str = ""  # for people; "" where the result is a report itself


def perform(job: Job, source: Path, target: Path, *, force: bool) -> Made:
    """Do the job with one file; raises what the function of `gwformat.api` raises."""
    return JOBS[job.do](job, source, target, force)


def prepare(job: Job) -> None:
    """Import what the job needs, so that its first file takes no longer than others."""
    getattr(api, _FUNCTIONS[job.do])


def _format(job: Job, source: Path, target: Path, force: bool) -> Made:
    from gwformat.report import as_text

    result = api.format_file(source, target, dataclasses.replace(job.options, force=force))
    counts = {"changes": len(result.changes), "missing": len(result.missing)}
    return Made(result.files, counts, as_text.formatted(result) + "\n")


def _check(job: Job, source: Path, target: Path, force: bool) -> Made:
    from gwformat.report import checked

    result = api.check_file(source, job.options)
    parts = checked.parts(job.more["style"], [result], Severity(job.more["fail_on"]))
    output.check_target(source, target, force=force)
    output.write_atomically(target, map(checked.plain, parts))
    counts = Counter(finding.severity.value for finding in result.findings if not finding.waived)
    return Made((target,), counts)


def _map_fonts(job: Job, source: Path, target: Path, force: bool) -> Made:
    from gwformat.report.fonts import mapped

    result = api.map_fonts_file(source, target, **job.options, force=force)
    return Made((target,), {}, mapped.as_text(result) + "\n")


def _exchange(job: Job, source: Path, target: Path, force: bool) -> Made:
    from gwformat.report import exchange

    result = api.exchange_file(source, target, dataclasses.replace(job.options, force=force))
    return Made((result.output, result.manifest), {"changes": len(result.removed)}, exchange.done(result) + "\n")


def _render(job: Job, source: Path, target: Path, force: bool) -> Made:
    result = api.render_file(source, target, dataclasses.replace(job.options, force=force), **job.more)
    return Made(result.files, {"pages": len(result.pages.pages)}, "".join(f"提示：{one}\n" for one in result.notices))


JOBS: Mapping[str, Callable[[Job, Path, Path, bool], Made]] = {
    "format": _format,
    "check": _check,
    "fonts-map": _map_fonts,
    "exchange": _exchange,
    "render": _render,
}


_FUNCTIONS = {
    "format": "format_file",
    "check": "check_file",
    "fonts-map": "map_fonts_file",
    "exchange": "exchange_file",
    "render": "render_file",
}


def _plain(value: Any) -> Any:
    """The value as JSON has it, the same in every process."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return sorted((str(_plain(key)), _plain(one)) for key, one in value.items())
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(str(_plain(one)) for one in value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Path) or (isinstance(value, str) and value.endswith(".toml")):
        return [str(value), _digest(Path(value))]
    return value


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if is_file(path) else ""
    except OSError as error:
        raise GwError(f"“{path}”读不了：{reason_of(error)}") from error
