"""`gwformat fonts`: commands about fonts, each imported when it is called."""

from __future__ import annotations

import click

from gwformat.cli.groups import LazyGroup

COMMANDS = {
    "list": "各套字体装了哪些，各有多少字，能不能嵌入。",
    "coverage": "一份文件里哪些字是字体没有的。",
    "map": "把 docx 里的字体换成另一套，其余不动。",
    "embed": "把所用的字体嵌入 docx。",
    "unembed": "去掉 docx 里嵌入的字体。",
}


@click.command(
    cls=LazyGroup,
    package=__name__,
    commands=COMMANDS,
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
    epilog="每个命令的用法：gwformat fonts 命令 --help",
)
def command() -> None:
    """查看公文所用的字体，查缺字，换一套字体，嵌入字体。

    \b
    例：
      gwformat fonts list --system party
      gwformat fonts coverage 成品.docx
      gwformat fonts map 成品.docx --to government -o 政府.docx
      gwformat fonts embed 成品.docx -o 外发.docx
    """
