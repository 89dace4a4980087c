"""What a comparison found comes in; text for people or JSON for programs goes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gwformat.comparing import Difference, Kind, Place
from gwformat.report import as_json

if TYPE_CHECKING:
    from gwformat.api import Compared

_LONG = 60  # characters of the words of a difference that are shown


def text(result: Compared) -> str:
    """The report for people."""
    return "\n".join(_lines(result))


def json_text(result: Compared) -> str:
    """The report for programs."""
    return as_json.dumps(values(result)).rstrip("\n")


def values(result: Compared) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "approved": str(result.approved),
        "printed": str(result.printed),
        "same": result.same,
        "characters": result.characters,
        "differences": [_value(one) for one in result.differences],
        "elements": list(result.elements),
        "notices": list(result.notices),
    }


def verdict(result: Compared) -> str:
    """Whether they say the same, and how much was compared."""
    if result.same:
        return f"一致：比对了 {result.characters} 个字"
    elements = f"，要素 {len(result.elements)} 处" if result.elements else ""
    return f"不一致：文字 {len(result.differences)} 处{elements}（比对了 {result.characters} 个字）"


def _lines(result: Compared) -> Iterator[str]:
    for number, one in enumerate(result.differences, 1):
        yield f"{number}. {said(one)}"
    yield from result.elements
    yield from (f"提示：{notice}" for notice in result.notices)
    yield verdict(result)


def said(one: Difference) -> str:
    """One difference in a line."""
    element = f"{one.element}，" if one.element else ""
    where = f"{element}定稿{place(one.place)}，清样{place(one.other_place)}"
    words, others = _short(one.words), _short(one.others)
    if one.kind is Kind.MOVED:
        return f"移动：“{words}”（{where}）"
    if one.kind is Kind.REPLACED:
        return f"不同：{one.before}【{words}】{one.after} → 【{others}】（{where}）"
    if one.kind is Kind.INSERTED:
        return f"多了：{one.before}【{others}】{one.after}（{where}）"
    return f"少了：{one.before}【{words}】{one.after}{'，整段没有了' if one.whole else ''}（{where}）"


def place(where: Place | None) -> str:
    """Where a passage stands."""
    if where is None:
        return "文中"
    if where.page is not None:
        return f"第 {where.page} 页第 {where.line} 行"
    return f"第 {where.paragraph} 段"


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 10]}……{words[-8:]}"


def _value(one: Difference) -> dict[str, Any]:
    return {
        "kind": one.kind.name.lower(),
        "words": one.words,
        "others": one.others,
        "before": one.before,
        "after": one.after,
        "element": one.element,
        "place": _place_value(one.place),
        "other_place": _place_value(one.other_place),
    }


def _place_value(where: Place | None) -> dict[str, int] | None:
    if where is None:
        return None
    said = {"paragraph": where.paragraph, "page": where.page, "line": where.line}
    return {key: value for key, value in said.items() if value is not None}
