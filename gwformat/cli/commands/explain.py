"""`gwformat explain`: the code or name of a rule comes in, what it asks for and why goes to stdout."""

from __future__ import annotations

import click

from gwformat.cli import options


@click.command(
    "explain",
    cls=options.ChineseCommand,
    options_metavar="",
)
@click.argument("code", metavar="规则")
def command(code: str) -> None:
    """说明一条规则：依据的条款、级别、不合规和合规的例子、能不能自动改。

    \b
    例：
      gwformat explain E105
      gwformat explain doc-number-wrong-brackets
    """
    from gwformat.report import rule_pages

    click.echo(rule_pages.explained(code))
