"""What the fonts of a document have and lack comes in, lines for people or values for JSON go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gwformat.findings import Location
from gwformat.fonts.character_sets import CharacterSet
from gwformat.fonts.lacking import Evidence
from gwformat.report.checked.said import place

if TYPE_CHECKING:
    from gwformat.api import CoverageFixed, CoverageResult
    from gwformat.fonts.lacking import Lack, Used

_PLACES = 3
_LEVELS = ("", "一级", "二级", "三级")


def as_text(result: CoverageResult) -> str:
    """The fonts, then each character that is missing, private or no proper one, with its places."""
    coverage = result.coverage
    sections = (
        ("字体", map(_used, coverage.used)),
        (f"缺 {len(coverage.missing)} 个字", map(_missing, coverage.missing)),
        (
            f"造字 {len(coverage.private)} 个，换一台计算机就不见了，请改用有正式编码的字",
            map(_private, coverage.private),
        ),
        (f"兼容字、部首 {len(coverage.look_alikes)} 个，不是正式的汉字", map(_look_alike, coverage.look_alikes)),
        ("提示", result.notices),
    )
    lines = [str(result.source), *(line for heading, rows in sections for line in _section(heading, rows))]
    verdict = [_verdict(coverage.used)] if result.is_whole else []
    return "\n".join((*lines, *verdict)) + "\n"


def fixed_as_text(done: CoverageFixed) -> str:
    """What was given another face, then what is lacking still."""
    rows = (f"{_character(lack)}：“{lack.family}”改为{_spare(lack)}，{_places(lack)}" for lack in done.fixed)
    head = [f"{done.source} → {done.output}", *_section(f"改了 {len(done.fixed)} 个字的字体，别的都没有动", rows)]
    return "\n".join(head) + "\n" + as_text(done.left)


def _section(heading: str, rows: Iterable[str]) -> list[str]:
    found = list(rows)
    return [f"{heading}：", *(f"  {row}" for row in found)] if found else []


def _verdict(used: tuple[Used, ...]) -> str:
    unknown = "、".join(item.family or "（没有写明字体）" for item in used if item.evidence is Evidence.UNKNOWN)
    return f"不缺字；字汇不明的没有核：{unknown}" if unknown else "不缺字"


def _used(used: Used) -> str:
    family = used.family or "（没有写明字体）"
    if used.installed is not None:
        return f"{family}：{used.characters} 字，{used.evidence}（{used.installed.path}）"
    declared = f"（{used.declared.repertoire.value}）" if used.declared else ""
    return f"{family}：{used.characters} 字，{used.evidence}{declared}"


def _missing(lack: Lack) -> str:
    spare = f"，可用{_spare(lack)}" if lack.spare else "，没有找到同样式而有这个字的字体"
    return f"{_character(lack)}：“{lack.family}”没有{spare}；{_places(lack)}"


def _spare(lack: Lack) -> str:
    assert lack.spare is not None
    basis = "" if lack.spare.evidence is Evidence.MEASURED else "（这台计算机没有安装）"
    return f"“{lack.spare.family}”{basis}"


def _private(lack: Lack) -> str:
    return f"{_code(lack.char)}：“{lack.family}”；{_places(lack)}"


def _look_alike(lack: Lack) -> str:
    return f"{lack.char} {_code(lack.char)}：正式的字是“{lack.proper}”{_code(lack.proper)}；{_places(lack)}"


def _character(lack: Lack) -> str:
    level = f"，通用规范汉字{_LEVELS[lack.level]}" if lack.level else ""
    first = "GB 18030 各级别都不要求" if lack.first_set is CharacterSet.OTHER else f"始见于 {lack.first_set}"
    return f"{lack.char} {_code(lack.char)}（{first}{level}）"


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def _places(lack: Lack) -> str:
    shown = "、".join(dict.fromkeys(_place(found.where) for found in lack.places[:_PLACES]))
    return shown + (f" 等 {len(lack.places)} 处" if len(lack.places) > _PLACES else "")


def _place(where: Location) -> str:
    return place(where) if where.part else f"第 {where.paragraph} 段"


def as_json(result: CoverageResult) -> dict[str, Any]:
    """The same for programs."""
    coverage = result.coverage
    return {
        "file": str(result.source),
        "whole": result.is_whole,
        "fonts": [
            {
                "family": used.family,
                "characters": used.characters,
                "evidence": used.evidence.name.lower(),
                "path": str(used.installed.path) if used.installed else None,
                "declared": used.declared.repertoire.value if used.declared else None,
            }
            for used in coverage.used
        ],
        "missing": list(map(_lack, coverage.missing)),
        "private": list(map(_lack, coverage.private)),
        "look_alikes": list(map(_lack, coverage.look_alikes)),
        "notices": list(result.notices),
    }


def fixed_as_json(done: CoverageFixed) -> dict[str, Any]:
    """The same for programs."""
    fixed = list(map(_lack, done.fixed))
    return {**as_json(done.left), "file": str(done.source), "output": str(done.output), "fixed": fixed}


def _lack(lack: Lack) -> dict[str, Any]:
    return {
        "char": lack.char,
        "code": _code(lack.char),
        "first_set": lack.first_set.value,
        "standard_level": lack.level,
        "proper": lack.proper or None,
        "font": lack.family,
        "evidence": lack.evidence.name.lower(),
        "spare": {"font": lack.spare.family, "evidence": lack.spare.evidence.name.lower()} if lack.spare else None,
        "places": list(_json_places(lack)),
    }


def _json_places(lack: Lack) -> Iterator[dict[str, Any]]:
    for found in lack.places:
        where = found.where
        yield {"part": where.part or None, "paragraph": where.paragraph, "start": where.start, "end": where.end}
