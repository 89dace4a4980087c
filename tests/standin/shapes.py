"""A code point and its advance come in, the boxes that stand for its ink go out (units per em 1000)."""

from __future__ import annotations

Box = tuple[int, int, int, int]  # x0, y0, x1, y1

ASCENT, DESCENT = 859, 141
CENTRE = (ASCENT - DESCENT) // 2

# Ink of a Chinese character: symmetric in the em box, so that ink and em box have one centre.
HAN: Box = (40, CENTRE - 460, 960, CENTRE + 460)

_LOW_LEFT: Box = (80, -60, 280, 140)
_FULL = {
    **dict.fromkeys("、。，．；：！？", (_LOW_LEFT,)),
    **dict.fromkeys("（〔《「『【〈［｛〖", ((600, CENTRE - 440, 900, CENTRE + 440),)),
    **dict.fromkeys("）〕》」』】〉］｝〗", ((100, CENTRE - 440, 400, CENTRE + 440),)),
    **dict.fromkeys("“‘", ((680, 560, 920, 760),)),
    **dict.fromkeys("”’", ((80, 560, 320, 760),)),
    **dict.fromkeys("—―", ((0, CENTRE - 30, 1000, CENTRE + 30),)),
    "…": tuple((x, CENTRE - 40, x + 80, CENTRE + 40) for x in (130, 460, 790)),
    "·": ((430, CENTRE - 70, 570, CENTRE + 70),),
    "\u3000": (),
}
_HALF_TOP = {**dict.fromkeys(".,:;", 120), **dict.fromkeys("acemnorsuvwxz", 450)}


def boxes(code: int, advance: int) -> tuple[Box, ...]:
    """The ink of the character, for a font in which it is `advance` wide."""
    char = chr(code)
    if advance == 1000 and code > 0x7E:
        return _FULL.get(char, (HAN,))
    left, right = advance // 12, advance - advance // 12
    if char in " \u00a0":
        return ()
    if char in "-–—·":
        middle = CENTRE if char != "-" else 230
        return ((left, middle - 30, right, middle + 30),)
    return ((left, 0, right, _HALF_TOP.get(char, 660)),)
