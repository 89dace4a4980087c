"""What became of the fonts of a file comes in, lines for people or values for JSON go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gwformat.fonts.system import load_system, system_names

if TYPE_CHECKING:
    from gwformat.api import MapResult
    from gwformat.writers.docx.mapping import ByRole, Kept, Lacking, MovedLine, Uncertain, Unknown

_SHOWN = 10
_MAIN = "word/document.xml"
_EDITED = "换字体之后这份文件又改过：改动的地方按现在的字体名称认定，请看一遍"
DROPPED = "嵌入的字体不再用到，已经去掉：{}"
_TABLED = "这些字体没有安装，宽度按内置的表：{}"
_GUESSED = "这些字体没有安装，也没有宽度表，宽度按估计：{}"


def as_text(result: MapResult) -> str:
    """The families that changed, those left, and what became of the lines."""
    mapped = result.mapped
    lines = [f"{result.source} → {result.output}", f"  换成：{result.system.title}", *_state(result)]
    lines += _section("字体", (f"{one.before} → {one.after}  {one.count} 处" for one in mapped.changes))
    lines += _section("按要素换的字体（不认识，整个要素都用它）", map(_by_role, mapped.by_role))
    lines += _section("不认识、没有改动的字体", (f"{one.name}  {one.count} 处" for one in mapped.unknown))
    lines += _section("域代码里写的、没有改动的字体", map(in_code, mapped.in_codes))
    lines += _section(f"{result.system.title}的字体没有这些字", map(_lacking, mapped.lacking))
    if mapped.dropped:
        lines.append(f"  {DROPPED.format('、'.join(mapped.dropped))}")
    if mapped.hinted:
        lines.append(f"  引号、破折号、省略号改由中文字体显示：{mapped.hinted} 处")
    if mapped.kept is not None:
        lines += _kept(mapped.kept)
    return "\n".join([*lines, *(f"  提示：{notice}" for notice in result.notices)])


def _state(result: MapResult) -> Iterator[str]:
    mapped = result.mapped
    if mapped.way_back:
        yield "  文件里记着原来的字体，已逐处还原"
    elif not mapped.changes and not mapped.hinted:
        yield "  没有要换的字体"
    elif mapped.source != result.system.name and mapped.source in system_names():
        yield f"  原来是：{load_system(mapped.source).title}；文件里记下了，换回去时逐处还原"
    if not mapped.exact:
        yield f"  提示：{_EDITED}"


def in_code(one: Unknown) -> str:
    """A family that stays named in the code of a field."""
    return f"{one.name}  SYMBOL 域 {one.count} 处，请在 Word 或 WPS 里改，或者把域变成文字"


def _by_role(one: ByRole) -> str:
    return f"{one.before} → {one.after}  {one.role.value} {one.count} 处"


def _lacking(one: Lacking) -> str:
    what = f"仍用“{one.kept}”" if one.kept else "原来的字体也没有，用 gwformat fonts coverage 查看"
    return f"{one.char}（U+{ord(one.char):04X}，{one.family}）  {one.count} 处，{what}"


def _kept(kept: Kept) -> Iterator[str]:
    changed = (f"{_where(one.part, one.paragraph)}“{one.text.strip()}” {one.points:+g} 磅" for one in kept.tracked)
    yield from _section(f"为保持断行调整字距 {len(kept.tracked)} 处", changed)
    yield from _section(f"断行仍有不同 {len(kept.moved)} 处", (line for one in kept.moved for line in _moved(one)))
    yield from _section(
        f"断行不能算定的段落 {len(kept.uncertain)} 段，换过以后请看一看",
        (f"{reason}：{_places(places)}" for reason, places in _by_reason(kept).items()),
    )
    if kept.free_heights:
        yield f"  提示：有 {kept.free_heights} 段没有写明固定行距，行高随字体而变，分页可能不同"
    elif kept.moved or kept.uncertain:
        yield "  提示：断行不同的地方行数有增减的，分页也随之不同"
    for words, families in ((_TABLED, kept.tabled), (_GUESSED, kept.guessed)):
        if families:
            yield f"  提示：{words.format('、'.join(families))}"


def _by_reason(kept: Kept) -> dict[str, list[Uncertain]]:
    found: dict[str, list[Uncertain]] = {}
    for one in kept.uncertain:
        found.setdefault(one.reason, []).append(one)
    return found


def _places(places: list[Uncertain]) -> str:
    """The numbers of the paragraphs of the text, how many stand elsewhere, and the sum of many."""
    numbers = [str(one.paragraph) for one in places if one.part == _MAIN]
    shown = [f"第 {'、'.join(numbers[:_SHOWN])}{'……' if len(numbers) > _SHOWN else ''} 段"] if numbers else []
    others = len(places) - len(numbers)
    shown += [f"注释、页眉、页脚里 {others} 段"] if others else []
    return "，".join(shown) + (f"，共 {len(places)} 段" if len(numbers) > _SHOWN else "")


def _moved(moved: MovedLine) -> tuple[str, str]:
    place = f"{_where(moved.part, moved.paragraph)}（{'、'.join(moved.programs)}）"
    return f"{place}原来：{' | '.join(moved.before)}", f"{'　' * 4}现在：{' | '.join(moved.after)}"


def _where(part: str, paragraph: int) -> str:
    return f"第 {paragraph} 段" if part == _MAIN else f"{part.rpartition('/')[2]} 第 {paragraph} 段"


def _section(title: str, rows: Iterable[str]) -> list[str]:
    found = list(rows)
    if not found:
        return []
    more = [f"    ……共 {len(found)} 行，全部见 --report"] if len(found) > _SHOWN else []
    return [f"  {title}：", *(f"    {row}" for row in found[:_SHOWN]), *more]


def as_json(result: MapResult) -> dict[str, Any]:
    """The same for programs, with everything."""
    mapped = result.mapped
    return {
        "file": str(result.source),
        "output": str(result.output),
        "from": mapped.source,
        "to": result.system.name,
        "restored": mapped.way_back,
        "edited_since": not mapped.exact,
        "fonts": [{"before": one.before, "after": one.after, "count": one.count} for one in mapped.changes],
        "by_role": [
            {
                "before": one.before,
                "after": one.after,
                "role": one.role.key,
                "label": one.role.value,
                "count": one.count,
            }
            for one in mapped.by_role
        ],
        "unknown": [{"name": one.name, "count": one.count} for one in mapped.unknown],
        "in_codes": [{"name": one.name, "count": one.count} for one in mapped.in_codes],
        "lacking": [
            {"character": one.char, "font": one.family, "kept": one.kept or None, "count": one.count}
            for one in mapped.lacking
        ],
        "unembedded": list(mapped.dropped),
        "hinted": mapped.hinted,
        "lines": None if mapped.kept is None else _kept_json(mapped.kept),
        "notices": list(result.notices),
    }


def _kept_json(kept: Kept) -> dict[str, Any]:
    return {
        "tracked": [
            {"part": one.part, "paragraph": one.paragraph, "text": one.text, "points": one.points}
            for one in kept.tracked
        ],
        "moved": [
            {
                "part": one.part,
                "paragraph": one.paragraph,
                "before": list(one.before),
                "after": list(one.after),
                "programs": list(one.programs),
            }
            for one in kept.moved
        ],
        "uncertain": [{"reason": one.reason, "part": one.part, "paragraph": one.paragraph} for one in kept.uncertain],
        "free_heights": kept.free_heights,
        "from_tables": list(kept.tabled),
        "guessed": list(kept.guessed),
    }
