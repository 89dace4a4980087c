"""`gwformat fonts embed`: a docx comes in, the same with its fonts embedded is written to `-o`."""

from __future__ import annotations

from pathlib import Path

import click

from gwformat.cli import options


@click.command(
    "embed",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("source", type=options.FILE, metavar="文件.docx")
@click.option("-o", "--output", type=options.FILE, required=True, metavar="FILE.docx", help="嵌好的 docx 写到哪里。")
@click.option("--subset/--whole", "subset", default=True, help="只嵌入用到的字（默认），或整套嵌入。")
@click.option("--family", "families", multiple=True, metavar="字体", help="只嵌入这种字体，可重复。")
@options.font_folders
@click.option("--strict", is_flag=True, help="有一种字体没有安装或不许嵌入，就不写文件。")
@click.option("--force", is_flag=True, help="-o 的文件已经存在时覆盖它。")
def command(
    source: Path,
    output: Path,
    subset: bool,
    families: tuple[str, ...],
    font_dirs: tuple[Path, ...],
    strict: bool,
    force: bool,
) -> None:
    """把文件用到的字体嵌进去，没有装这些字体的计算机也照样显示。文字和版式都不动。

    字体文件里写明不许嵌入、只许查看和打印的，不嵌入；不许拆分的，整套嵌入。OTF（PostScript 轮廓）Word 不用，也不嵌入。
    同样的文件和字体，每次写出的都一样。

    退出码：6 字体没有安装，8 字体不许嵌入。

    \b
    例：
      gwformat fonts embed 成品.docx -o 外发.docx
      gwformat fonts embed 成品.docx -o 外发.docx --whole --strict
      gwformat fonts embed 成品.docx -o 外发.docx --family 方正小标宋_GBK --font-dir 字体文件夹
    """
    from gwformat import api
    from gwformat.report.fonts import embedded

    result = api.embed_fonts(source, output, font_dirs, whole=not subset, families=families, strict=strict, force=force)
    click.echo(embedded.as_text(result), nl=False)
