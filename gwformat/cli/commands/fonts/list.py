"""`gwformat fonts list`: font systems come in; what of them is installed here goes to stdout."""

from __future__ import annotations

from pathlib import Path

import click

from gwformat.cli import options
from gwformat.errors import FontMissing


@click.command(
    "list",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.option(
    "--system",
    "systems",
    type=options.SYSTEM,
    multiple=True,
    metavar="字体",
    help="只看这套：party、government、windows、open，或 TOML 文件；可重复。不写时四套都看。",
)
@options.font_folders
@click.option("--strict", is_flag=True, help="有一种字体没有安装时，退出码为 6。")
@options.style("给人看的文字，或给程序用的 JSON。")
def command(systems: tuple[str, ...], font_dirs: tuple[Path, ...], strict: bool, style: str) -> None:
    """看看各套字体在这台计算机上装了哪些；没有的由什么代替；从字体文件里逐字数出各有多少字。

    本单位自己的字体方案写成 TOML 文件，样子见 examples/字体.toml。

    \b
    例：
      gwformat fonts list
      gwformat fonts list --system party --font-dir 字体文件夹
      gwformat fonts list --system 字体.toml --format json
    """
    from gwformat import api
    from gwformat.report import as_json
    from gwformat.report.fonts import listed

    result = api.list_fonts(systems, font_dirs)
    click.echo(as_json.dumps(listed.as_json(result)) if style == "json" else listed.as_text(result), nl=False)
    if strict and (absent := result.absent):
        raise FontMissing(f"没有安装字体：{'、'.join(absent)}", "从哪里合法取得，见 fonts/README.md。")
