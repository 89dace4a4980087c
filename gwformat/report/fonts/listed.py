"""What is installed of font systems comes in, lines for people or values for JSON go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from gwformat.fonts.survey import State

if TYPE_CHECKING:
    from gwformat.api.fonts import FontsListed
    from gwformat.fonts.survey import Measured, Share, Surveyed
    from gwformat.fonts.system import FontSystem

# What a user asks of a face: the names of the sets are long, the columns of a terminal few.
_SHORT = {
    "GB/T 2312": "GB2312",
    "GBK": "GBK",
    "GB 18030 级别1": "18030-1",
    "GB 18030 级别2": "18030-2",
    "GB 18030 级别3": "18030-3",
    "通用规范汉字表": "规范字",
}


def as_text(result: FontsListed) -> str:
    """A table per system, what stands in where a face is missing, and the licence of what is missing."""
    lines = [line for system, faces in result.systems for line in (*_system(system, faces), "")]
    return "\n".join([*lines, *(f"提示：{notice}" for notice in result.notices)]).rstrip("\n") + "\n"


def _system(system: FontSystem, faces: tuple[Surveyed, ...]) -> Iterator[str]:
    yield f"{system.name}  {system.title}"
    for found in faces:
        yield f"  {found.label}  {found.face.family}（{found.face.repertoire.value}）：{_state(found)}"
        if found.measured is not None:
            yield f"      {_counts(found.measured)}"
            yield f"      {_file(found.measured)}"
        if found.state is not State.INSTALLED:
            yield f"      取得：{found.face.licence}"


def _state(found: Surveyed) -> str:
    if found.measured is None:
        return "没有安装，也没有能代替的字体"
    return "已安装" if found.state is State.INSTALLED else f"没有安装，由“{found.measured.face.name}”代替"


def _counts(measured: Measured) -> str:
    if not any(share.had for share in measured.shares):
        return "没有汉字"
    return "有汉字：" + "，".join(f"{_SHORT[share.name]} {_share(share)}" for share in measured.shares)


def _share(share: Share) -> str:
    if share.had == share.total:
        return "全"
    percent = share.had / share.total * 100
    return f"{share.had}（{int(percent * 10) / 10:g}%）"  # never rounded up to all


def _file(measured: Measured) -> str:
    details = measured.details
    outlines = "TrueType" if details.truetype else "PostScript"
    face = f" 第 {measured.face.index + 1} 个" if measured.face.path.suffix.lower() in (".ttc", ".otc") else ""
    version = f"版本 {details.version}，" if details.version else ""
    return f"{version}{outlines} 轮廓，{details.embedding.words}；{measured.face.path}{face}"


def as_json(result: FontsListed) -> dict[str, Any]:
    """The same for programs."""
    return {
        "systems": [
            {
                "name": system.name,
                "title": system.title,
                "faces": [_face(found) for found in faces],
            }
            for system, faces in result.systems
        ],
        "notices": list(result.notices),
    }


def _face(found: Surveyed) -> dict[str, Any]:
    return {
        "slot": found.slot.value if found.slot else "latin",
        "family": found.face.family,
        "names": list(found.face.names),
        "declared": found.face.repertoire.value,
        "state": found.state.value,
        "licence": found.face.licence,
        "file": _measured(found.measured) if found.measured else None,
    }


def _measured(measured: Measured) -> dict[str, Any]:
    details = measured.details
    return {
        "name": measured.face.name,
        "path": str(measured.face.path),
        "index": measured.face.index,
        "version": details.version,
        "outlines": "truetype" if details.truetype else "postscript",
        "embedding": details.embedding.right.name.lower(),
        "subsetting": details.embedding.subsetting,
        "bitmaps_only": details.embedding.bitmaps_only,
        "han": {share.name: {"had": share.had, "total": share.total} for share in measured.shares},
    }
