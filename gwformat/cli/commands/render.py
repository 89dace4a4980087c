"""`gwformat render`: a draft comes in, its formatted pages stand at `-o` as PDF, OFD, PNG, SVG or text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gwformat.cli import options
from gwformat.errors import UsageError

_DPI = 150


@click.command(
    "render",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("source", type=options.FILE, metavar="草稿")
@click.option(
    "-o", "--output", type=options.FILE, required=True, metavar="成品", help="以 .pdf、.ofd、.png、.svg 或 .txt 结尾。"
)
@click.option("--force", is_flag=True, help="成品已经存在时覆盖它。")
@click.option("--dpi", type=float, metavar="N", help=f"PNG 的分辨率；不写时是 {_DPI}。")
@click.option("--pdf-standard", metavar="标准", help="PDF 的标准，如 a-2b（存档）、ua-1（无障碍）。")
@click.option("--strict-fonts", is_flag=True, help="所需字体没有全部安装时不出成品，不用别的字体代替。")
@options.recognition
@options.setting
def command(source: Path, output: Path, dpi: float | None, pdf_standard: str | None, **asked: Any) -> None:
    """把草稿（docx、txt、md）按 GB/T 9704-2012 排好，直接出 PDF、OFD、每页一幅的 PNG 或 SVG，或者文字版。

    各行的位置与 gwformat format 写出的 docx 一致。没有安装的字体用相近的代替，并且说明。OFD（GB/T 33190-2016）嵌入
    所用的字体，带大纲和公文要素的标引。

    \b
    例：
      gwformat render 草稿.docx -o 成品.pdf
      gwformat render 草稿.docx -o 存档.pdf --pdf-standard a-2b --strict-fonts
      gwformat render 草稿.docx -o 样张.png --dpi 300
      gwformat render 草稿.docx -o 成品.ofd
    """
    if pdf_standard is not None and output.suffix.lower() != ".pdf":
        raise UsageError("--pdf-standard 只用于 PDF", "成品的文件名以 .pdf 结尾。")
    if dpi is not None and output.suffix.lower() != ".png":
        raise UsageError("--dpi 只用于 PNG", "别的成品没有分辨率，去掉 --dpi，或者成品的文件名以 .png 结尾。")
    from gwformat import api

    result = api.render_file(
        source, output, options.wanted(**asked), dpi=_DPI if dpi is None else dpi, pdf_standard=pdf_standard
    )
    pages = len(result.pages.pages)
    names = "、".join(str(file) for file in (*result.files[:1], *result.files[1:][-1:]))
    click.echo(f"{names}：{pages} 页" if len(result.files) < 3 else f"{names.replace('、', ' … ')}：{pages} 页")
    for notice in result.notices:
        click.echo(f"提示：{notice}", err=True)
