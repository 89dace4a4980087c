"""`gwformat fonts map`: docx files come in, the same with their fonts in another system stand at `-o`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gwformat.cli import exit_codes, options, targets
from gwformat.errors import GwError


@click.command(
    "map",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@options.files("文件…")
@click.option(
    "--to",
    "system",
    type=options.SYSTEM,
    required=True,
    metavar="字体",
    help="换成哪一套：party 党委、government 政府、windows、open 开源字体，或 TOML 文件。",
)
@click.option("-o", "--output", type=options.FILE, metavar="成品", help="成品 docx；文件不止一份时写文件夹。")
@click.option("--force", is_flag=True, help="成品已经存在时覆盖它。")
@click.option("--keep-lines", is_flag=True, help="断行会变的行，微调西文和数字的字距，使它仍在原处断开；逐处列出。")
@options.font_folders
@click.option("--report", type=options.FILE, metavar="FILE.json", help="把换了哪些、哪些行有变化写进这个文件。")
def command(sources: tuple[Path, ...], output: Path | None, report: Path | None, force: bool, **asked: Any) -> int:
    """把 docx 里的字体名称换成另一套：样式、正文、页眉页脚、脚注、批注、文本框、表格、图表、主题。字号和其余一概不动。

    文件里记下原来的名称，换回去时逐处还原。不认识的字体不动，列出来。

    \b
    例：
      gwformat fonts map 成品.docx --to government -o 政府.docx
      gwformat fonts map 来文.docx --to party --keep-lines -o 党委.docx
      gwformat fonts map 甲.docx 乙.docx --to 字体.toml -o 成品文件夹 --report 报告.json
    """
    pairs = targets.pairs_of(sources, output, "gwformat fonts map 成品.docx --to government -o 政府.docx")
    targets.check_report(report, pairs, force=force)
    rows: list[dict[str, Any]] = []
    failed: list[GwError] = []
    for source, target in pairs:
        try:
            rows.append(_map(source, target, force=force, **asked))
        except GwError as error:
            failed.append(error)
            rows.append(targets.failed(source, error, alone=len(pairs) == 1))
    targets.write_report(report, rows[0] if len(pairs) == 1 else rows)
    if len(pairs) == 1 and failed:
        raise failed[0]
    return exit_codes.SOME_FAILED if failed else 0


def _map(source: Path, target: Path, **asked: Any) -> dict[str, Any]:
    from gwformat import api
    from gwformat.report.fonts import mapped

    result = api.map_fonts_file(source, target, **asked)
    click.echo(mapped.as_text(result))
    return mapped.as_json(result)
