"""E147: headings on a line of their own that end with a comma or a colon."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import HEADINGS

# 主要内容包括： leads to a list; it is a sentence, whatever its number says.
_END = expression(r"(?<=[\u3400-\u9fff”》）])(?<![下括为定])[，；：、,;:]\s*$")
_FULL_STOP = expression(r"^[^，。；：]{2,24}(?P<mark>。)\s*$")
_LEADS = expression(r"[以如]下|下列|包括|(?<!没)有[^，。：]*内容[：:]\s*$")  # 方案有三方面内容：


@rule(
    "E147",
    name="heading-ends-with-mark",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """单独成行的层次标题末尾不加逗号、顿号、分号和冒号；同级的其他标题不加句号的，也不加句号。

    不合规::

        ［一级标题］一、落实工作责任：
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二、加强值班值守：
        汛期实行24小时值班制度。

    不合规::

        ［一级标题］一、总体要求：
        坚持统一规划、分级管理。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    不合规::

        ［一级标题］一、主要建设内容：
        新建排涝泵站1座。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    不合规::

        ［一级标题］一、落实工作责任。
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。

    合规::

        ［一级标题］一、落实工作责任
        各级各部门要按照职责分工，逐级落实防汛责任。
        ［一级标题］二、加强值班值守
        汛期实行24小时值班制度。
    """
    for element in context.of(*HEADINGS):
        found = None if element.block.run_in or _LEADS.search(element.text) else _END.search(element.text)
        if found:
            yield Problem(f"标题末尾不加“{found[0].strip()}”", element.at(found))
    for role in HEADINGS:
        lines = [element for element in context.own(role) if not element.block.run_in]
        if not any(element.text.rstrip().endswith("。") for element in lines):
            continue
        stopped = [(element, found) for element in lines if (found := _FULL_STOP.search(element.text))]
        if stopped and len(stopped) * 2 <= len(lines):  # the others of its level end with none
            for element, found in stopped:
                yield Problem("同级的标题末尾没有句号，这里也不加", element.at(found, "mark"))
