"""A run that has ended comes in; the lines for the terminal go out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.batch.run import Ended
from gwformat.batch.summary import INDEX, counted, told

_SHOWN = 8


def as_text(ended: Ended) -> str:
    """How many files ended how, what was passed over, and where to read more."""
    return "\n".join(_lines(ended))


def _lines(ended: Ended) -> Iterator[str]:
    yield f"共 {ended.plan.total} 份：{told(ended.states)}" if ended.plan.total else "没有找到草稿"
    if found := counted(ended.counts):
        yield f"  {found}"
    collected = ended.plan.collected
    if collected.passed_over:
        most = collected.passed_over.most_common(_SHOWN)
        said = "，".join(f"{suffix or '没有后缀'} {count} 个" for suffix, count in most)
        yield f"不是草稿、没有处理的文件：{said}{'……' if len(collected.passed_over) > _SHOWN else ''}"
    yield from (f"文件夹打不开，没有处理：{folder}" for folder in collected.closed)
    yield from (f"指回已处理的文件夹，没有重复处理：{link}" for link in collected.loops)
    if collected.results:
        said = "，".join(f"{folder} {count} 份" for folder, count in collected.results.items())
        yield f"以前成批处理的成品，没有再处理：{said}；要处理的，加 --results"
    yield f"汇总：{ended.folder / INDEX}"
