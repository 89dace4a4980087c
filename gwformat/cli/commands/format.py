"""`gwformat format`: drafts come in, formatted docx files stand at `-o`, and what was done goes to stdout."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gwformat.cli import options
from gwformat.errors import GwError, OutputNotWritable, UsageError

if TYPE_CHECKING:
    from gwformat.api import FormatOptions

_SOME_FAILED = 7


@click.command(
    "format",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
    short_help="把草稿排成标准的红头 docx。",
)
@click.argument("sources", type=options.FILE, nargs=-1, metavar="草稿…")
@click.option("-o", "--output", type=options.FILE, metavar="成品", help="成品 docx；草稿不止一份时写文件夹。")
@click.option("--force", is_flag=True, help="成品已经存在时覆盖它。")
@click.option("--pdf", is_flag=True, help="在成品旁边同时写出同名的 PDF。")
@click.option("--strict-fonts", is_flag=True, help="所需字体没有全部安装时不出 PDF，不用别的字体代替。")
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
    """
    if list_passes:
        return _list_passes()
    wanted = options.wanted(**asked)
    pairs = _targets(sources, output)
    _check_report(report, pairs, force=wanted.force)
    return _format_one(*pairs[0], wanted, report) if len(pairs) == 1 else _format_all(pairs, wanted, report)


def _targets(sources: tuple[Path, ...], output: Path | None) -> list[tuple[Path, Path]]:
    """Each draft with the file its result goes to."""
    if not sources:
        raise UsageError("没有写明草稿", "例：gwformat format 草稿.docx -o 成品.docx")
    if output is None:
        raise UsageError("没有写明成品放在哪里", "用 -o 写明，例：gwformat format 草稿.docx -o 成品.docx")
    if len(sources) == 1 and not output.is_dir():
        if output.suffix.lower() != ".docx":
            raise UsageError(f"成品的文件名“{output.name}”应以 .docx 结尾", f"例：-o {output.stem or '成品'}.docx")
        return [(sources[0], output)]
    if output.is_file():
        raise UsageError(f"草稿不止一份，而“{output}”是文件", "-o 后面写一个文件夹。")
    targets = [output / f"{source.stem}.docx" for source in sources]
    for name, count in Counter(target.name.lower() for target in targets).items():
        if count > 1:
            raise UsageError(f"有 {count} 份草稿的成品都会叫“{name}”", "给草稿改名，或者分几次处理。")
    _make_folder(output)
    return list(zip(sources, targets, strict=True))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(f"建不了文件夹“{folder}”", "先建好它的上一级文件夹，并检查权限。") from error


def _check_report(report: Path | None, pairs: list[tuple[Path, Path]], *, force: bool) -> None:
    if report is None:
        return
    from gwformat import output

    for source, target in pairs:
        output.check_target(source, report, force=force)
        if report.resolve() == target.resolve():
            raise UsageError("--report 和 -o 写了同一个文件", "给报告另起一个名字，如 报告.json。")


def _format_one(source: Path, target: Path, wanted: FormatOptions, report: Path | None) -> int:
    from gwformat import api
    from gwformat.report import as_json, as_text

    try:
        result = api.format_file(source, target, wanted)
    except GwError as error:
        _write_report(report, as_json.failed(source, error))
        raise
    _write_report(report, as_json.formatted(result))
    click.echo(as_text.formatted(result))
    return 0


def _format_all(pairs: list[tuple[Path, Path]], wanted: FormatOptions, report: Path | None) -> int:
    from gwformat import api
    from gwformat.cli.program import say_error, say_internal
    from gwformat.report import as_json, as_text

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
    _write_report(report, rows)
    click.echo(f"共 {len(pairs)} 份，完成 {len(pairs) - failures} 份，未完成 {failures} 份。", err=True)
    return _SOME_FAILED if failures else 0


def _write_report(report: Path | None, value: object) -> None:
    if report is None:
        return
    from gwformat import output
    from gwformat.report import as_json

    output.write_atomically(report, as_json.dumps(value).encode())


def _list_passes() -> int:
    from gwformat import api

    for name, summary, default in api.passes():
        click.echo(f"{name}{'' if default else '（默认只提建议）'}：{summary}")
    return 0
