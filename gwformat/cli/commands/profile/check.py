"""`gwformat profile check`: a unit's own profile comes in; its deviations with clause and reason go to stdout."""

from __future__ import annotations

from pathlib import Path

import click

from gwformat.cli import exit_codes, options


@click.command(
    "check",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("path", type=options.FILE, metavar="FILE.toml")
@options.style("给人看的文字，或给程序用的 JSON。")
def command(path: Path, style: str) -> int:
    """逐项列出本单位的版式与标准不同的地方：标准怎么说、依据哪一条、本单位怎么定、为什么。

    退出码：0 每一处都写了理由，1 有的没有写理由，5 文件有误。

    \b
    例：
      gwformat profile check 版式.toml
      gwformat profile check 版式.toml --format json
    """
    from gwformat import api
    from gwformat.report import as_json, houses

    house = api.read_house(path)
    if style == "json":
        click.echo(as_json.dumps(houses.as_json(house)), nl=False)
    else:
        click.echo("\n".join(houses.lines(house)))
    return exit_codes.FINDINGS if house.unexplained else 0
