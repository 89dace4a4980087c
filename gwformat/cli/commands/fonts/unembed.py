"""`gwformat fonts unembed`: a docx comes in, the same without embedded fonts is written to `-o`."""

from __future__ import annotations

from pathlib import Path

import click

from gwformat.cli import options


@click.command(
    "unembed",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("source", type=options.FILE, metavar="文件.docx")
@click.option("-o", "--output", type=options.FILE, required=True, metavar="FILE.docx", help="写到哪里。")
@click.option("--force", is_flag=True, help="-o 的文件已经存在时覆盖它。")
def command(source: Path, output: Path, force: bool) -> None:
    """去掉文件里嵌入的字体，文字、版式和字体的名称都不动。

    \b
    例：
      gwformat fonts unembed 外来.docx -o 归档.docx
    """
    from gwformat import api

    families = api.unembed_fonts(source, output, force=force)
    said = f"去掉了嵌入的字体：{'、'.join(families)}" if families else "文件里没有嵌入的字体"
    click.echo(f"{source} → {output}\n  {said}")
