"""L299: words in the header."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.findings import Location, Severity
from gwformat.model import OBJECT

_SHOWN = 20


@rule(
    "L299",
    name="words-in-header",
    clause="惯例",
    severity=Severity.WARNING,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """公文的页眉不排文字和横线；版心之外只有页码。

    不合规::

        ［页眉 文字］某某市人民政府

    合规::

        ［发文字号］某政发〔2026〕5号
    """
    assert context.formatting is not None
    for name, part in context.formatting.headers.items():
        for number in range(1, len(part) + 1):
            text = part.text(number)
            words = text.replace(OBJECT, "").strip()  # a watermark is none of the words
            box = part.box(number) if words else None
            if box is not None and box.behind:
                continue  # a watermark too
            if words and "{PAGE}" not in words:
                yield Problem(f"页眉里有文字“{words[:_SHOWN]}”", Location(name, number, 0, len(text.rstrip())))
