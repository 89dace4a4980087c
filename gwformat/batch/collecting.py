"""Folders, files and patterns come in; the files that can be worked on, each with its path in the tree, go out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path, PurePath

from gwformat.batch.journal import RECORDS, results_in
from gwformat.errors import InputUnreadable, UsageError, is_folder, reason_of
from gwformat.text.names import is_lock
from gwformat.values import dataclass

_WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Collected:
    """Sources by their path in the tree, and what was passed over."""

    sources: dict[str, Path]
    passed_over: Counter[str]  # suffixes of files that are no drafts
    loops: tuple[Path, ...] = ()  # links to a folder that is visited anyway
    closed: tuple[Path, ...] = ()  # folders that cannot be opened
    results: Mapping[Path, int] = field(default_factory=dict)  # how many an earlier batch wrote into a folder


def collect(given: Sequence[str], suffixes: Iterable[str], output: Path, *, results: bool = False) -> Collected:
    """Every draft in `given`, in a fixed order; what lies in `output` is no draft.

    Nor are `results` of an earlier batch, unless they are asked for: by that word, or by the name of their folder.

    `InputUnreadable` if one of them does not exist, or a pattern fits nothing.
    """
    walk = _Walk(frozenset(suffixes), output, results=results)
    found: dict[str, Path] = {}
    several = len(given) > 1
    for one in given:
        for name, path in walk.below(one, several=several):
            found[_free(name, found)] = path
    sources = dict(sorted(found.items()))
    return Collected(sources, walk.passed_over, tuple(walk.loops), tuple(walk.closed), walk.results)


def refuse_output_among(given: Sequence[str], output: Path) -> None:
    """`UsageError` if one of the folders is the output itself: nothing in it would count as a draft."""
    if any(is_folder(Path(one)) and os.path.realpath(one) == os.path.realpath(output) for one in given):
        raise UsageError("草稿的文件夹同时又是成品的文件夹", "成品另写一个文件夹，例：gwformat batch 草稿 -o 成品")


class _Walk:
    """A walk through folders that visits none twice."""

    def __init__(self, suffixes: frozenset[str], output: Path, *, results: bool) -> None:
        self._suffixes = suffixes
        self._takes_results = results
        self._written: dict[Path, Mapping[Path, Path]] = {}
        self._output = Path(os.path.realpath(output))
        self._visited: set[str] = set()
        self._seen: set[str] = set()
        self.passed_over: Counter[str] = Counter()
        self.loops: list[Path] = []
        self.closed: list[Path] = []
        self.results: Counter[Path] = Counter()

    def below(self, given: str, *, several: bool) -> Iterator[tuple[str, Path]]:
        """The drafts a folder, file or pattern names, each with its path in the mirrored tree."""
        path = Path(given)
        if is_folder(path):
            prefix = path.resolve().name if several else ""
            yield from self._folder(path, PurePath(prefix), path)
        elif _is_there(path):
            # A shell may have put it in the place of a pattern.
            yield from self._file(path, PurePath(path.name), path.parent, chosen=not (several and is_lock(path.name)))
        elif _WILD & set(given):
            yield from self._pattern(given)
        else:
            raise InputUnreadable(f"没有“{given}”这个文件或文件夹", "检查路径；名称里有空格的，用引号括起来。")

    def _pattern(self, pattern: str) -> Iterator[tuple[str, Path]]:
        parts = Path(pattern).parts
        wild = next(number for number, part in enumerate(parts) if _WILD & set(part))
        fixed = Path(*parts[:wild])
        fitting = sorted(fixed.glob(str(Path(*parts[wild:]))))
        if not fitting:
            raise InputUnreadable(f"没有文件符合“{pattern}”", "检查路径和通配符；** 表示各级子文件夹。")
        for path in fitting:
            below = path.relative_to(fixed)
            if path.is_dir():
                if "**" not in pattern:
                    yield from self._folder(path, below, fixed)
            else:
                yield from self._file(path, below, fixed)

    def _folder(self, folder: Path, name: PurePath, given: Path) -> Iterator[tuple[str, Path]]:
        try:
            real = folder.resolve()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            self.closed.append(folder)
            return
        if real == self._output or folder.name == RECORDS:
            return
        if str(real) in self._visited:
            self.loops.append(folder)
            return
        self._visited.add(str(real))
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir():
                yield from self._folder(path, name / entry.name, given)
            else:
                yield from self._file(path, name / entry.name, given)

    def _file(self, path: Path, name: PurePath, given: Path, *, chosen: bool = False) -> Iterator[tuple[str, Path]]:
        if (path.name.startswith(".") or is_lock(path.name)) and not chosen:
            return
        written = self._written_below(given, path.parent).get(path)
        if path.suffix.lower() not in self._suffixes and not chosen:
            self.passed_over[path.suffix.lower()] += written is None
            return
        if written is not None:
            self.results[written] += 1
            return
        absolute = os.path.normcase(path.absolute())  # a link to a file is a file of its own
        if absolute not in self._seen:
            self._seen.add(absolute)
            yield name.as_posix(), path

    def _written_below(self, given: Path, folder: Path) -> Mapping[Path, Path]:
        """The results that batches whose folders lie below `given` wrote into this folder, each with that of its batch.

        Those of `given` itself are what the user wants.
        """
        if self._takes_results or folder == given:
            return {}
        known = self._written.get(folder)
        if known is None:
            above = self._written_below(given, folder.parent)
            own = dict.fromkeys(results_in(folder), folder)
            known = self._written[folder] = {**above, **own} if own else above
        return known


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise InputUnreadable(f"“{path}”打不开：{reason_of(error)}", "检查权限。") from error


def _free(name: str, taken: dict[str, Path]) -> str:
    """`name`, or with a number where two of what was given have the same path in the tree."""
    path = PurePath(name)
    number, free = 2, name
    while free in taken:
        free = path.with_name(f"{path.stem}-{number}{path.suffix}").as_posix()
        number += 1
    return free
