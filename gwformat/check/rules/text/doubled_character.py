"""T557: a particle typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Safety, Severity

_TWICE_PAID = expression("(?<=[0-9万亿])元元")

# Doubled particles, with the words in which they stand rightly.
_DOUBLED = {
    "的的": "目的的 标的的 靶的的 的的确确 的的士",
    "了了": "不了了之 了了解 未了了 了了结 终了了 一了了",
    "们们": "",
    "者者": "",
    "率率": "率率先 率率领",
    "感感": "感感染 感感受 感感动 感感谢 感感觉 感感化 感感悟 感感知 感感召",
    "现现": (
        "实现现 体现现 呈现现 发现现 出现现 展现现 涌现现 表现现 再现现 兑现现 显现现 变现现 浮现现 "
        "现现代 现现有 现现金 现现场 现现行 现现状 现现实 现现象 现现役 现现货"
    ),
    "这这": "",
    "是是": "于是是 若是是 还是是 总是是 实是是 是是否 是是非",
    "把把": "一把把 把把手 把把关",
    "和和": "共和和 中和和 饱和和 总和和 调和和 缓和和 温和和 随和和 和和平 和和谐 和和解 和和睦",
    "与与": "参与与 与与会",
    "及及": "及及时 及及格 涉及及 普及及 以及及 顾及及 危及及 触及及",
    "要要": "重要要 主要要 需要要 必要要 只要要 摘要要 纪要要 概要要 首要要 简要要 要要求 要要素 要要件 要要点 要要领",
    "在在": (
        "实在在 现在在 存在在 所在在 正在在 潜在在 内在在 外在在 好在在 旨在在 在在校 "
        "在在建 在在编 在在职 在在线 在在岗"
    ),
    "有有": (
        "所有有 没有有 国有有 共有有 私有有 享有有 持有有 占有有 拥有有 具有有 公有有 "
        "只有有 有有关 有有效 有有利 有有力 有有限 有有机 有有害 有有偿 有有权 有有无 "
        "有有毒"
    ),
    "将将": "将将来 将将军 麻将将 即将将",
    "由由": "自由由 理由由 事由由 缘由由 案由由 由由于",
    "于于": "由于于 属于于 便于于 单于于 基于于",
    "各各": "各各自",
    "从从": "服从从 自从从 随从从 听从从 从从业 从从严 从从轻 从从重 从从事 从从前 从从容",
    "向向": "方向向 意向向 面向向 走向向 转向向 投向向 去向向 倾向向 定向向 流向向 导向向 指向向",
    "之之": "总之之 反之之 加之之 之之前 之之后",
}


@rule(
    "T557",
    name="doubled-character",
    clause="条例 第二十条",
    severity=Severity.WARNING,
    fixable=Safety.REVIEW,
)
def check(context: Context) -> Iterator[Problem]:
    """字词不重复输入。

    不合规::

        各单位要做好的的工作。

    不合规::

        各单位要要高度重视，增强紧迫感感，提高办结率率。

    不合规::

        补助标准提高到5元元，现现将有关事项通知如下。

    合规::

        为了了解情况，明确目的的含义，总之之前的做法不变，共和和平，以及及时报告，基本实现现代化。重要要求要要素齐全。
    """
    for hit in context.prose.find_words(_DOUBLED):
        if not hit.is_within(_DOUBLED[hit.words].split()):
            yield hit.problem(f"“{hit.words}”多写了一个字", hit.words[0], Safety.REVIEW)
    for hit in context.prose.find(_TWICE_PAID, ("元元",)):
        yield hit.problem("“元元”多写了一个字", "元", Safety.REVIEW)
