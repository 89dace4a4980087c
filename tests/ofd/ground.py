"""The ground of the press as an OFD: four pages with an imprint, in embedded stand-in fonts, with a semantic tree."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from gwformat.fonts.system import EM_ASCENT
from gwformat.layout.boxes import Glyphs, Line, Page, Stroke
from gwformat.model import Role
from gwformat.text.width import is_wide
from tests.ofd.building import TAG, TAGS, XMLNS, Parts, colour, font, ofd, page, path_object, text_object, xml, zipped
from tests.printing.ground import is_number, laid
from tests.standin.fonts import build_all, faces

INFO = (
    "<ofd:Title>某某市人民政府关于做好2026年防汛工作的通知</ofd:Title><ofd:Author>某某市人民政府</ofd:Author>"
    '<ofd:CustomDatas><ofd:CustomData Name="发文字号">某政发〔2026〕5号</ofd:CustomData></ofd:CustomDatas>'
)
_HEAD = (Role.ISSUER_MARK, Role.DOC_NUMBER)
_FOOT = (Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text object of the ground."""

    number: int
    page: int
    role: Role
    text: str


@cache
def parts() -> Parts:
    """The parts of the ground."""
    drawn = {one.number: list(_objects(one)) for one in laid().pages.pages}
    files = _font_files()
    numbers = {family: index for index, family in enumerate(files, 3)}
    contents = [page(*(text for _, text in drawn[number]), number=number) for number in drawn]
    fonts = [font(number, name, f"font_{number}.ttf") for name, number in numbers.items()]
    tagged = [piece for pieces in drawn.values() for piece, _ in pieces if piece is not None]
    made = ofd(contents, fonts=fonts, info=INFO, more="<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>")
    made |= {f"Doc_0/Res/font_{numbers[name]}.ttf": data for name, data in files.items()}
    return made | {TAGS: _index(), TAG: _tree(tagged)}


@cache
def good() -> bytes:
    """The ground as a file."""
    return zipped(parts())


def _families() -> Mapping[str, int]:
    names = {glyphs.family: None for one in laid().pages.pages for line in one.lines for glyphs in line.glyphs}
    return {name: number for number, name in enumerate(names, 3)}


@cache
def _source(family: str) -> TTFont:
    found = next(face for face in faces() if family in face.names)
    return TTFont(build_all() / f"{found.postscript}.ttf")


@cache
def _font_files() -> Mapping[str, bytes]:
    """The fonts by family, with the characters of the ground."""
    chars: dict[str, set[str]] = {}
    for one in laid().pages.pages:
        for line in one.lines:
            for glyphs in line.glyphs:
                chars.setdefault(glyphs.family, set()).update(glyphs.text)
    return {family: _subset(family, "".join(sorted(used))) for family, used in chars.items()}


def _subset(family: str, text: str) -> bytes:
    found = next(face for face in faces() if family in face.names)
    program = TTFont(build_all() / f"{found.postscript}.ttf")
    subsetter = Subsetter(Options(notdef_outline=True))
    subsetter.populate(text=text)
    subsetter.subset(program)
    buffer = io.BytesIO()
    program.save(buffer)
    return buffer.getvalue()


def _objects(one: Page) -> Iterator[tuple[Piece | None, str]]:
    """The objects of a page: each stretch of a line, and each ruled line."""
    number = one.number * 1000
    for line in one.lines:
        for glyphs in line.glyphs:
            number += 1
            piece = None if is_number(line) else Piece(number, one.number, line.role, glyphs.text)
            yield piece, _words(number, line, glyphs)
    for stroke in one.strokes:
        number += 1
        yield None, _rule(number, stroke)


def _words(number: int, line: Line, glyphs: Glyphs) -> str:
    program = _source(glyphs.family)
    widths, cmap = program["hmtx"].metrics, program.getBestCmap()
    size, narrow, tracking = glyphs.size.mm, glyphs.scale / 100, glyphs.tracking.mm

    def cell(char: str) -> float:
        em = 1.0 if is_wide(char) else widths[cmap[ord(char)]][0] / 1000
        return round((em * size + tracking) * narrow, 4)

    baseline = line.top.mm + (line.bottom - line.top) / 36_000 * EM_ASCENT
    red = "".join(f"{int(glyphs.color[at : at + 2], 16)} " for at in (0, 2, 4)).strip()
    return text_object(
        number,
        glyphs.text,
        x=round(glyphs.x.mm, 4),
        baseline=round(baseline, 4),
        size=round(size, 4),
        font=_families()[glyphs.family],
        delta=" ".join(str(cell(char)) for char in glyphs.text[:-1]),
        inner=colour("FillColor", red),
        **({"HScale": narrow} if narrow != 1 else {}),
    )


def _rule(number: int, stroke: Stroke) -> str:
    red = "255 0 0" if stroke.color == "FF0000" else "0 0 0"
    x, y, width, weight = (round(value.mm, 4) for value in (stroke.x, stroke.y, stroke.width, stroke.weight))
    return path_object(
        number,
        f"M 0 {weight} L {width} {weight}",
        boundary=f"{x} {y - weight} {width} {2 * weight}",
        inner=colour("StrokeColor", red),
        LineWidth=weight,
    )


def _index() -> bytes:
    return xml(
        f'<ofd:CustomTags {XMLNS}><ofd:CustomTag TypeID="公文"><ofd:FileLoc>CustomTag.xml</ofd:FileLoc>'
        f"</ofd:CustomTag></ofd:CustomTags>"
    )


def _tree(pieces: list[Piece]) -> bytes:
    """The semantic tree: each role a leaf that refers to all its objects."""
    roles = dict.fromkeys(piece.role for piece in pieces)
    leaves = {role: _leaf(role, [piece for piece in pieces if piece.role is role]) for role in roles}
    head = "".join(leaves[role] for role in roles if role in _HEAD)
    foot = "".join(leaves[role] for role in roles if role in _FOOT)
    body = "".join(leaves[role] for role in roles if role not in (*_HEAD, *_FOOT))
    groups = f"<版头>{head}</版头><主体>{body}</主体><版记>{foot}</版记>"
    return xml(f"<电子公文 {XMLNS}><公文体>{groups}</公文体></电子公文>")


def _leaf(role: Role, pieces: list[Piece]) -> str:
    refs = "".join(f'<ofd:ObjectRef PageRef="{piece.page * 1000}">{piece.number}</ofd:ObjectRef>' for piece in pieces)
    return f"<{role.value}>{refs}</{role.value}>"
