"""`gwformat web`: a page on this computer for those who do not like command lines."""

from __future__ import annotations

import signal
import webbrowser
from types import FrameType

import click

from gwformat.cli import options


@click.command(
    "web",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="页面的端口；不写时由程序选一个。")
@click.option("--no-browser", is_flag=True, help="不自动打开浏览器，只给出地址。")
def command(port: int, no_browser: bool) -> None:
    """在浏览器里排版、检查、收发、付印、比对：拖进文件，看认出了什么、改了什么、能不能印，逐页看成品的样子，再取走。

    只有本机能打开，不联网。草稿和成品放在临时文件夹里，按“结束”或 Ctrl-C 时全部删去；关了页面、两小时没有再打开的，
    自己结束。

    \b
    例：
      gwformat web
      gwformat web --port 8765 --no-browser
    """
    from gwformat.web import Server

    with Server(port) as server:
        click.echo(server.address)
        click.echo("在浏览器里打开上面的地址；按 Ctrl-C 结束，草稿和成品的副本同时删去。", err=True)
        signal.signal(signal.SIGTERM, _interrupt)
        if not no_browser:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
            if server.was_left_alone:
                click.echo("两小时没有打开的页面，已结束。", err=True)
        except KeyboardInterrupt:
            click.echo("已结束。", err=True)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Ending the process ends the page in the same way as Ctrl-C."""
    raise KeyboardInterrupt
