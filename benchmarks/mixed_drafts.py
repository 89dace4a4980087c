"""A seed comes in, the text of a fictional draft rich in Latin letters, digits and mixed words goes out."""

from __future__ import annotations

import random

_HAN = "推进数据平台建设与应用服务网络安全系统标准评估项目投资增长产业园区企业研发能力提升监测指标覆盖率完成情况"
_NAMES = ("Internet", "ICT", "5G", "AI", "Wi-Fi 6", "IPv6", "NB-IoT", "GDP", "CPI", "PM2.5", "COVID-19", "WTO", "API")
_WORDS = ("OpenAPI Gateway", "Big Data", "Smart City", "Windows 11", "Linux", "MIMO", "WWW", "KPI/OKR", "Illinois")
_CODES = ("GB/T 9704-2012", "GB 18030-2022", "ISO/IEC 27001:2022", "CN-2026-00417", "A4", "T/ABC 12.3-2025", "v2.10.3")
_ADDRESSES = ("https://www.example.gov.cn/zwgk/2026/03/a.html", "office@example.gov.cn", "010-12345678", "192.168.0.1")


def draft(seed: int) -> str:
    """A 通知 in which about a third of the words are not Chinese."""
    chance = random.Random(1000 + seed)
    lines = [
        "某某市人民政府文件",
        f"某政发〔2026〕{seed + 1}号",
        "",
        f"某某市人民政府关于推进{_han(chance, 6, 18)}工作的通知",
    ]
    lines += ["各县（区）人民政府，市政府各部门："]
    for number in range(chance.randint(3, 9)):
        lines.append(f"　　{'一二三四五六七八九'[number]}、{_han(chance, 4, 10)}{chance.choice(_NAMES)}")
        lines += [f"　　{_paragraph(chance)}" for _ in range(chance.randint(1, 3))]
    lines += ["附件：1.项目清单（2026 Edition）", "2.KPI 指标表", "", "某某市人民政府", "2026年3月20日"]
    for number in (1, 2):
        lines += [f"附件{number}", "项目清单（2026 Edition）" if number == 1 else "KPI 指标表"]
        lines += [f"　　{_paragraph(chance)}" for _ in range(2)]
    return "\n".join([*lines, "抄送：市委办公室。", "某某市人民政府办公室　　2026年3月21日印发"])


def _han(chance: random.Random, least: int, most: int) -> str:
    return "".join(chance.choice(_HAN) for _ in range(chance.randint(least, most)))


def _paragraph(chance: random.Random) -> str:
    pieces = [_han(chance, 2, 6)]
    for _ in range(chance.randint(8, 30)):
        kind = chance.random()
        if kind < 0.45:
            pieces.append(_han(chance, 1, 9))
        elif kind < 0.58:
            pieces.append(chance.choice("，。、；："))
        elif kind < 0.64:
            pieces.append(chance.choice(("“{}”", "（{}）")).format(chance.choice((*_NAMES, _han(chance, 2, 5)))))
        elif kind < 0.8:
            pieces.append(chance.choice(_NAMES))
        elif kind < 0.88:
            number = chance.randint(1, 99_999)
            pieces.append(
                chance.choice((f"{number:,}万元", f"{number / 100:.2f}%", f"{number}", f"{number % 50}—60项"))
            )
        elif kind < 0.94:
            pieces.append(chance.choice((*_WORDS, *_CODES)))
        elif kind < 0.97:
            pieces.append(f" {chance.choice(_WORDS)} and {chance.choice(_WORDS)} ")
        else:
            pieces.append(chance.choice(_ADDRESSES))
    return "".join(pieces) + "。"
