"""`gwformat compare`: an approved file and the printed one come in; every difference between them goes to stdout."""

from __future__ import annotations

from pathlib import Path

import click

from gwformat.cli import exit_codes, options, targets

STYLES = ("text", "json")


@click.command(
    "compare",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("approved", type=options.FILE, metavar="定稿")
@click.argument("printed", type=options.FILE, metavar="清样")
@options.style_of_file("输出给人看的文字，或给程序用的 JSON。", STYLES)
@click.option("-o", "--output", type=options.FILE, metavar="FILE", help="结果写进这个文件。")
@click.option("--force", is_flag=True, help="要写的文件已经存在时覆盖它。")
def command(approved: Path, printed: Path, style: str | None, output: Path | None, force: bool) -> int:
    """逐字比对定稿和清样（docx、PDF、OFD、txt、md），列出每一处不同；都相同的，结论是“一致”。

    换行、换页、空格、页码、页眉页脚不算不同；修订按接受后的文字比对。挪了地方的段落说是移动。两份都是 docx 的，还比对
    各有哪些要素。

    退出码：0 一致，1 不一致，3 文件读不了。

    \b
    例：
      gwformat compare 定稿.docx 清样.pdf
      gwformat compare 定稿.docx 成品.ofd
      gwformat compare 定稿.docx 清样.docx --format json
    """
    from gwformat import api
    from gwformat.report import compared

    targets.check_page(output, (approved, printed), "结果的文件名以 .txt、.json 结尾。", force=force)
    result = api.compare_files(approved, printed)
    as_json = options.style_for(style, output, STYLES) == "json"
    report = compared.json_text(result) if as_json else compared.text(result)
    if output is None:
        click.echo(report)
    else:
        from gwformat import output as files

        files.write_atomically(output, (report + "\n").encode())
        targets.say_where("结果", output)
    return 0 if result.same else exit_codes.FINDINGS
