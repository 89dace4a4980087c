"""Names of commands with their lines of help come in, a click group that imports each when it is called goes out."""

from __future__ import annotations

import errno
import importlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from gwformat.cli.help import ChineseContext
from gwformat.text.names import meant


class UnknownCommand(click.UsageError):
    """The first argument is the name of no command."""


class ReaderGone(Exception):
    """Who read the output has closed it; click itself would leave with 1, which says that something was found."""


@contextmanager
def _readers_watched() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Windows says EINVAL where the program at the other end of a pipe has ended, `more` for one.
        as_windows = sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None
        if error.errno != errno.EPIPE and not as_windows:
            raise
        raise ReaderGone from error


class LazyGroup(click.Group):
    """A click group whose command `x-y` is `command` of the module `x_y` in `package`."""

    context_class = ChineseContext

    def __init__(self, *args: Any, package: str, commands: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self._package = package
        self._lines = commands

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """The context of one call; what the help says is written meanwhile."""
        with _readers_watched():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """What the command returns; `ReaderGone` where nobody reads what it says any more."""
        with _readers_watched():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help."""
        return list(self._lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, imported now."""
        if cmd_name not in self._lines:
            return None
        command = importlib.import_module(f"{self._package}.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first argument; for one that is not there, the name most like it."""
        name = args[0]
        if name in self._lines or name.startswith("-"):
            return super().resolve_command(ctx, args)
        raise UnknownCommand(f"没有命令 {name}。{meant(name, self._lines)}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("命令"):
            formatter.write_dl(list(self._lines.items()))
