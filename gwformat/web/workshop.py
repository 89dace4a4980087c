"""Orders come in, one after the other; jobs are done with drafts, and pages of their results are drawn."""

from __future__ import annotations

import shutil
from collections import OrderedDict
from pathlib import Path
from typing import Any

from gwformat.web.asked import Asked
from gwformat.web.jobs import JOBS
from gwformat.web.shown import ShownPages

_REMEMBERED = 12  # results whose pages are kept ready to be drawn


class Gone(Exception):
    """Pages are asked for that are not there (any more)."""


class Workshop:
    """What is kept between two orders: the pages of the last results."""

    def __init__(self) -> None:
        self._shown: OrderedDict[tuple[int, str], ShownPages] = OrderedDict()

    def do(self, number: int, job: str, draft: Path, asked: Asked) -> tuple[dict[str, Any], tuple[Path, ...]]:
        """Do a job with a draft: what the page is told, and the files that were made."""
        folder = draft.parent / job
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        self._shown.pop((number, job), None)
        done = JOBS[job](draft, folder, asked)
        if done.shown is not None:
            self._remember((number, job), done.shown)
        return done.account, done.files

    def pages(self, number: int, job: str) -> dict[str, Any]:
        """The sizes of the pages of a result in mm, none where they cannot be drawn here; what is not seen of them."""
        shown = self._pages(number, job)
        return {"sizes": list(shown.sizes), "note": shown.note}

    def picture(self, number: int, job: str, page: int) -> tuple[bytes, str]:
        """The picture of a page, from 1, and its media type."""
        shown = self._pages(number, job)
        if not 1 <= page <= len(shown.sizes):
            raise Gone(f"没有第 {page} 页")
        return shown.picture(page - 1)

    def forget(self, number: int) -> None:
        """Keep nothing of a draft any more."""
        for known in [known for known in self._shown if known[0] == number]:
            del self._shown[known]

    def _pages(self, number: int, job: str) -> ShownPages:
        try:
            return self._shown[number, job]
        except KeyError:
            raise Gone("各页的样子没有留着") from None

    def _remember(self, which: tuple[int, str], shown: ShownPages) -> None:
        self._shown[which] = shown
        while len(self._shown) > _REMEMBERED:
            self._shown.popitem(last=False)
