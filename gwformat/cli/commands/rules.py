"""`gwformat rules`: rules of the checker, or every clause with the rules that cover it, go to stdout."""

from __future__ import annotations

import click

from gwformat.cli import options
from gwformat.errors import UsageError


@click.command(
    "rules",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("word", metavar="[编号|词]", default="")
@click.option("--clauses", is_flag=True, help="按条款列：每条由哪些规则检查，不能由程序检查的说明原因。")
@options.style("给人看的文字，或给程序用的 JSON。")
def command(word: str, clauses: bool, style: str) -> None:
    """列出检查规则：全部的，编号这样开头的，或者说到一个词的。

    \b
    例：
      gwformat rules
      gwformat rules E1
      gwformat rules 六角括号
      gwformat rules --clauses
      gwformat rules --format json
    """
    from gwformat.report import as_json, rule_pages

    if clauses and word:
        raise UsageError("--clauses 列出全部条款，不能只列一部分", f"例：gwformat rules {word}")
    if style == "json":
        value = rule_pages.clauses_as_json() if clauses else rule_pages.rules_as_json(rule_pages.rules_about(word))
        click.echo(as_json.dumps(value), nl=False)
        return
    lines = rule_pages.clause_lines() if clauses else rule_pages.rule_lines(rule_pages.rules_about(word))
    click.echo("\n".join(lines))
