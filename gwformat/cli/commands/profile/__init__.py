"""`gwformat profile`: commands about a unit's own profile, each imported when it is called."""

from __future__ import annotations

import click

from gwformat.cli.groups import LazyGroup

COMMANDS = {
    "check": "逐项说明本单位的版式与标准有什么不同、依据和理由。",
}


@click.command(
    cls=LazyGroup,
    package=__name__,
    commands=COMMANDS,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    epilog="每个命令的用法：gwformat profile 命令 --help",
)
def command() -> None:
    """查看本单位自己的版式。写法见 docs/house-rules.md，排版、检查时用 --profile 写明。

    \b
    例：
      gwformat profile check 版式.toml
      gwformat format 草稿.docx -o 成品.docx --profile 版式.toml
    """
