"""`gwformat print`: finished files come in; whether they may be printed is said, or a PDF for the press is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gwformat.cli import exit_codes, options, targets
from gwformat.cli.press import PressAsked, press, press_options
from gwformat.errors import GwError, UsageError

if TYPE_CHECKING:
    from gwformat.api import Preflighted, PreflightOptions
    from gwformat.report.checked.said import Failed

STYLES = ("text", "json", "html")
_PRESS = "写上 --impose、--overprint、--copies、--distribution 或 --proof。"


@click.command(
    "print",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@options.files("文件…")
@options.style_of_file("报告的形式。", STYLES)
@click.option("-o", "--output", type=options.FILE, metavar="FILE", help="报告写进这个文件；付印时是 PDF。")
@press_options
@click.option("--select", multiple=True, metavar="规则", help="只查这些规则：编号、名称或编号的开头，如 P72。")
@click.option("--ignore", multiple=True, metavar="规则", help="不查这些规则；写得更长的优先。")
@click.option(
    "--system",
    type=options.SYSTEM,
    metavar="字体",
    help="只许用这一套字体，同 format；不写时用哪一套都可以，别的软件代用的字体仍会指出。",
)
@click.option("--force", is_flag=True, help="要写的文件已经存在时覆盖它。")
def command(
    sources: tuple[Path, ...],
    style: str | None,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    system: str | None,
    force: bool,
    **asked: Any,
) -> int:
    """付印之前检查 PDF、OFD（无论哪个软件生成的）或 docx，结论只有“可以印制”和“不可印制”两种；也拼版、套打、编份号。

    查纸张、页数、空白页、版记和页码的位置、字体、颜色、图片、版心，没有填写的地方，以及文件里不该有的修订、批注、表单、脚本等。docx
    按本程序排出的页面检查。OFD 还查包的结构、语义标引、附件，以及签名、盖章以后有没有改动，印章有没有效
    （证书是不是可信的机构颁发的不核对）。量不出来的列为“未核实”。

    写了 --impose、--overprint、--copies、--distribution 或 --proof，就不检查，而是写出付印的 PDF：PDF 照原样，草稿和
    docx 先由本程序排版，OFD 不能这样付印。份数很多时中断了，再执行一次同样的命令，从断处接着写。

    用 --select、--ignore 只查一部分的，没有发现问题也不说“可以印制”。

    退出码：0 可以印制，或者所查的没有问题，1 不可印制，3 文件读不了，7 几份文件中有的读不了。

    \b
    例：
      gwformat print 成品.pdf
      gwformat print 成品.ofd
      gwformat print 成品.docx --system government
      gwformat print 成品.pdf --format html -o 报告.html
      gwformat print 成品.docx --impose booklet -o 付印.pdf
      gwformat print 成品.pdf --overprint rest --offset 0.5,-1 -o 套打.pdf
      gwformat print 成品.docx --distribution 发放表.csv -o 付印.pdf --ticket 印制单.docx
      gwformat print 成品.docx --proof -o 校样.pdf
    """
    wanted = PressAsked(**asked)
    if wanted.wanted:
        if style or select or ignore:
            raise UsageError("--format、--select、--ignore 是检查用的，付印时不检查", "分两次执行，先检查，再付印。")
        return press(sources, output, wanted, system, force)
    if wanted != PressAsked():
        raise UsageError("没有写明怎样付印", _PRESS)
    if not sources:
        raise UsageError("没有写明要检查的文件", "例：gwformat print 成品.pdf")
    targets.check_page(output, sources, f"报告以 .txt、.json、.html 结尾；要出付印的 PDF，{_PRESS}", force=force)
    from gwformat import api
    from gwformat.report import printed

    looked_for = api.PreflightOptions(system=system, select=select, ignore=ignore)
    outcomes = [_one(source, looked_for, alone=len(sources) == 1) for source in sources]
    _say(printed.report(options.style_for(style, output, STYLES), outcomes), output)
    results = [outcome for outcome in outcomes if isinstance(outcome, api.Preflighted)]
    if len(results) < len(outcomes):
        return exit_codes.SOME_FAILED
    return exit_codes.FINDINGS if any(result.may_be_printed is False for result in results) else 0


def _one(source: Path, asked: PreflightOptions, *, alone: bool) -> Preflighted | Failed:
    """What is found in one file; where it is one of several, that it cannot be read."""
    from gwformat import api
    from gwformat.report.checked.said import Failed

    try:
        result = api.preflight_file(source, asked)
    except GwError as error:
        if alone:
            raise
        return Failed(source, error)
    for notice in result.notices:
        click.echo(f"提示：{notice}", err=True)
    return result


def _say(report: str, output: Path | None) -> None:
    if output is None:
        click.echo(report, nl=False)
        return
    from gwformat import output as files
    from gwformat.report.checked import plain

    files.write_atomically(output, plain(report))
    targets.say_where("报告", output)
