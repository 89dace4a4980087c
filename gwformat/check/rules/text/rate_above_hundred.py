"""T579: a share of more than a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gwformat.check import Context, Problem, rule
from gwformat.expressions import expression
from gwformat.findings import Severity

_NAMES = (
    "覆盖 合格 达标 普及 入园 巩固 到位 完好 破损 优良 优秀 办结 知晓 出勤 绿化 硬化 良种 及时 按时 准时 参与 入户 "
    "安装 破案 回收 处理 处置 就业 参保 录用 公开 命中 准确 满意 受理 签约 治愈 存活 成活 有效 在线 见面 解决 整改 "
    "参会 到会 出席 参训 到岗 在岗 升学 入学 接种 建档 验收"
)
# 拨备覆盖率 and 流动性覆盖率 are no shares; 率提高120% is growth.
_RATE = expression(
    f"[率度](?<=(?:{'|'.join(f'{name}率' for name in _NAMES.split())}|满意度))(?<!拨备覆盖率)(?<!性覆盖率)"
    "(?P<said>[^，。；：、（）\\d%％提增升长降减超为]{0,6})(?P<value>\\d{3,}(?:\\.\\d+)?)[%％]"
)
_SHARE = expression(
    "占(?:[全本][市省县区国州]|总)[^，。；：、（）\\d%％年计]{0,8}的(?P<value>\\d{3,}(?:\\.\\d+)?)[%％]"
)
# Of what can be less than nothing, as profits are, more than all can be lost.
_LOST = expression("(?:下降|减少|降低|缩减|压减)(?:了|幅度?[为达])?(?P<value>\\d{3,}(?:\\.\\d+)?)[%％](?!以)")
_BELOW_NOTHING = expression("(?:利润|盈|收益|亏|净|贸易差|顺差|逆差|效益)[^。；]{0,24}$")
_ALL = Decimal(100)
_NAME = 2  # characters before 率


@rule(
    "T579",
    name="rate-above-hundred",
    clause="条例 第二十条",
    severity=Severity.WARNING,
)
def check(context: Context) -> Iterator[Problem]:
    """覆盖率、合格率、办结率等比率和占全体的份额不大于100%；下降、减少的幅度也不大于100%（利润等可以为负的除外）。

    不合规::

        参会率达到112%，良种覆盖率达到107.5%，产品合格率198%。

    不合规::

        完成任务86件，占总数的120%。

    不合规::

        接待群众来访同比下降120%。

    合规::

        利润总额同比下降150%，来访同比下降100%。良种覆盖率达到97.5%，工程合格率100%，任务完成率120%，拨备覆盖率205%，公开率提高120%。
    """
    for hit in context.prose.find(_RATE, "率度"):
        if Decimal(hit["value"]) > _ALL:
            said = f"“{hit.before[-_NAME:]}{hit.words}”大于100%，请核对"
            yield hit.problem(said, expected="不大于100%", measured=f"{hit['value']}%")
    for hit in context.prose.find(_SHARE, ("占",)):
        if Decimal(hit["value"]) > _ALL:
            yield hit.problem(f"“{hit.words}”大于100%，请核对", expected="不大于100%", measured=f"{hit['value']}%")
    for hit in context.prose.find(_LOST, ("下降", "减少", "降低", "缩减", "压减")):
        if Decimal(hit["value"]) > _ALL and not _BELOW_NOTHING.search(hit.before):
            yield hit.problem(f"“{hit.words}”大于100%，请核对", expected="不大于100%", measured=f"{hit['value']}%")
