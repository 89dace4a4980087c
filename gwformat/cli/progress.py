"""Outcomes of a batch come in; a bar with rate and remaining time, or plain lines into a file, go to stderr."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import click

from gwformat.batch import Outcome, State
from gwformat.text.names import shown

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_EVERY = 5.0  # seconds between two plain lines


class Progress:
    """What a batch tells of itself while it runs; each failed file is told at once."""

    def __init__(self) -> None:
        self._started = self._said = time.monotonic()
        self._states: Counter[State] = Counter()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __call__(self, outcome: Outcome | None, total: int) -> None:
        """Hear of one more outcome, or with None that a run of `total` files begins."""
        if outcome is None:
            self._begin(total)
            return
        self._states[outcome.state] += 1
        if outcome.state is State.FAILED:
            self._say(f"未完成：{shown(outcome.name)}：{outcome.message}")
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, advance=1, failed=self._states[State.FAILED])
        else:
            self._plain(total)

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _begin(self, total: int) -> None:
        self._started = self._said = time.monotonic()
        self._states.clear()
        self.close()
        if total and sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task("", total=total, failed=0)

    def _say(self, line: str) -> None:
        if self._bar is not None:
            self._bar.console.print(line, markup=False, highlight=False)
        else:
            click.echo(line, err=True)

    def _plain(self, total: int) -> None:
        done, now = self._states.total(), time.monotonic()
        if now - self._said < _EVERY and done < total:
            return
        self._said = now
        rate = done / max(now - self._started, 1e-6)
        left = f"，约剩 {_duration((total - done) / rate)}" if done < total else ""
        failed = self._states[State.FAILED]
        click.echo(f"{done}/{total} 份，每秒 {rate:.1f} 份{left}，未完成 {failed} 份", err=True)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"每秒 {task.speed:.1f} 份" if task.speed else "")

    return Bar(
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TextColumn("未完成 {task.fields[failed]}"),
        TextColumn("已用"),
        TimeElapsedColumn(),
        TextColumn("约剩"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} 小时 {minutes} 分"
    return f"{minutes} 分 {rest} 秒" if minutes else f"{rest} 秒"
