"""The parts of a colour come in, a paint that knows how it looks goes out."""

from __future__ import annotations

from functools import lru_cache

from gwformat.finished.values import Paint, Space


@lru_cache(maxsize=4096)
def mixed(space: Space, parts: tuple[float, ...]) -> Paint:
    """A colour of a space whose parts are known."""
    if space is Space.GRAY and len(parts) == 1:
        return Paint(space, parts, (parts[0],) * 3)
    if space is Space.RGB and len(parts) == 3:
        return Paint(space, parts, (parts[0], parts[1], parts[2]))
    if space is Space.CMYK and len(parts) == 4:
        cyan, magenta, yellow, black = parts
        return Paint(space, parts, tuple((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)))  # type: ignore[arg-type]
    if space is Space.LAB and len(parts) == 3:
        return Paint(space, parts, _from_lab(*parts))
    return Paint(space, parts, (0.5, 0.5, 0.5))


BLACK = mixed(Space.GRAY, (0.0,))


def _from_lab(light: float, a: float, b: float) -> tuple[float, float, float]:
    """CIE L*a*b* under D50, near enough to tell colours apart."""
    y = (light + 16) / 116
    x, z = (_cube(y + a / 500) * 0.9642, _cube(y - b / 200) * 0.8249)
    y = _cube(y)
    linear = (
        3.1339 * x - 1.6169 * y - 0.4906 * z,
        -0.9788 * x + 1.9161 * y + 0.0335 * z,
        0.0719 * x - 0.2290 * y + 1.4052 * z,
    )
    red, green, blue = (min(max(value, 0.0), 1.0) ** (1 / 2.2) for value in linear)
    return red, green, blue


def _cube(value: float) -> float:
    return float(value**3) if value > 6 / 29 else 3 * (6 / 29) ** 2 * (value - 4 / 29)
