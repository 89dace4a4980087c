"""A seed comes in, a fictional docx draft goes out with graphics, formulas and symbols of every kind in its text."""

from __future__ import annotations

import random

from tests import drawings
from tests.build import make_docx, p

_HAN = "各地要认真贯彻落实结合实际抓好组织实施加强协调配合确保任务到位"
_WRAPS = (drawings.NONE, drawings.SQUARE, drawings.TOP_AND_BOTTOM)
_LINE = (
    '<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t" fillcolor="gray" '
    'stroked="f"/></w:pict></w:r>'
)
_RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:hps w:val="16"/><w:hpsRaise w:val="30"/><w:hpsBaseText w:val="32"/></w:rubyPr>'
    "<w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>不印出来的话</w:t></w:r>"
_SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
_FRACTION = "<m:f><m:num>{a}</m:num><m:den>{b}</m:den></m:f>"
_POWER = "<m:sSup><m:e>{a}</m:e><m:sup>{b}</m:sup></m:sSup>"
_CONTROL = "<w:sdt><w:sdtContent><w:r><w:t>填写的内容</w:t></w:r></w:sdtContent></w:sdt>"


def draft(seed: int) -> bytes:
    """A 通知 whose paragraphs hold one kind of object each, of sizes that try the pitch and the page."""
    chance = random.Random(seed)
    body = [p("某某市人民政府关于某事的通知", "<w:jc w:val='center'/>"), p("各县（市、区）人民政府：")]
    body += [f"<w:p>{_paragraph(chance, number)}</w:p>" for number in range(chance.randint(12, 40))]
    seal = drawings.anchor(42, 42, drawings.NONE, at=(95, -25), behind=True, number=9_001)
    right = "<w:pPr><w:jc w:val='right'/></w:pPr>"
    body += [p("某某市人民政府", "<w:jc w:val='right'/>"), f"<w:p>{right}{seal}{_words('2026年3月20日')}</w:p>"]
    parts = {"word/media/image1.png": drawings.png(8, 8, 160)}
    return make_docx("".join(body), parts, [("img", "image", "media/image1.png")])


def _paragraph(chance: random.Random, number: int) -> str:
    before, after = _han(chance), _han(chance)
    kind = chance.randrange(10)
    if kind == 0:
        return _picture(chance, number)
    if kind == 1:
        return before + _picture(chance, number, 60, 14) + after
    if kind == 2:
        wide, high = chance.uniform(15, 80), chance.uniform(10, 60)
        return before + drawings.anchor(wide, high, chance.choice(_WRAPS), number=number, at=(20, 3)) + after
    if kind == 3:
        style = "position:absolute;margin-left:20pt;margin-top:6pt;z-index:3"
        return drawings.vml(40, 25, style=style, wrap=chance.choice(("", "square"))) + before
    if kind == 4:
        return f"<m:oMathPara><m:oMath>{_formula(chance)}</m:oMath></m:oMathPara>"
    if kind == 5:
        return _words("计算公式为") + f"<m:oMath>{_formula(chance)}</m:oMath>" + _words("。")
    if kind == 6:
        return before + chance.choice((_SYMBOL, _RUBY, _HIDDEN, _CONTROL)) + _words("。")
    if kind == 7 and number % 3 == 0:
        return _LINE
    if kind == 9:
        return before + _shape(chance, number) + after
    return before + after


def _picture(chance: random.Random, number: int, widest: float = 200, highest: float = 120) -> str:
    return drawings.inline(chance.uniform(5, widest), chance.uniform(3, highest), number=number)


def _shape(chance: random.Random, number: int) -> str:
    """A shape with words in it or without; spaces are words enough, and no line of the page has more than its own."""
    size, words = (chance.uniform(20, 70), chance.uniform(8, 40)), ["\u3000\u3000"] * chance.randint(1, 6)
    effects = (0.0, 0.0, round(chance.random(), 2), round(chance.random(), 2))
    return chance.choice(
        (
            drawings.shape(*size, turn=chance.choice((0, 90)), effects=effects, number=number),
            drawings.shape(*size, *words, grows=chance.random() < 0.5, effects=effects, number=number),
            drawings.vml_box(*size, *words, grows=chance.random() < 0.5),
            drawings.vml_group(*size),
        )
    )


def _formula(chance: random.Random) -> str:
    a, b = (f"<m:r><m:t>{chance.choice(('a+b', 'x', '2y', 'n−1'))}</m:t></m:r>" for _ in range(2))
    return chance.choice((a, _POWER, _FRACTION)).format(a=a, b=b)


def _han(chance: random.Random) -> str:
    return _words("".join(chance.choice(_HAN) for _ in range(chance.randint(3, 70))) + "。")


def _words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"
