"""T634: 本办法自发布之日起施行 and 本办法自2026年7月1日起施行."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_SAID = expression(
    "本(?P<name>办法|规定|条例|细则|规则|方案|意见|通知|规程|章程|制度|措施)自(?P<day>[^，。；自]{2,14}?)"
    "(?:之日)?起(?:施行|实施|执行|生效)"
    "(?:，自(?P<again>[^，。；自]{2,14}?)(?:之日)?起(?:施行|实施|执行|生效|有效))?"
)


@rule(
    "T634",
    name="in-force-twice",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """一份文件自何时起施行，前后一致。

    不合规::

        本办法自印发之日起施行。
        本办法自2026年7月1日起施行，有效期五年。

    合规::

        本办法自2026年7月1日起施行，有效期五年。
        《某某市供水办法》自印发之日起施行。
    """
    said: dict[tuple[int, str], str] = {}
    for hit in context.prose.find(_SAID, ("起施行", "起实施", "起执行", "起生效")):
        text = (hit.piece.element.block.attachment, hit["name"])
        for day in (hit["day"], hit["again"]):
            if day and said.setdefault(text, day) != day:
                yield hit.problem(f"施行的时间一处是“{said[text]}”，一处是“{day}”，请核对")
