"""Drafts come in and stay in the folder of this session; jobs are done with them, and their results can be fetched."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property
from io import BufferedIOBase
from pathlib import Path
from typing import Any

from gwformat import api, drawing
from gwformat.errors import GwError, InputUnreadable, OutputNotWritable, UsageError, reason_of
from gwformat.web.asked import Asked
from gwformat.web.jobs import JOBS
from gwformat.web.names import plain

_PIECE = 1 << 20  # bytes
_REMEMBERED = 8  # results whose pages are kept ready to be drawn
_DPI = 110


class NotThere(GwError):
    """The page asks for what this session does not have (any more)."""

    exit_code = InputUnreadable.exit_code


class _Shown:
    """A formatted draft whose pages are worked out when they are first looked at."""

    def __init__(self, result: api.FormatResult) -> None:
        self._result = result

    @cached_property
    def laid(self) -> api.LaidOut:
        return dataclasses.replace(self._result.laid, pages=self._result.pages)


@dataclass(slots=True)
class Paper:
    """One draft and the files made of it, by their names."""

    number: int
    draft: Path
    made: dict[str, Path] = field(default_factory=dict)

    def in_words(self, said: Any) -> Any:
        """What is said of it without the paths of the session's folder, which mean nothing to the user."""
        own = re.escape(f"{self.draft.parent}{os.sep}")
        return _without(re.compile(f"{own}(?:(?:{'|'.join(JOBS)}){re.escape(os.sep)})?"), said)


def _without(path: re.Pattern[str], said: Any) -> Any:
    """A text, or the texts in lists and tables, without a path."""
    if isinstance(said, str):
        return path.sub("", said)
    if isinstance(said, dict):
        return {name: _without(path, value) for name, value in said.items()}
    return [_without(path, one) for one in said] if isinstance(said, list) else said


class Desk:
    """The drafts of one session; one job at a time is done, whoever asks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._papers: dict[int, Paper] = {}
        self._shown: OrderedDict[int, _Shown] = OrderedDict()
        self._last = 0
        self._one_at_a_time = threading.RLock()

    def take(self, name: str, data: BufferedIOBase, length: int) -> Paper:
        """Keep a draft of `length` bytes that the page gives; its name keeps nothing but what is a name."""
        with self._one_at_a_time:
            self._last += 1
            number = self._last
        folder = self.folder / str(number)
        draft = folder / plain(name)
        try:
            folder.mkdir()
            _write(draft, data, length)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise OutputNotWritable(f"临时文件夹写不进去：{reason_of(error)}", "检查磁盘空间。") from error
        except EOFError:
            shutil.rmtree(folder, ignore_errors=True)
            raise UsageError("文件没有传完", "再传一次。") from None
        with self._one_at_a_time:
            paper = self._papers[number] = Paper(number, draft)
        return paper

    def do(self, number: int, job: str, asked: Asked) -> dict[str, Any]:
        """Do a job with a draft: the account for the page, with the names of the files it can fetch."""
        if job not in JOBS:
            raise UsageError(f"没有“{job}”这项工作", "重新打开页面再试。")
        with self._one_at_a_time:
            paper = self._paper(number)
            folder = paper.draft.parent / job
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            try:
                done = JOBS[job](paper.draft, folder, asked)
            except GwError as error:
                error.message, error.advice = paper.in_words(error.message), paper.in_words(error.advice)
                raise
            paper.made.update((file.name, file) for file in done.files)
            if done.formatted is not None:
                self._remember(number, done.formatted)
            told = paper.in_words(done.account)
            return {"job": job, "name": paper.draft.name, "files": [file.name for file in done.files], **told}

    def file(self, number: int, name: str) -> bytes:
        """A file that was made of a draft."""
        with self._one_at_a_time:
            path = self._paper(number).made.get(name)
            if path is None or not path.is_file():
                raise NotThere(f"没有“{name}”", "再做一次。")
            return path.read_bytes()

    def page_count(self, number: int) -> int:
        """How many pages the draft has as it was formatted last; 0 where pages cannot be drawn here."""
        try:
            drawing.demand("png")
        except GwError:
            return 0
        with self._one_at_a_time:
            return len(self._laid(number).pages.pages)

    def page(self, number: int, page: int) -> bytes:
        """The picture of a page, from 1, as PNG."""
        with self._one_at_a_time:
            laid = self._laid(number)
            if not 1 <= page <= len(laid.pages.pages):
                raise NotThere(f"没有第 {page} 页")
            one = dataclasses.replace(laid.pages, pages=(laid.pages.pages[page - 1],))
            return drawing.draw(one, laid.setting, "png", dpi=_DPI, media=laid.media).files[0]

    def forget(self, number: int) -> None:
        """Remove a draft and all that was made of it."""
        with self._one_at_a_time:
            paper = self._papers.pop(number, None)
            self._shown.pop(number, None)
            if paper is not None:
                shutil.rmtree(paper.draft.parent, ignore_errors=True)

    def close(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _paper(self, number: int) -> Paper:
        try:
            return self._papers[number]
        except KeyError:
            raise NotThere("这份草稿已经不在了", "重新拖进来。") from None

    def _remember(self, number: int, result: api.FormatResult) -> None:
        self._shown[number] = _Shown(result)
        self._shown.move_to_end(number)
        while len(self._shown) > _REMEMBERED:
            self._shown.popitem(last=False)

    def _laid(self, number: int) -> api.LaidOut:
        self._paper(number)
        if number not in self._shown:
            raise NotThere("各页的样子没有留着", "再排一次。")
        return self._shown[number].laid


def _write(path: Path, data: BufferedIOBase, length: int) -> None:
    with path.open("xb") as file:
        left = length
        while left:
            piece = data.read(min(left, _PIECE))
            if not piece:
                raise EOFError
            file.write(piece)
            left -= len(piece)
