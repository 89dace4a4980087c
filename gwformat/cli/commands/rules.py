"""`gwformat rules`: all rules of the checker, or every clause with the rules that cover it, go to stdout."""

from __future__ import annotations

import click

from gwformat.cli import options


@click.command(
    "rules",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.option("--clauses", is_flag=True, help="按条款列：每条由哪些规则检查，不能由程序检查的说明原因。")
@options.style("给人看的文字，或给程序用的 JSON。")
def command(clauses: bool, style: str) -> None:
    """列出全部检查规则。

    \b
    例：
      gwformat rules
      gwformat rules --clauses
      gwformat rules --format json
    """
    from gwformat.report import as_json, rule_pages

    if style == "json":
        value = rule_pages.clauses_as_json() if clauses else rule_pages.rules_as_json()
        click.echo(as_json.dumps(value), nl=False)
        return
    click.echo("\n".join(rule_pages.clause_lines() if clauses else rule_pages.rule_lines()))
