"""Options several commands share: what click parsed comes in, values of the model and the API go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from gwformat import metadata
from gwformat.cli.help import ChineseContext
from gwformat.errors import UsageError
from gwformat.model import Kind, Role

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

# Whether a file exists is not click's question: an unreadable input is exit code 3, not a usage error.
FILE = click.Path(path_type=Path)


class ChineseCommand(click.Command):
    """A command whose help page is set for Chinese."""

    context_class = ChineseContext


def recognition(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what the draft does not, or what was recognised wrongly."""
    options: tuple[Decorator, ...] = (
        click.option(
            "--kind",
            type=click.Choice(["auto", *(kind.value for kind in Kind)]),
            default="auto",
            show_default=True,
            metavar="类别",
            help="公文格式：general 文件、letter 信函、order 命令、minutes 纪要、telegram 电报；auto 由内容判断。",
        ),
        click.option("--set", "values", multiple=True, metavar="要素=文字", help="写明一个要素，可重复；优先于草稿。"),
        click.option("--meta", type=FILE, metavar="FILE.toml", help="从文件读取各要素；--set 优先于文件。"),
        click.option("--role", "pins", multiple=True, metavar="N=要素", help="指定第 N 段是什么要素，可重复。"),
    )
    for option in reversed(options):
        command = option(command)
    return command


def kind_of(name: str) -> Kind | None:
    """The kind the user names, or None for `auto`."""
    return None if name == "auto" else Kind(name)


def values_of(arguments: Iterable[str], meta: Path | None) -> metadata.Values:
    """What `--meta` and `--set` supply together; `--set` wins."""
    from_arguments = metadata.from_arguments(arguments)
    return {**(metadata.from_file(meta) if meta else {}), **from_arguments}


def pins_of(arguments: Iterable[str]) -> dict[int, Role]:
    """The roles the user gives to paragraphs, by number."""
    pins: dict[int, Role] = {}
    for argument in arguments:
        number, equals, label = argument.partition("=")
        if not equals or not number.strip().isdecimal():
            raise UsageError(
                f"--role 的内容“{argument}”不完整", "写成“段号=要素”，如 --role 3=标题；段号见 gwformat inspect。"
            )
        role = metadata.role_named(label.strip())
        if role is None:
            raise UsageError(f"--role 不认识要素“{label.strip()}”", f"可用的要素：{metadata.terms(Role)}。")
        pins[int(number)] = role
    return pins
