"""`gwformat fonts coverage`: a document comes in; what its fonts lack goes to stdout, a mended docx to `-o`."""

from __future__ import annotations

from pathlib import Path

import click

from gwformat.cli import exit_codes, options
from gwformat.errors import UsageError


@click.command(
    "coverage",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("source", type=options.FILE, metavar="文件")
@options.system
@options.font_folders
@click.option("--fix", is_flag=True, help="给缺的字换上同样式而有这个字的字体，写到 -o；别的都不动。")
@click.option("-o", "--output", type=options.FILE, metavar="FILE.docx", help="改好的 docx 写到哪里。")
@click.option("--force", is_flag=True, help="-o 的文件已经存在时覆盖它。")
@click.option("--strict", is_flag=True, help="文件所用的字体有一种没有安装，就不查，退出码为 6。")
@options.style("给人看的文字，或给程序用的 JSON。")
def command(
    source: Path,
    system: str,
    font_dirs: tuple[Path, ...],
    fix: bool,
    output: Path | None,
    force: bool,
    strict: bool,
    style: str,
) -> int:
    """逐字查一份文件（docx、txt、md）：排它的字体里有没有这个字。正文、表格、文本框、页眉页脚、脚注都查。

    装了的字体读字体文件；没有装的按声明的字汇，并且说明。txt、md 按 --system 的正文字体查。
    人名、地名里的字只换字体，从不换成相像的字。

    退出码：0 不缺字，1 有缺的字或造字，6 有 --strict 而字体没有安装。

    \b
    例：
      gwformat fonts coverage 成品.docx
      gwformat fonts coverage 名单.txt --system party
      gwformat fonts coverage 成品.docx --fix -o 补字.docx
    """
    from gwformat import api
    from gwformat.report import as_json
    from gwformat.report.fonts import covered

    if fix != (output is not None):
        raise UsageError("--fix 和 -o 要一起写", "例：gwformat fonts coverage 成品.docx --fix -o 补字.docx")
    if output is not None:
        done = api.fix_coverage(source, output, system, font_dirs, strict=strict, force=force)
        result = done.left
        said = as_json.dumps(covered.fixed_as_json(done)) if style == "json" else covered.fixed_as_text(done)
    else:
        result = api.check_coverage(source, system, font_dirs, strict=strict)
        said = as_json.dumps(covered.as_json(result)) if style == "json" else covered.as_text(result)
    click.echo(said, nl=False)
    return 0 if result.is_whole else exit_codes.FINDINGS
