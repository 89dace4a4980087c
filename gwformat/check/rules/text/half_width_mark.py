"""T500: half-width stops in Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.findings import Safety, Severity
from gwformat.model import Role
from gwformat.text.punctuation import full_width_marks

_MARKS = frozenset(",;:?!")
# The mark at the end of these elements is read by the rules on the elements.
_LABELLED = (Role.ADDRESSEE, Role.COPY_TO, Role.ATTACHMENT_NOTE)


@rule(
    "T500",
    name="half-width-mark",
    clause="GB/T 9704-2012 9",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
)
def check(context: Context) -> Iterator[Problem]:
    """中文文字用全角的逗号、分号、冒号、问号和叹号。

    公文的标点按 GB/T 15834-2011。    数字中的逗号和小数点、时间 9:30、比例 1:500、网址、邮箱和外文句子里的标点不变。

    不合规::

        各单位要落实责任,加强检查;发现问题及时报告。

    不合规::

        现将有关事项通知如下:

    合规::

        会议时间为9:30，比例尺为1:500，投资1,234.5万元，详见https://www.example.com/a?b=1,2。

    合规::

        会议主题为“Water, Food and Energy: What Next?”。
    """
    prose = context.prose
    if prose.chars.isdisjoint(_MARKS):
        return
    for hit, new in prose.edits(full_width_marks(prose.text)):
        of_word = hit.words == "!" and hit.before.endswith("错误") and hit.after.startswith("未")  # 错误!未定义书签。
        if not of_word and (new != "：" or hit.role not in _LABELLED):
            yield hit.instead(new, Safety.SAFE)
