"""A code of Symbol, Wingdings or Wingdings 2 in, the closest Unicode character out."""

from __future__ import annotations

# Symbol fonts live in U+F000–F0FF; files also give the bare code.
_PRIVATE = 0xF000


def _table(start: int, characters: str) -> dict[int, str]:
    """Codes from `start` on; a space leaves a gap."""
    return {code: character for code, character in enumerate(characters, start) if character != " "}


_WINGDINGS = {
    **_table(0x21, "🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍"),
    **_table(0x40, "🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵"),
    **_table(0x6C, "●❍■□□❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷"),
    **_table(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_table(0x9E, "·•▪○⭕◯◉◎◯▪◻🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛"),
    **_table(0xD5, "⌫⌦⮘➢⮙⮛⮈➲⮊⮋←→↑↓↖↗↙↘🡐➔🡑🡓🡔🡕🡗🡖⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑"),
}
_WINGDINGS_2 = {
    **_table(0x4F, "✗✓☒☑☒☒⮾⮿⦸⦸"),
    **_table(0x6A, "①②③④⑤⑥⑦⑧⑨⑩"),
    **_table(0x95, "·•●●◯"),
    **_table(0xA0, "▪■□◽◻"),
    0x97: "●",
    0xA2: "■",
    0xA3: "□",
    0xAE: "◆",
    0xB2: "◇",
}
_SYMBOL = {
    **_table(0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
    **_table(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
    **_table(0xA2, "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_table(0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇ ™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"),
    0xD2: "®",
    0xD3: "©",
    0xE5: "∑",
    0xF2: "∫",
    0x2D: "−",
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_UNKNOWN = "•"


def to_unicode(code: int, font: str) -> str:
    """The character for a code of a symbol font; an ordinary character stays itself."""
    bare = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    table = _FONTS.get(font.strip().lower())
    if table is not None and bare < 0x100:
        return table.get(bare) or (chr(bare) if 0x20 <= bare < 0x7F and table is _SYMBOL else _UNKNOWN)
    if bare == code:
        return chr(code)
    # A private code without a known font: Word's own bullets are Wingdings but for the Symbol bullet.
    return _WINGDINGS.get(bare, _UNKNOWN) if bare != 0xB7 else _UNKNOWN
