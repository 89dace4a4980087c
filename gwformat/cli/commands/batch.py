"""`gwformat batch`: folders of files come in; their results, a journal and a summary stand in the folder after `-o`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gwformat.cli import batch_job, exit_codes, options
from gwformat.errors import UsageError
from gwformat.findings import Severity

if TYPE_CHECKING:
    from gwformat.batch import Job, Wanted

_FORMS = ("pdf", "ofd", "png", "svg", "txt")


@click.command(
    "batch",
    cls=options.ChineseCommand,
    options_metavar="[选项]",
)
@click.argument("sources", type=options.FILE, nargs=-1, metavar="文件夹…")
@click.option("-o", "--output", type=options.FILE, metavar="文件夹", help="成品放在这个文件夹，各级子文件夹照原样。")
@click.option(
    "--do",
    type=click.Choice(batch_job.DOES),
    default="format",
    show_default=True,
    metavar="工作",
    help="做什么：format 排版、check 检查、fonts-map 换字体、exchange 交换、render 出图。",
)
@click.option("--jobs", type=click.IntRange(1, 512), metavar="N", help="同时用几个进程；默认与处理器核数相同。")
@click.option("--resume", is_flag=True, help="接着做上次没有做完的，做完的不再做。")
@click.option("--force", is_flag=True, help="全部重做，已有的文件覆盖。")
@click.option("--results", is_flag=True, help="文件夹下面有以前成批处理的成品的，也当作草稿；不写时不处理。")
@click.option("--watch", is_flag=True, help="一直看着这些文件夹，有新的或改过的就处理，按 Ctrl-C 结束。")
@click.option(
    "--timeout", type=options.Number(1), default=120, show_default=True, metavar="秒", help="一份文件最多用多久。"
)
@click.option(
    "--memory",
    type=click.IntRange(64),
    default=2048,
    show_default=True,
    metavar="MB",
    help="处理一份文件最多用多少内存。",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    metavar="local|dask",
    help="在本机做，或者分到多台机器（需要 gwformat[dask]）。",
)
@click.option("--scheduler", metavar="tcp://…", help="--engine dask 的调度器地址。")
@click.option("--send", is_flag=True, help="--engine dask：各台机器没有共享的文件夹，文件随任务传送。")
@click.option("--pdf", is_flag=True, help="format：同时出 PDF。")
@click.option("--ofd", is_flag=True, help="format：同时出 OFD。")
@click.option(
    "--form",
    type=click.Choice(_FORMS),
    default="pdf",
    show_default=True,
    metavar="|".join(_FORMS),
    help="render：出成什么。",
)
@click.option("--strict-fonts", is_flag=True, help="format、render：字体没有全部安装时不出 PDF、OFD 和图。")
@click.option(
    "--report-format",
    "style",
    type=click.Choice(list(batch_job.STYLES)),
    default="html",
    show_default=True,
    metavar="|".join(batch_job.STYLES),
    help="check：报告的形式。",
)
@click.option("--select", multiple=True, metavar="规则", help="check：只查这些规则。")
@click.option("--ignore", multiple=True, metavar="规则", help="check：不查这些规则。")
@click.option(
    "--fail-on",
    type=click.Choice([one.value for one in (Severity.ERROR, Severity.WARNING, Severity.INFO)]),
    default=Severity.ERROR.value,
    show_default=True,
    metavar="级别",
    help="check：有这一级别或更重的问题时退出码为 1。",
)
@click.option("--org", "directory", type=options.FILE, metavar="FILE.toml", help="check：机构名录。")
@click.option("--to", type=options.SYSTEM, metavar="字体", help="fonts-map、exchange：换成哪一套字体。")
@click.option("--keep-lines/--no-keep-lines", default=True, help="fonts-map、exchange：微调字距，使断行不变（默认）。")
@click.option("--policy", type=options.FILE, metavar="FILE.toml", help="exchange：本单位的规定。")
@click.option("--classified-offline", is_flag=True, help="exchange：声明本机是隔离的涉密计算机。")
@click.option(
    "--revisions",
    type=click.Choice(["keep", "accept", "reject"]),
    metavar="修订",
    help="修订痕迹：keep 保留，accept 接受，reject 拒绝。",
)
@click.option("--comments", type=click.Choice(["keep", "strip"]), metavar="批注", help="批注：keep 保留，strip 去掉。")
@options.supplied
@options.setting
@click.pass_context
def command(context: click.Context, /, sources: tuple[Path, ...], output: Path | None, **asked: Any) -> int:
    """成批处理文件夹里的草稿，包括各级子文件夹；也可以写文件名或通配符（如 "来文/**/*.docx"）。

    一份出错不影响其余各份。没有变化的不再处理；断电、死机以后加 --resume，从停下的地方接着做。
    汇总在成品文件夹的 _gwformat 里：index.html、summary.csv、summary.json，每份的说明在 reports。

    退出码：0 全部完成，1 检查出问题，7 有的没有完成，130 按 Ctrl-C 停下。

    \b
    例：
      gwformat batch 草稿 -o 成品
      gwformat batch 草稿 -o 成品 --meta 本单位.toml --pdf --jobs 4
      gwformat batch 来文 -o 报告 --do check --org 机构.toml
      gwformat batch 成品 -o 发出 --do exchange --to party
      gwformat batch 草稿 -o 成品 --resume
    """
    if not sources:
        raise UsageError("没有写明要处理的文件夹", "例：gwformat batch 草稿 -o 成品")
    if output is None:
        raise UsageError("没有写明成品放在哪里", "用 -o 写一个文件夹，例：gwformat batch 草稿 -o 成品")
    batch_job.refuse_misplaced(context, asked["do"])
    job = batch_job.job_of(asked)
    options.say_shared(options.values_of(asked["values"], asked["meta"]))
    threshold = Severity(asked["fail_on"])
    from gwformat import batch

    wanted = batch.Wanted(
        output,
        asked["jobs"] or os.cpu_count() or 1,
        batch.Limits(asked["timeout"], asked["memory"]),
        resume=asked["resume"],
        force=asked["force"],
        results=asked["results"],
        engine=batch_job.engine_of(asked),
    )
    return _run(job, tuple(map(str, sources)), wanted, threshold, watch=asked["watch"])


def _run(job: Job, sources: tuple[str, ...], wanted: Wanted, threshold: Severity, *, watch: bool) -> int:
    from gwformat import batch
    from gwformat.cli.progress import Progress

    progress = Progress()
    if watch:
        click.echo(f"看着 {'、'.join(sources)}，成品放进 {wanted.output}，按 Ctrl-C 结束。", err=True)
        for ended in batch.watch(job, sources, wanted, progress):
            click.echo(batch.as_text(ended))
        return 0
    try:
        ended = batch.run(job, sources, wanted, progress)
    finally:
        progress.close()
    click.echo(batch.as_text(ended))
    if ended.failed:
        return exit_codes.SOME_FAILED
    grave = any(ended.counts[one.value] for one in Severity if one.rank <= threshold.rank)
    return exit_codes.FINDINGS if grave and job.do == "check" else 0
