"""T553: words that say something only roughly."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Severity


@rule(
    "T553",
    name="vague-word",
    clause="惯例",
    severity=Severity.INFO,
    from_memory=True,
)
def check(context: Context) -> Iterator[Problem]:
    """公文用语应当准确，少用“大概”“也许”“差不多”一类的词。

    不合规::

        大概需要三个月。

    合规::

        需要三个月左右，对大概率事件要做好预案。
    """
    for hit in context.prose.find_words(context.terms.vague_words):
        if hit.in_main_text and hit.after[:1] not in ("率", "念"):
            yield hit.problem(f"“{hit.words}”含糊，请写明确")
