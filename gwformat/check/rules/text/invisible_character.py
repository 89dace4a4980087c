"""T571: zero-width and control characters."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_RANGES = (
    (0x00, 0x09),
    (0x0E, 0x20),
    (0x7F, 0xA0),
    (0xAD, 0xAE),
    (0x200B, 0x2010),
    (0x202A, 0x202F),
    (0x2060, 0x2065),
    (0xFEFF, 0xFF00),
)  # control characters, soft hyphen, zero width, directions
_INVISIBLE = expression(f"[{''.join(f'{chr(low)}-{chr(high - 1)}' for low, high in _RANGES)}]+")
_SIGNS = frozenset(chr(code) for low, high in _RANGES for code in range(low, high))
_JOINERS = frozenset("\u200c\u200d")
_NAMES = {"\u00ad": "软连字符", "\u200b": "零宽空格", "\u2060": "零宽连接符", "\ufeff": "字节序标记"}


@rule(
    "T571",
    name="invisible-character",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """文中不留零宽空格、软连字符等看不见的字符。

    它们妨碍检索、断行和校对，多由网页、PDF 复制带来。

    不合规::

        各单位要高度\u200b重视。

    合规::

        各单位要高度重视。

    合规::

        می\u200c\u200cپرسند
    """
    if context.prose.chars.isdisjoint(_SIGNS):
        return
    for hit in context.prose.find(_INVISIBLE, forms=True):
        if not hit.in_chinese and _JOINERS.issuperset(hit.words):
            continue  # letters of Arabic and Indian scripts are joined and parted by them
        code = f"U+{ord(hit.words[0]):04X}"
        yield hit.problem(f"有看不见的字符（{_NAMES.get(hit.words[0], code)}）", "", Safety.SAFE)
