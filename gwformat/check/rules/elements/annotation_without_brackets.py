"""E170: annotations that stand without brackets."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.check.blanks import left_open
from gwformat.check.places_of_notes import contact_in_text
from gwformat.findings import Safety, Severity, reworded
from gwformat.model import Role

_OPENS = ("（", "(")
_CLOSES = ("）", ")")


@rule(
    "E170",
    name="annotation-without-brackets",
    clause="GB/T 9704-2012 7.3.6",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """附注应当加圆括号；排在署名以上的联系人、联系电话是正文，不加。

    不合规::

        ［附注］此件公开发布

    合规::

        ［附注］（此件公开发布）

    合规::

        ［附注］联系人：李四，联系电话：0100—12345678
        ［移动］附注 到 正文 之后
    """
    notes = [note for note in context.own(Role.ANNOTATION) if not contact_in_text(context, note)]
    if notes and notes[0].text.lstrip().startswith(_OPENS) and notes[-1].text.rstrip().endswith(_CLOSES):
        return
    for element in notes:
        words = element.text.strip("\ufffc \t\n\u3000\u00a0。")
        if words and not words.startswith(_OPENS) and not words.endswith(_CLOSES) and not left_open(words):
            start = element.text.index(words)
            where = element.span(start, len(element.text.rstrip()))
            right = f"（{words}）"
            yield Problem("附注应加圆括号", where, reworded(where, right, Safety.SAFE), expected=right)
