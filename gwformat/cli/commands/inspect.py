"""`gwformat inspect`: a draft comes in, what was recognised in it goes to stdout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gwformat.cli import options


@click.command(
    "inspect",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("source", type=options.FILE, metavar="草稿")
@options.style("给人看的文字，或给程序用的 JSON。")
@options.recognition
def command(source: Path, style: str, **asked: Any) -> None:
    """看看草稿里认出了哪些要素，不写任何文件。

    每行依次是：段号、要素、开头的文字、认定的依据。认错了的，用 --role 指定。

    \b
    例：
      gwformat inspect 草稿.docx
      gwformat inspect 草稿.txt --role 1=标题
      gwformat inspect 草稿.docx --format json
    """
    from gwformat import api

    document = api.inspect_file(source, options.wanted(**asked))
    if style == "json":
        from gwformat.report import as_json

        click.echo(as_json.dumps(as_json.inspection(document)), nl=False)
    else:
        from gwformat.report import as_text

        click.echo(as_text.inspected(document))
