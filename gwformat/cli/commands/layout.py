"""`gwformat layout`: a draft comes in, where each of its lines stands once it is formatted goes to stdout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gwformat.cli import options


@click.command(
    "layout",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("source", type=options.FILE, metavar="草稿")
@options.style("给人看的页面字样（22 行，每行 28 字），或给程序用的 JSON（单位毫米）。")
@options.recognition
@options.setting
def command(source: Path, style: str, **asked: Any) -> None:
    """看看草稿排好以后每页有哪些行，各在纸上什么位置；不写任何文件。

    \b
    例：
      gwformat layout 草稿.docx
      gwformat layout 草稿.docx --format json
    """
    from gwformat import api

    result = api.lay_out_file(source, options.wanted(**asked))
    if style == "json":
        from gwformat.report import as_json
        from gwformat.writers import pages_json

        click.echo(as_json.dumps(pages_json.to_json(result.pages)), nl=False)
    else:
        from gwformat.writers import grid

        click.echo(grid.pictures(result.pages, result.setting.grid))
    for notice in result.notices:
        click.echo(f"提示：{notice}", err=True)
