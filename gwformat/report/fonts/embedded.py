"""What was embedded in a file comes in, lines for people go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gwformat.api import EmbedResult, FontEmbedded

_KILO = 1024


def as_text(result: EmbedResult) -> str:
    """Each font with its size, those that stayed out with the reason, and how large the file has become."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: EmbedResult) -> Iterator[str]:
    yield f"{result.source} → {result.output}（{_size(result.before)} → {_size(result.after)}）"
    for font in result.embedded:
        yield f"  嵌入“{font.family}”{_how(font)}，{_size(font.size)}；{font.face.path}"
    for family, reason in result.refused:
        yield f"  没有嵌入“{family}”：{reason}"
    for family in result.absent:
        yield f"  没有嵌入“{family}”：这台计算机没有安装"
    for notice in result.notices:
        yield f"提示：{notice}"
    yield "提示：fsType 是厂商在字体里写的，能不能随文件分发还要看字体的许可协议"
    if any(font.subset for font in result.embedded):
        yield "提示：只嵌入了用到的字，收文单位改动文字时新添的字可能显示不出来；要改动的，用 --whole"


def _how(font: FontEmbedded) -> str:
    return ("的粗体" if font.bold else "") + ("（用到的字）" if font.subset else "（整套）")


def _size(size: int) -> str:
    return f"{size / _KILO:.0f} KB" if size < _KILO * _KILO else f"{size / _KILO / _KILO:.1f} MB"
