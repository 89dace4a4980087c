"""What an exchange or the verification of a received file did comes in; Chinese lines for the terminal go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gwformat.check.gate import code_of
from gwformat.ooxml.leaks import Leak, LeakKind
from gwformat.report.fonts.mapped import DROPPED, in_code

if TYPE_CHECKING:
    from gwformat.api import Exchanged, Verified

_SETTLED = {LeakKind.REVISION: "修订已全部按要求处理", LeakKind.COMMENT: "批注已全部去掉"}
_SHOWN = 3


def done(result: Exchanged) -> str:
    """What was written, what went, and what the sender should still look at."""
    lines = [f"{result.source} → {result.output}", f"清单：{result.manifest}"]
    lines.append(f"共 {result.pages} 页" if result.pages is not None else f"页数不能确定：{result.pages_unknown}")
    lines += [_SETTLED[kind] for kind in _SETTLED if kind in result.settled]
    fonts = list(_fonts(result))
    lines += ["字体", *fonts] if fonts else []
    lines.append(f"去掉看不见的内容 {len(result.removed)} 处" if result.removed else "没有要去掉的内容")
    by_kind: dict[LeakKind, list[Leak]] = {}
    for leak in result.removed:
        by_kind.setdefault(leak.kind, []).append(leak)
    for kind, leaks in by_kind.items():
        lines += _removed(code_of(kind), leaks)
    if result.warned:
        lines.append(f"请留意 {len(result.warned)} 处")
        lines += (f"  {finding.code}  {finding.message}" for finding in result.warned)
    lines.append("文字与原文逐字核对一致")
    return "\n".join(lines)


def _fonts(result: Exchanged) -> Iterator[str]:
    mapped = result.mapped
    yield from (f"  {row.before} → {row.after}  {row.count} 处" for row in mapped.changes)
    yield from (
        f"  {row.before} 不在已知的字体系里，按要素换成 {row.after}（{row.role.value} {row.count} 处）"
        for row in mapped.by_role
    )
    yield from (f"  {row.name} 不在已知的字体系里，没有换  {row.count} 处" for row in mapped.unknown)
    yield from (f"  域代码里的 {in_code(one)}" for one in mapped.in_codes)
    if mapped.dropped:
        yield f"  {DROPPED.format('、'.join(mapped.dropped))}"
    if mapped.kept is not None:
        if mapped.kept.tracked:
            yield f"  为保持断行，微调字距 {len(mapped.kept.tracked)} 处"
        for line in mapped.kept.moved:
            yield f"  断行变了（第 {line.paragraph} 段）：{'／'.join(line.before)} → {'／'.join(line.after)}"


def _removed(code: str, leaks: list[Leak]) -> Iterator[str]:
    said = list(dict.fromkeys(leak.what for leak in leaks))
    yield from (f"  {code}  {what}" for what in said[:_SHOWN])
    if len(said) > _SHOWN:
        yield f"  {code}  ……共 {len(said)} 项"


def verified(result: Verified) -> str:
    """The verdict on a received file, and in what it differs."""
    if result.agrees:
        return (
            f"核对一致：{result.file} 与清单 {result.manifest} 相符，{result.elements} 个要素，由 {result.program} 写出"
        )
    lines = [f"核对不一致：{result.file} 不是清单 {result.manifest} 所说的文件"]
    return "\n".join([*lines, *(f"  {line}" for line in result.disagreements)])
