"""`gwformat exchange`: a docx comes in; what may leave the house stands at `-o` with a manifest, or it says why not."""

from __future__ import annotations

from pathlib import Path

import click

from gwformat.cli import options, targets
from gwformat.errors import UsageError

_DISAGREES = 1


@click.command(
    "exchange",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("source", type=options.FILE, metavar="文件.docx")
@click.option(
    "--to",
    "system",
    type=options.SYSTEM,
    metavar="字体",
    help="对方的字体方案：party 党委、government 政府，或 TOML 文件。",
)
@click.option("-o", "--output", type=options.FILE, metavar="成品.docx", help="成品；清单写在旁边的“成品.docx.json”。")
@click.option(
    "--revisions",
    type=click.Choice(["accept", "reject"]),
    metavar="accept|reject",
    help="修订痕迹：accept 全部接受，reject 全部拒绝；不写明的，有修订就不交换。",
)
@click.option("--comments", type=click.Choice(["strip"]), metavar="strip", help="去掉批注；不写明的，有批注就不交换。")
@click.option("--keep-lines/--no-keep-lines", default=True, help="换字体以后微调西文和数字的字距，使断行不变（默认）。")
@options.font_folders
@click.option("--policy", type=options.FILE, metavar="FILE.toml", help="本单位的规定：哪些拒绝，哪些去掉，哪些放行。")
@click.option("--classified-offline", is_flag=True, help="声明本机是隔离的涉密计算机，允许处理标有密级的文件。")
@click.option("--force", is_flag=True, help="成品和清单已经存在时覆盖。")
@click.option("--verify", is_flag=True, help="收到文件以后：与旁边的清单核对。")
@click.option("--manifest", type=options.FILE, metavar="FILE.json", help="核对时，清单不在文件旁边的，写明在哪里。")
def command(
    source: Path,
    system: str | None,
    output: Path | None,
    revisions: str | None,
    comments: str | None,
    keep_lines: bool,
    font_dirs: tuple[Path, ...],
    policy: Path | None,
    classified_offline: bool,
    force: bool,
    verify: bool,
    manifest: Path | None,
) -> int:
    """把 docx 变成可以发给外单位的文件：看得见的文字一字不动，看不见的内容去掉并逐项列出，旁边写一份清单。

    作者、修改时间、编辑痕迹、隐藏文字、嵌入的文件、内网链接、图片的拍摄信息等约四十类，哪些去掉、哪些拒绝，
    可用 --policy 另行规定。标有密级的文件一律拒绝。清单里只有校验值，没有人名和文字。

    退出码：0 完成或核对一致，1 核对不一致，3 文件读不了，8 有不能发出的内容，没有写出。

    \b
    例：
      gwformat exchange 通知.docx --to party -o 发出.docx
      gwformat exchange 通知.docx --to party -o 发出.docx --revisions accept --comments strip
      gwformat exchange 收到.docx --verify
    """
    if verify:
        if output is not None or system is not None:
            raise UsageError("--verify 只核对，不写文件，不用 --to 和 -o", "例：gwformat exchange 收到.docx --verify")
        return _verify(source, manifest)
    if manifest is not None:
        raise UsageError("--manifest 是核对时用的", "和 --verify 一起用。")
    if system is None:
        raise UsageError("没有写明发给哪一方", "用 --to 写明，例：--to party（党委系统）或 --to government（政府系统）")
    if output is None:
        raise UsageError("没有写明成品放在哪里", "例：gwformat exchange 通知.docx --to party -o 发出.docx")
    targets.check_docx(output, "-o")
    from gwformat import api
    from gwformat.report import exchange

    asked = api.ExchangeOptions(system, revisions, comments, policy, keep_lines, classified_offline, force, font_dirs)
    click.echo(exchange.done(api.exchange_file(source, output, asked)))
    return 0


def _verify(source: Path, manifest: Path | None) -> int:
    from gwformat import api
    from gwformat.report import exchange

    verified = api.verify_file(source, manifest)
    click.echo(exchange.verified(verified))
    return 0 if verified.agrees else _DISAGREES
