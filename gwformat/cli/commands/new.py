"""`gwformat new`: the name of a template comes in, a draft with places to fill stands at `-o`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gwformat import metadata
from gwformat.cli import options, targets
from gwformat.cli.help import columns
from gwformat.errors import UsageError

if TYPE_CHECKING:
    from gwformat import api

_EXAMPLE = "gwformat new 通知 -o 通知.docx"


def _names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    from gwformat import api

    return [listed.name for listed in api.templates() if listed.name.startswith(incomplete)]


@click.command(
    "new",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("name", metavar="模板", required=False, shell_complete=_names)
@click.option("-o", "--output", "target", type=options.FILE, metavar="草稿.docx", help="写在哪里。")
@click.option("--list", "listing", is_flag=True, help="列出全部模板，每个一句说明。")
@click.option("--set", "values", multiple=True, metavar="标签=文字", help="填写一处，可重复；优先于 --meta。")
@click.option(
    "--meta", type=options.FILE, metavar="FILE.toml", help='本单位的要素文件；["起草"] 表里写模板各处的文字。'
)
@click.option("--by-hand", is_flag=True, help="表单供手写：没有填的地方空着，不放提示文字。")
@click.option("--force", is_flag=True, help="文件已经存在时覆盖它。")
@options.profiles
@click.option(
    "--system", type=options.SYSTEM, metavar="字体", help="字体方案，同 format；不写时按 --profile，否则 government。"
)
@click.option(
    "--grid",
    type=click.Choice(["national", "practice"]),
    metavar="版心",
    help="national 按 GB/T 33476.2（默认），practice 页边距 37/35 毫米。",
)
def command(
    name: str | None,
    target: Path | None,
    listing: bool,
    values: tuple[str, ...],
    meta: Path | None,
    by_hand: bool,
    force: bool,
    profiles: tuple[Path, ...],
    system: str | None,
    grid: str | None,
) -> None:
    """由模板写出一份草稿：版头、版记和惯用的写法都在，【】里是要填写的内容，在 Word 中点一下就能改。

    表单也在其中：发文稿纸、收文处理笺、印制单等。写好以后用 gwformat format 排版，用 gwformat check 检查。

    \b
    例：
      gwformat new --list
      gwformat new 通知 -o 通知.docx --meta 本单位.toml
      gwformat new 请示 -o 请示.docx --set 发文机关=某某市教育局 --set 事由=增加经费
      gwformat new 发文稿纸 -o 稿纸.docx --by-hand
    """
    from gwformat import api

    if listing:
        click.echo("\n".join(_lines(list(api.templates()))))
        return
    if name is None:
        raise UsageError("没有写明用哪个模板", f"例：{_EXAMPLE}；全部模板见 gwformat new --list。")
    if target is None:
        raise UsageError("没有写明草稿放在哪里", f"用 -o 写明，例：{_EXAMPLE}")
    targets.check_docx(target, "-o")
    drafted = api.new_file(
        name,
        target,
        api.NewOptions(
            words=dict(metadata.labelled(values)),
            unit=metadata.from_file(meta) if meta else {},
            unit_words=metadata.words_from_file(meta) if meta else {},
            profiles=profiles,
            system=system,
            grid=grid,
            by_hand=by_hand,
            force=force,
        ),
    )
    click.echo(f"{drafted.name} → {drafted.output}")
    if drafted.left:
        click.echo(f"  还要填写 {len(drafted.left)} 项：{'、'.join(drafted.left)}")


def _lines(listed: list[api.Listed]) -> Iterator[str]:
    """The templates by group, each with its sentence."""
    width = max(columns(item.name) for item in listed)
    group = ""
    for item in listed:
        if item.group != group:
            group = item.group
            yield f"{group}："
        yield f"  {item.name}{' ' * (width - columns(item.name))}  {item.says}"
