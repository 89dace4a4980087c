"""Orders come in and are carried out in a process of their own, which can be ended in the middle; answers go out."""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

import psutil

from gwformat.batch.outcomes import INTERNAL, Limits
from gwformat.errors import INTERRUPTED, GwError, InputUnreadable
from gwformat.values import dataclass

LIMITS = Limits(seconds=240)
"""A browser waits five minutes for an answer, and no longer."""
_LOOK = 0.2  # seconds between two looks at a process that works
_PARTING = 5.0  # seconds it may take to end by itself
_MEGABYTE = 1 << 20
STOPPED = "已经停下，没有做完"
"""Why a process was ended that the user wanted to be ended."""


class NotThere(GwError):
    """The page asks for what this session does not have (any more)."""

    exit_code = InputUnreadable.exit_code


class NotDone(GwError):
    """What was ordered was not done; the exit code is that of what stood against it."""

    def __init__(self, message: str, advice: str, exit_code: int) -> None:
        super().__init__(message, advice)
        self.exit_code = exit_code


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an order: a value, or an error as plain words, since not every error can be sent."""

    value: Any = None
    message: str = ""
    advice: str = ""
    exit_code: int = 0
    gone: bool = False


class Hand:
    """One process that carries out orders for a `Workshop`; after it has been ended, the next order gets a new one."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._process: multiprocessing.process.BaseProcess | None = None
        self._link: Connection[Any, Any] | None = None
        self._ended = ""
        self._closed = False
        self._ending = threading.Lock()

    def ready(self) -> None:
        """Let the process begin, so that it has what it needs when the first order comes."""
        if self._process is not None and self._process.is_alive():
            return
        if self._link is not None:
            self._link.close()
        context = multiprocessing.get_context("spawn")
        link, its_link = context.Pipe()
        process = context.Process(target=_work, args=(its_link,), daemon=True)
        with _interrupts_held_back():
            process.start()
        its_link.close()
        self._process, self._link, self._ended = process, link, ""

    def do(self, order: str, *arguments: Any) -> Any:
        """What a method of the workshop returns; `NotDone` or `NotThere` if it fails, or if the process is ended."""
        if self._closed:
            raise NotDone("程序已经结束", "重新执行 gwformat web。", INTERRUPTED)
        self.ready()
        link = self._link
        assert link is not None
        try:
            link.send((order, arguments))
            self._wait(link)
            answer = link.recv()
        except (EOFError, OSError):
            self.end("处理这份文件的进程意外结束")
            if self._ended == STOPPED:
                raise NotDone(STOPPED, "", INTERRUPTED) from None
            raise NotDone(self._ended, "这份文件太大，或者有问题，请在命令行里单独处理。", INTERNAL) from None
        assert isinstance(answer, Answer)
        if answer.gone:
            raise NotThere(answer.message, "再做一次。")
        if answer.message:
            raise NotDone(answer.message, answer.advice, answer.exit_code)
        return answer.value

    def _wait(self, link: Connection[Any, Any]) -> None:
        """Until there is an answer; who takes too long or too much memory is ended."""
        deadline = time.monotonic() + self._limits.seconds
        while not link.poll(_LOOK):
            if time.monotonic() > deadline:
                self.end(f"超过 {self._limits.seconds:g} 秒没有做完")
            elif self._megabytes() > self._limits.megabytes:
                self.end(f"用的内存超过 {self._limits.megabytes:g} MB")

    def _megabytes(self) -> float:
        with suppress(psutil.Error, AttributeError):
            return float(psutil.Process(self._process.pid).memory_info().rss) / _MEGABYTE  # type: ignore[union-attr]
        return 0.0

    def end(self, why: str) -> None:
        """End the process and everything it has started."""
        with self._ending:
            self._ended = self._ended or why
            process = self._process
            if process is None or process.pid is None or not process.is_alive():
                return
            with suppress(psutil.Error):
                for started in psutil.Process(process.pid).children(recursive=True):
                    started.kill()
            process.kill()
            process.join()

    def close(self) -> None:
        """Let the process end by itself; end it if it does not."""
        self._closed = True
        process, link = self._process, self._link
        if process is None or link is None:
            return
        link.close()
        process.join(_PARTING)
        self.end("已经结束")


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Ctrl-C is for this process: what is started meanwhile does not hear of it, not even while it is beginning."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(link: Connection[Any, Any]) -> None:
    """Carry out orders until nobody gives any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held back
    from gwformat.web.workshop import Workshop

    workshop = Workshop()
    with suppress(EOFError, OSError):  # nobody listens any more
        while True:
            order, arguments = link.recv()
            link.send(_answer(workshop, order, arguments))


def _answer(workshop: Any, order: str, arguments: tuple[Any, ...]) -> Answer:
    from gwformat.web.workshop import Gone

    try:
        return Answer(getattr(workshop, order)(*arguments))
    except Gone as gone:
        return Answer(message=str(gone), gone=True)
    except GwError as error:
        return Answer(message=error.message, advice=error.advice, exit_code=error.exit_code)
    except Exception as error:  # a bug met in one draft must not end the page
        advice = "请把能重现问题的草稿报告给我们。"
        return Answer(message=f"程序内部出错（{type(error).__name__}）", advice=advice, exit_code=INTERNAL)
