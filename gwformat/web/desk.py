"""Drafts come in and stay in the folder of this session; jobs are done with them, and their results can be fetched."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from io import BufferedIOBase
from pathlib import Path
from typing import Any

from gwformat.batch.outcomes import Limits
from gwformat.errors import INTERRUPTED, GwError, OutputNotWritable, UsageError, reason_of
from gwformat.values import dataclass
from gwformat.web.asked import OTHER, Asked
from gwformat.web.hand import LIMITS, STOPPED, Hand, NotDone, NotThere
from gwformat.web.jobs import JOBS
from gwformat.web.names import plain
from gwformat.web.wording import on_the_page

_PIECE = 1 << 20  # bytes


@dataclass(slots=True)
class Paper:
    """One draft, the files made of it by their names, and what was told of it last."""

    number: int
    draft: Path
    made: dict[str, Path] = field(default_factory=dict)
    account: dict[str, Any] | None = None
    done: int = 0  # how many jobs were done with it
    waiting: int = 0  # how many are to be done, or are being done
    unwanted: bool = False  # what is to be done with it, or is being done


class Desk:
    """The drafts of one session; one job at a time is done, whoever asks."""

    def __init__(self, folder: Path, limits: Limits = LIMITS) -> None:
        self.folder = folder
        own = re.escape(f"{folder}{os.sep}")
        self._own = re.compile(rf"{own}\d+{re.escape(os.sep)}(?:(?:{'|'.join(JOBS)}){re.escape(os.sep)})?")
        self._papers: dict[int, Paper] = {}
        self._last = 0
        self._hand = Hand(limits)
        self._one_at_a_time = threading.Lock()
        self._glance = threading.Lock()  # held for moments only
        self._at_work: Paper | None = None

    def take(self, name: str, data: BufferedIOBase, length: int) -> Paper:
        """Keep a draft of `length` bytes that the page gives; its name keeps nothing but what is a name."""
        if self._one_at_a_time.acquire(blocking=False):
            self._hand.ready()
            self._one_at_a_time.release()
        with self._glance:
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
        paper = self._papers[number] = Paper(number, draft)
        return paper

    def papers(self) -> list[dict[str, Any]]:
        """All drafts that are here, in the order in which they came."""
        return [
            {"number": paper.number, "name": paper.draft.name, "done": paper.done, "busy": paper.waiting > 0}
            for paper in list(self._papers.values())
        ]

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._at_work is not None

    def account(self, number: int) -> dict[str, Any]:
        """What was told last of a draft; nothing if nothing was done with it yet."""
        return self._paper(number).account or {}

    def do(self, number: int, job: str, asked: Asked) -> dict[str, Any]:
        """Do a job with a draft: the account for the page, with the names of the files it can fetch."""
        if job not in JOBS:
            raise UsageError(f"没有“{job}”这项工作", "重新打开页面再试。")
        paper = self._paper(number)
        told = {"job": job, "name": paper.draft.name, "asked": dict(asked)}
        if OTHER in asked:
            asked = {**asked, OTHER: self._chosen(asked[OTHER]).draft}
        try:
            with self._working_on(paper):
                account, files = self._hand.do("do", number, job, paper.draft, asked)
        except GwError as error:
            error.message, error.advice = (on_the_page(self._in_words(said)) for said in (error.message, error.advice))
            failed = {"message": error.message, "advice": error.advice}
            self._tell(paper, {**told, "failed": failed})
            raise
        paper.made.update((file.name, file) for file in files)
        return self._tell(paper, {**told, "files": [file.name for file in files], **self._in_words(account)})

    def stop(self, number: int) -> None:
        """Do not do what is to be done with a draft, nor go on with what is being done."""
        self._stop(self._paper(number))

    def _stop(self, paper: Paper) -> None:
        with self._glance:
            if paper.waiting:
                paper.unwanted = True
            if self._at_work is paper:
                self._hand.end(STOPPED)

    def file(self, number: int, name: str) -> bytes:
        """A file that was made of a draft."""
        path = self._paper(number).made.get(name)
        try:
            assert path is not None
            return path.read_bytes()
        except (AssertionError, OSError):
            raise NotThere(f"没有“{name}”", "再做一次。") from None

    def pages(self, number: int, job: str) -> dict[str, Any]:
        """The pages of what a job has made of a draft: their sizes, none where they cannot be drawn here."""
        return self._shown("pages", number, job)  # type: ignore[no-any-return]  # what the workshop says

    def picture(self, number: int, job: str, page: int) -> tuple[bytes, str]:
        """The picture of one of these pages, from 1, and its media type."""
        return self._shown("picture", number, job, page)  # type: ignore[no-any-return]  # what the workshop says

    def forget(self, number: int) -> None:
        """Remove a draft and all that was made of it."""
        paper = self._papers.pop(number, None)
        if paper is None:
            return
        self._stop(paper)
        shutil.rmtree(paper.draft.parent, ignore_errors=True)
        if self._one_at_a_time.acquire(blocking=False):
            try:
                self._hand.do("forget", number)
            finally:
                self._one_at_a_time.release()

    def close(self) -> None:
        """Remove everything."""
        with self._glance:
            if self._at_work is not None:
                self._hand.end(STOPPED)
        self._hand.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _shown(self, order: str, number: int, *which: Any) -> Any:
        self._paper(number)
        with self._one_at_a_time:
            return self._hand.do(order, number, *which)

    @contextmanager
    def _working_on(self, paper: Paper) -> Iterator[None]:
        """When it is the turn of the draft; `NotDone` if the user does not want it any more."""
        with self._glance:
            paper.unwanted = paper.unwanted and paper.waiting > 0
            paper.waiting += 1
        try:
            with self._one_at_a_time:
                with self._glance:
                    if paper.unwanted:
                        raise NotDone(STOPPED, "", INTERRUPTED)
                    self._at_work = paper
                try:
                    yield
                finally:
                    with self._glance:
                        self._at_work = None
        finally:
            with self._glance:
                paper.waiting -= 1

    def _tell(self, paper: Paper, account: dict[str, Any]) -> dict[str, Any]:
        paper.account, paper.done = account, paper.done + 1
        return account

    def _paper(self, number: int) -> Paper:
        try:
            return self._papers[number]
        except KeyError:
            raise NotThere("这份草稿已经不在了", "重新拖进来。") from None

    def _chosen(self, number: object) -> Paper:
        if type(number) is not int:
            raise UsageError("没有选另一份文件", "重新打开页面再试。")
        return self._paper(number)

    def _in_words(self, said: Any) -> Any:
        """A text, or the texts in lists and tables, without paths of this folder, which mean nothing to the user."""
        if isinstance(said, str):
            return self._own.sub("", said)
        if isinstance(said, dict):
            return {name: self._in_words(value) for name, value in said.items()}
        return [self._in_words(one) for one in said] if isinstance(said, list) else said


def _write(path: Path, data: BufferedIOBase, length: int) -> None:
    with path.open("xb") as file:
        left = length
        while left:
            piece = data.read(min(left, _PIECE))
            if not piece:
                raise EOFError
            file.write(piece)
            left -= len(piece)
