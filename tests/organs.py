"""Organs of a city that issue documents together, of names long and short."""

_NAMES = (
    "教育局",
    "财政局",
    "人力资源和社会保障局",
    "发展和改革委员会",
    "公安局",
    "民政局",
    "司法局",
    "审计局",
    "统计局",
)


def organs(count: int) -> list[str]:
    """The first `count` of nine, with the name of the city."""
    return [f"某某市{name}" for name in _NAMES[:count]]
