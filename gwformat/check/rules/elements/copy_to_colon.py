"""E172: the colon after 抄送."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_LEAD = expression(r"[\s\ufffc]*(?P<word>抄\s*送|主\s*送)(?P<colon>\s*[:∶︰：]\s*|\s*)")

_LETTERS = 2


@rule(
    "E172",
    name="copy-to-colon",
    clause="GB/T 9704-2012 7.4.2",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """“抄送”二字后加全角冒号，再标抄送机关名称。

    不合规::

        ［抄送机关］抄送:市委各部门，市人大常委会办公室。

    不合规::

        ［抄送机关］抄送市委各部门，市人大常委会办公室。

    不合规::

        ［抄送机关］抄　送：市委各部门，市人大常委会办公室。

    合规::

        ［抄送机关］抄送：市委各部门，市人大常委会办公室。
    """
    for element in [e for e in context.own(Role.ADDRESSEE, Role.COPY_TO) if e.block.in_imprint]:
        found = _LEAD.match(element.text)
        if found and len(found["word"]) > _LETTERS:
            where = element.at(found, "word")
            right = "".join(found["word"].split())
            fix = reworded(where, right, Safety.SAFE)
            yield Problem(f"“{right}”二字之间不空格", where, fix, severity=Severity.WARNING)
        if found and found["colon"].rstrip() != "：":
            where = element.at(found, "colon")
            yield Problem(f"“{found['word']}”后应为全角冒号", where, reworded(where, "：", Safety.SAFE), expected="：")
