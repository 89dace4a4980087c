"""`gwformat format`: drafts come in, formatted docx files stand at `-o`, and what was done goes to stdout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gwformat.cli import exit_codes, options, targets
from gwformat.errors import GwError

if TYPE_CHECKING:
    from gwformat.api import FormatOptions


@click.command(
    "format",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@options.files("草稿…")
@click.option("-o", "--output", type=options.FILE, metavar="成品", help="成品 docx；草稿不止一份时写文件夹。")
@click.option("--force", is_flag=True, help="成品已经存在时覆盖它。")
@click.option("--pdf", is_flag=True, help="在成品旁边同时写出同名的 PDF。")
@click.option("--ofd", is_flag=True, help="在成品旁边同时写出同名的 OFD（GB/T 33190-2016 版式文件）。")
@click.option("--strict-fonts", is_flag=True, help="所需字体没有全部安装时不出 PDF、OFD，不用别的字体代替。")
@click.option("--report", type=options.FILE, metavar="FILE.json", help="把全部改动和核对结果写进这个文件。")
@options.recognition
@options.setting
@click.option(
    "--revisions",
    type=click.Choice(["keep", "accept", "reject"]),
    default="keep",
    show_default=True,
    metavar="修订",
    help="修订痕迹：keep 保留，accept 全部接受，reject 全部拒绝。",
)
@click.option(
    "--comments",
    type=click.Choice(["keep", "strip"]),
    default="keep",
    show_default=True,
    metavar="批注",
    help="批注：keep 保留，strip 去掉。",
)
@click.option("--no-pass", "disabled", multiple=True, metavar="名称", help="不做某项整理，可重复。")
@click.option("--pass", "enabled", multiple=True, metavar="名称", help="加做某项默认只提建议的整理，可重复。")
@click.option("--list-passes", is_flag=True, is_eager=True, help="列出各项整理的名称后退出。")
def command(
    sources: tuple[Path, ...], output: Path | None, report: Path | None, list_passes: bool, **asked: Any
) -> int:
    """把草稿（docx、txt、md）排成符合 GB/T 9704-2012 的红头 docx。草稿本身不会被改动。

    成品写出后与草稿逐字核对，对不上就不写。草稿不止一份时，-o 写文件夹，一份出错不影响其他各份。

    \b
    例：
      gwformat format 草稿.docx -o 成品.docx
      gwformat format 草稿.txt -o 成品.docx --set 发文字号=某政发〔2026〕5号
      gwformat format 通知.docx 请示.md -o 成品文件夹 --meta 本单位.toml --pdf
      gwformat format 草稿.docx -o 成品.docx --ofd
    """
    if list_passes:
        return _list_passes()
    wanted = options.wanted(**asked)
    pairs = targets.pairs_of(sources, output, "gwformat format 草稿.docx -o 成品.docx", "草稿")
    targets.check_report(report, pairs, force=wanted.force)
    return _format_one(*pairs[0], wanted, report) if len(pairs) == 1 else _format_all(pairs, wanted, report)


def _format_one(source: Path, target: Path, wanted: FormatOptions, report: Path | None) -> int:
    from gwformat import api
    from gwformat.report import as_json, as_text

    try:
        result = api.format_file(source, target, wanted)
    except GwError as error:
        targets.write_report(report, as_json.failed(source, error))
        raise
    click.echo(as_text.formatted(result))
    targets.write_report(report, as_json.formatted(result))
    return 0


def _format_all(pairs: list[tuple[Path, Path]], wanted: FormatOptions, report: Path | None) -> int:
    from gwformat import api
    from gwformat.cli.program import say_error, say_internal
    from gwformat.report import as_json, as_text

    options.say_shared(wanted.values)
    rows: list[dict[str, Any]] = []
    failures = 0
    for number, (source, target) in enumerate(pairs, 1):
        click.echo(f"（{number}/{len(pairs)}）{source}", err=True)
        try:
            result = api.format_file(source, target, wanted)
        except GwError as error:
            say_error(error)
            rows.append(as_json.failed(source, error))
        except Exception as error:  # a bug met in one file must not stop the others
            say_internal(error)
            rows.append(as_json.failed(source, GwError("程序内部出错")))
        else:
            rows.append(as_json.formatted(result))
            click.echo(as_text.formatted(result) + "\n")
            continue
        failures += 1
    targets.write_report(report, rows)
    click.echo(f"共 {len(pairs)} 份：完成 {len(pairs) - failures} 份，未完成 {failures} 份", err=True)
    return exit_codes.SOME_FAILED if failures else 0


def _list_passes() -> int:
    from gwformat import api

    for name, summary, default in api.passes():
        click.echo(f"{name}{'' if default else '（默认只提建议）'}：{summary}")
    return 0
