"""E190: places of a template that nobody has filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gwformat.check import Context, Problem, rule
from gwformat.check.blanks import left_open, left_open_in_text
from gwformat.check.elements import Element
from gwformat.expressions import expression
from gwformat.findings import Severity
from gwformat.model import Role

_ROLES = (
    Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.ISSUER_MARK, Role.DOC_NUMBER, Role.SIGNER, Role.TITLE,
    Role.ADDRESSEE, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.ANNOTATION, Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE,
)  # fmt: skip
_SHOWN = 8
_NO_SERIAL = expression(r"(?<=[〕］\]】）)])\s*第?[\s×xXＸ✕*＊_＿△]*号\s*$")

_TO_SEAL = expression(
    r"\s*[（(](?:加?盖(?:公章|印章|章)|公章|印章|签章)[）)]\s*$"
)  # on forms and drafts, where the seal goes


@rule(
    "E190",
    name="placeholder-left",
    clause="惯例",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """正式公文的各要素应当填写完整，不留模板的填写处。

    不合规::

        ［主送机关］[主送机关]：

    不合规::

        ［发文字号］某政发〔2026〕 号

    不合规::

        ［发文机关署名］某某市人民政府（盖章）

    不合规::

        会议由[主持人]主持，研究[议题]，[牵头单位]于2026年6月底前完成。

    不合规::

        平均每村补助30万元（待核），分布情况见错误!未找到引用源。

    不合规::

        全市建成泵站××座，影响我市的台风有××个，经市人民政府同意（此处待定），现通知如下。

    合规::

        修改第3条[原第2条]，排查×××等3人反映的【某某项目】情况，检验X2型设备。

    合规::

        ［主送机关］各县（区）人民政府，市政府各部门：
    """
    told = set()
    for element in context.own(*_ROLES):
        if found := left_open(element.text):
            told.add(element.number)
            yield Problem(f"{element.role.value}中的“{found[0].strip()}”还没有填写", element.at(found))
        elif element.role is Role.SIGNATURE and (found := _TO_SEAL.search(element.text)):
            yield Problem(f"署名后的“{found[0].strip()}”说的是在这里盖章，正式公文不留", element.at(found))
        elif element.role is Role.DOC_NUMBER and (found := _NO_SERIAL.search(element.text)):
            yield Problem("发文字号的发文顺序号还没有填写", element.at(found))
    for element in context.text if _may_be_open(context) else ():
        if places := list(left_open_in_text(element.text)):
            told.add(element.number)
            shown = _shown([found[0] for found in places])
            yield Problem(f"文中还有 {len(places)} 处没有填写：{shown}", element.at(places[0]))
    labels = {prompt.text: prompt.label for prompt in context.prompts}
    if labels:
        yield from _in_controls([element for element in context.elements if element.number not in told], labels)


def _may_be_open(context: Context) -> bool:
    """The cheap question whether the text has a place to fill in at all."""
    prose = context.prose
    return not prose.chars.isdisjoint("[［{XＸ×✕") or prose.holds("（待", "（此处", "错误!", "错误！")


def _in_controls(elements: Iterable[Element], labels: Mapping[str, str]) -> Iterator[Problem]:
    """Content controls that show their prompt: one problem an element, one a table."""
    pattern = re.compile("|".join(map(re.escape, labels)))
    for element in elements:
        carrier = element.block.carrier
        if carrier is not None:
            open_ones = dict.fromkeys(labels[text] for text in pattern.findall(carrier.text))
            if open_ones:
                yield Problem(f"表格中还有 {len(open_ones)} 项没有填写：{_shown(list(open_ones))}", element.whole)
        elif found := pattern.search(element.text):
            yield Problem(f"{element.role.value}中的“{found[0].strip()}”还没有填写", element.at(found))


def _shown(places: Sequence[str]) -> str:
    return "、".join(places[:_SHOWN]) + ("等" if len(places) > _SHOWN else "")
