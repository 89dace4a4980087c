"""Sentences that look like faults and are none: the rules on text say nothing of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat import api
from gwformat.findings import Severity

CLEAN = [
    "会议于3月16日9:30召开，比例尺为1:500，地址为https://www.example.com/a,b?c=1;d=2，邮箱为li-si@example.com。",
    "型号为JS-500(B)，执行标准为GB/T 9704-2012，软件版本为V2.3.1，IP地址为192.168.1.10。",
    "根据《某某市河道管理办法》（某政发〔2020〕3号）、《某某市防汛条例》和2026年第3次常务会议纪要，制定本方案。",
    "依照第三、四条和第一、二款的规定，二、三产业和五、六年级按照“一事一议”的办法办理。",
    "按装机容量配置设备，答复盖章后归档；国家俱乐部交通迅速恢复，毕竟标准不同，抽签定组，自己经营。",
    "他说：“会议强调，‘人人有责’。”问题解决了没有？！编织袋、救生衣……均已到位。",
    "海内存知己，天涯若比邻。为了了解目的的含义，一一对应，天天坚持，人人尽责，步步为营。",
    "安全系数为0.5，增长1.2倍，投资1,234.5万元，人均100～150元，比例为63%～68%，规划期为2026—2030年。",
    "一、二标段由甲公司承建；（一）（二）两项由乙公司承建。主要任务：1）排查；2）整改。",
    "建设用地5000平方米，蓄水30万立方米，重5千克，装机3千瓦，水温18℃，坡度15°。",
    "北京时间2026年3月16日（星期一）15时40分，工期自2025年12月1日至2026年3月31日。",
    "See “Annual Report (2025)”, pp. 3-5; it's available at www.example.com.",
    "调解、和解、及时、等级、和平等词语不受影响，包括和及其他虚词。",
    "其中城区12座，包括东区7座、西区5座；刑期为12年6个月，满24年3个月的另行计算。",
    "五四运动、“一二·九”运动和“九一八”事变的纪念活动，按照二〇二六年的安排进行。",
    "（2026）某01民初5号判决和某某市人民政府令第5号不在清理范围之内，共清理文件105号。",
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the rules say of each sentence, by its paragraph."""
    path: Path = tmp_path_factory.mktemp("clean") / "样例.txt"
    path.write_text("\n".join(CLEAN), encoding="utf-8")
    found: dict[str, list[str]] = {text: [] for text in CLEAN}
    for finding in api.check_file(path, api.CheckOptions(select=("T5",))).findings:
        if finding.severity in (Severity.ERROR, Severity.WARNING):
            found[CLEAN[(finding.location.paragraph or 1) - 1]].append(f"{finding.code} {finding.message}")
    return found


@pytest.mark.parametrize("text", CLEAN)
def test_nothing_is_wrong_with_it(text: str, said: dict[str, list[str]]) -> None:
    assert said[text] == []
