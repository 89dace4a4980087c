"""T574: signs of other scripts in the place of Chinese ones."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.text.lookalikes import LOOKING_ALIKE, look_alikes
from gwformat.text.punctuation import ranges

_ZEROS = "○◯ＯO"  # read by the rule on years


@rule(
    "T574",
    name="look-alike-sign",
    clause="惯例",
    severity=Severity.WARNING,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """标点用规范的字符，不用形近的符号。

    不合规::

        根据某政发﹝2026﹞5号文件，现将有关事项通知如下∶

    不合规::

        要落实〝三个一〞制度。

    合规::

        根据某政发〔2026〕5号文件，现将有关事项通知如下：
    """
    prose = context.prose
    if prose.chars.isdisjoint(LOOKING_ALIKE):
        return
    ranges_in = {edit.start for edit in ranges(prose.text)}  # a rule of their own
    edits = [edit for edit in look_alikes(prose.text) if edit.start not in ranges_in]
    for hit, new in prose.edits(edits, forms=True):
        if hit.words[0] not in _ZEROS and hit.in_chinese:
            yield hit.problem(
                f"“{hit.words}”（U+{ord(hit.words[0]):04X}）应为“{new}”（U+{ord(new[0]):04X}）", new, Safety.SAFE
            )
