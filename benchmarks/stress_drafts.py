"""A seed comes in, the text of a fictional draft goes out that is hard to break into lines and pages."""

from __future__ import annotations

import random
from collections.abc import Callable

HAN = "的国务院办公厅关于进一步加强和改进工作通知各省自治区直辖市人民政府发展改革委员会财政部教育科技信息化建设"
_LATIN = ("Internet", "ICT", "Wi-Fi", "e-mail", "COVID-19", "WTO", "iPhone", "big data", "state-of-the-art", "A4")
_NUMBERS = ("3.14", "12.5%", "2026年3月20日", "1,234,567", "10—20", "2021—2025年", "GB/T 9704-2012", "第12号")
_ADDRESSES = ("http://www.example.gov.cn/a/b.html", "office@example.gov.cn", "(010)12345678", "0000-1234567")
_SIGNS = ("①", "℃", "㎡", "×", "±", "≥", "→", "※", "α", "Ⅱ")


def draft(seed: int) -> str:
    """A 通知 with head, 0–12 attachments and imprint; the body is of a length and a difficulty of its own."""
    chance = random.Random(seed)

    def han(least: int, most: int) -> str:
        return "".join(chance.choice(HAN) for _ in range(chance.randint(least, most)))

    lines = ["某某市人民政府文件", f"某政发〔2026〕{seed}号", "", f"某某市人民政府关于{han(8, 60)}的通知", ""]
    lines += ["各县（区）人民政府，市政府各部门：" if seed % 3 else "各县（区）人民政府：" + han(30, 80) + "："]
    lines += [f"　　{_paragraph(chance, han)}" for _ in range(chance.randint(2, 14))]
    count = seed % 13
    names = [han(6, 40) for _ in range(count)]
    if count == 1:
        lines.append(f"附件：{names[0]}")
    elif count:
        lines += [f"{'附件：' if number == 1 else ''}{number}.{name}" for number, name in enumerate(names, 1)]
    lines += ["", "某某市人民政府", "2026年3月20日", "（此件公开发布）"]
    for number, name in enumerate(names, 1):
        lines += [f"附件{number if count > 1 else ''}", name, f"　　{_paragraph(chance, han)}"]
    lines += ["抄送：市委办公室，市人大常委会办公室，市政协办公室，市法院，市检察院。"]
    return "\n".join([*lines, "某某市人民政府办公室　　2026年3月21日印发"])


def _paragraph(chance: random.Random, han: Callable[[int, int], str]) -> str:
    pieces = [han(2, 6)]
    for _ in range(chance.randint(5, 40)):
        kind = chance.random()
        if kind < 0.55:
            pieces.append(han(1, 16))
        elif kind < 0.75:
            pieces.append(chance.choice("，。、；：！？"))
        elif kind < 0.83:
            pieces.append(chance.choice(("“{}”", "《{}》", "（{}）")).format(han(1, 8)))
        elif kind < 0.86:
            pieces.append(chance.choice(("——", "……")))
        elif kind < 0.94:
            pieces.append(chance.choice((*_NUMBERS, str(chance.randint(1, 99_999)))))
        else:
            pieces.append(chance.choice((*_LATIN, *_ADDRESSES, *_SIGNS)))
    return "".join(pieces) + "。"
