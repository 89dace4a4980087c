"""Pages and the faces to draw them with come in, typst source that places every stretch absolutely goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gwformat.fonts.installed import Installed
from gwformat.layout.boxes import Fill, Line, Page, Placed, Stroke
from gwformat.units import EMU_PER_PT
from gwformat.values import dataclass
from gwformat.writers.drawn.decorations import Dot, Rule, decorations
from gwformat.writers.drawn.order import Shown, Turned, shown
from gwformat.writers.drawn.paragraphs import Paragraph, level_of
from gwformat.writers.drawn.pictures import Media, content_of, described, whole
from gwformat.writers.drawn.signs import SLANT, Lettering, false_bold, is_added, runs_from_right
from gwformat.writers.typst.pieces import Piece, pieces

# Everything typst would decide by itself is switched off. Text stands on its baseline, whatever its face's line
# height; the empty box keeps typst from trimming a bracket at the beginning of a line; the wide one from breaking it.
_PRELUDE = """\
#set page(margin: 0pt)
#set par(leading: 0pt, spacing: 0pt, first-line-indent: 0pt, hanging-indent: 0pt, justify: false)
#set block(spacing: 0pt)
#set heading(numbering: none, bookmarked: true, outlined: true)
#set text(lang: "zh", region: "CN", dir: ltr, style: "normal", cjk-latin-spacing: none, kerning: false,
  ligatures: false, hyphenate: false, overhang: false, fallback: false, top-edge: "baseline", bottom-edge: "baseline")
#let at(x, y, body) = place(top + left, dx: x, dy: y, body)
#let inline(x, y, body) = box(width: 0pt, height: 0pt, at(x, y, body))
#let t(x, y, set-in, size, tracking, words) = inline(x, y,
  box(width: 9999pt, { box(); set-in(size: size, tracking: tracking, words) }))
#let l(end, y, set-in, size, words) = inline(end - 9999pt, y,
  box(width: 9999pt, { box(); h(1fr); set-in(size: size, words) }))
#let n(x, y, set-in, size, tracking, percent, words) = inline(x, y, scale(x: percent, origin: top + left,
  box(width: 9999pt, { box(); set-in(size: size, tracking: tracking, words) })))
#let i(x, y, set-in, size, tracking, percent, words) = inline(x, y, skew(ax: -SLANTdeg, origin: top + left,
  scale(x: percent, origin: top + left, box(width: 9999pt, { box(); set-in(size: size, tracking: tracking, words) }))))
#let para(x, y, ..parts) = at(x, y, par(parts.pos().join()))
#let head(x, y, level, words, ..parts) = {
  show heading: _ => block(parts.pos().join())
  at(x, y, heading(level: level, words))
}
#let header(x, y, ..parts) = pdf.artifact(kind: "header", at(x, y, parts.pos().join()))
#let footer(x, y, ..parts) = pdf.artifact(kind: "footer", at(x, y, parts.pos().join()))
#let turned(width, body) = place(top + left, dx: width, rotate(90deg, origin: top + left,
  box(width: 0pt, height: 0pt, body)))
#let rule(x, y, w, h, weight, color) = pdf.artifact(at(x, y,
  line(start: (0pt, 0pt), end: (w, h), stroke: (paint: rgb(color), thickness: weight, cap: "butt"))))
#let shade(x, y, w, h, color) = pdf.artifact(at(x, y, rect(width: w, height: h, fill: rgb(color), stroke: none)))
#let mark(x, y, part) = pdf.artifact(at(x, y, part))
#let dot(x, y, radius, color) = pdf.artifact(at(x - radius, y - radius, circle(radius: radius, fill: rgb(color))))
#let frame(x, y, w, h) = pdf.artifact(at(x, y,
  rect(width: w, height: h, stroke: (paint: luma(50%), thickness: 0.5pt, dash: "dashed"))))
#let picture(x, y, w, h, data, alt) = at(x, y, image(data, width: w, height: h, fit: "stretch", alt: alt))
#let part(x, y, w, h, left, top, width, height, turn, data, alt) = at(x, y, rotate(turn,
  box(width: w, height: h, clip: true, picture(left, top, width, height, data, alt))))
""".replace("SLANT", str(SLANT))


@dataclass(frozen=True, slots=True)
class Typeface:
    """How typst calls a face."""

    family: str
    weight: int
    style: str
    stretch: float


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays what: faces by family, what typst calls them, and the picture files that can be drawn."""

    lettering: Lettering
    typefaces: Mapping[Installed, Typeface]
    pictures: Mapping[bytes, str]  # content → name
    media: Media  # the parts of the draft, where most contents are


def source(pages: Sequence[Page], cast: Cast, about: str) -> str:
    """The whole document; `about` is the `set document` rule."""
    styles = _Styles(cast.typefaces)
    bodies = [_page(page, cast, styles) for page in pages]
    lets = (f"#let {name} = text.with({said})\n" for said, name in styles.names.items())
    return "".join((about, _PRELUDE, *lets, *bodies))


def _page(page: Page, cast: Cast, styles: _Styles) -> str:
    parts = [f"#page(width: {_pt(page.width)}, height: {_pt(page.height)})[\n"]
    for item in shown(page):
        parts.extend(_drawn(item, page, cast, styles))
    return "".join((*parts, "]\n"))


def _drawn(item: Shown, page: Page, cast: Cast, styles: _Styles) -> Iterator[str]:
    match item:
        case Paragraph():
            yield from _paragraph(item, page, cast, styles)
        case Turned():
            upright = [line for one in item.paragraphs for line in _paragraph(one, page, cast, styles)]
            yield from (f"#turned({_pt(page.width)}, [", *upright, "])\n") if upright else ()
        case Placed():
            yield _carrier(item, cast)
        case Stroke():
            yield _stroke(item)
        case Fill():
            yield _fill(item)


def _paragraph(paragraph: Paragraph, page: Page, cast: Cast, styles: _Styles) -> Iterator[str]:
    """A paragraph's origin is the upper left corner of its first line, where its bookmark leads."""
    first = paragraph.lines[0]
    place = f"{_pt(first.x)}, {_pt(first.top)}"
    heading: list[str] = []
    parts: list[str] = []
    beside: list[str] = []  # hyphens and dots that are none of the document's words
    for line in paragraph.lines:
        for piece in pieces(line, cast.lettering):
            words = heading if level_of(piece.glyphs, line) else parts
            (beside if is_added(piece.glyphs) else words).append(_text(piece, first, styles))
    if heading:
        yield f"#head({place}, {paragraph.level}, {quoted(paragraph.heading)},\n{''.join(heading)})\n"
    if parts:
        yield f"#{_kind(paragraph, page)}({place},\n{''.join(parts)})\n"
    for piece_beside in beside:
        yield f"#mark({place}, {piece_beside})\n"
    for line in paragraph.lines:
        if any(glyphs.emphasis for glyphs in line.glyphs):
            yield from map(_decoration, decorations(line, cast.lettering.baseline(line)))


def _kind(paragraph: Paragraph, page: Page) -> str:
    """What a reader of the file is told: headers and footers are none of the document's words."""
    if not paragraph.margin:
        return "para"
    return "header" if paragraph.lines[0].top < page.height // 2 else "footer"


def _text(piece: Piece, origin: Line, styles: _Styles) -> str:
    x, y = _points(piece.x - origin.x.pt), _points(piece.y - origin.top.pt)
    if runs_from_right(piece.text):
        # Joined letters are as wide as typst makes them; tracking would tear them apart.
        end = _points(piece.glyphs.x.pt + piece.glyphs.width.pt - origin.x.pt)
        return f"l({end}, {y}, {styles.name(piece)}, {_points(piece.size)}, {quoted(piece.text)}),\n"
    how = f"{x}, {y}, {styles.name(piece)}, {_points(piece.size)}, {_points(piece.tracking)}"
    if piece.glyphs.slanted:
        return f"i({how}, {piece.scale:.3%}, {quoted(piece.text)}),\n"
    if piece.scale == 1:
        return f"t({how}, {quoted(piece.text)}),\n"
    return f"n({how}, {piece.scale:.3%}, {quoted(piece.text)}),\n"


class _Styles:
    """How text is set apart from its size: `names` of what typst is told, each told once."""

    def __init__(self, typefaces: Mapping[Installed, Typeface]) -> None:
        self._typefaces = typefaces
        self._known: dict[tuple[int, str, float, bool], str] = {}
        self.names: dict[str, str] = {}

    def name(self, piece: Piece) -> str:
        """The name of the style of a piece."""
        outline = false_bold(piece.glyphs, piece.face, piece.size)
        right_to_left = runs_from_right(piece.text)
        key = (id(piece.face), piece.glyphs.color, outline, right_to_left)
        if key not in self._known:
            said = _style(self._typefaces[piece.face], piece.glyphs.color, outline, right_to_left)
            self._known[key] = self.names.setdefault(said, f"s{len(self.names)}")
        return self._known[key]


def _style(named: Typeface, color: str, outline: float, right_to_left: bool) -> str:
    paint = f'rgb("{color}")'
    stroke = f"(paint: {paint}, thickness: {_points(outline)})" if outline else "none"
    return (
        f"font: {quoted(named.family)}, weight: {named.weight}, style: {quoted(named.style)}, "
        f"stretch: {named.stretch:g}%, fill: {paint}, stroke: {stroke}"
        # typst 0.15 cannot write right-to-left words without kerning into a PDF.
        f"{', kerning: true' if right_to_left else ''}"
    )


def _decoration(item: Rule | Dot) -> str:
    x, y = _points(item.x), _points(item.y)
    if isinstance(item, Dot):
        return f'#dot({x}, {y}, {_points(item.radius)}, "{item.color}")\n'
    return f'#rule({x}, {y}, {_points(item.width)}, 0pt, {_points(item.weight)}, "{item.color}")\n'


def _stroke(stroke: Stroke) -> str:
    place = ", ".join(map(_pt, (stroke.x, stroke.y, stroke.width, stroke.height, stroke.weight)))
    return f'#rule({place}, "{stroke.color}")\n'


def _fill(fill: Fill) -> str:
    place = ", ".join(map(_pt, (fill.x, fill.y, fill.width, fill.height)))
    return f'#shade({place}, "{fill.color}")\n'


def _carrier(placed: Placed, cast: Cast) -> str:
    place = ", ".join(map(_pt, (placed.x, placed.y, placed.width, placed.height)))
    carrier = placed.carrier
    name = cast.pictures.get(content_of(carrier, cast.media))
    if name is None:
        return f"#frame({place})\n"
    content = f"{picture(name)}, {quoted(described(carrier))}"
    image = carrier.image
    if image is None or not (any(image.crop) or image.turn):
        return f"#picture({place}, {content})\n"
    part = ", ".join(map(_points, whole(placed, image)))
    return f"#part({place}, {part}, {image.turn:g}deg, {content})\n"


def picture(name: str) -> str:
    """The picture of that name, as the compiler hands it over."""
    return f"bytes(json({quoted(f'{name}.json')}))"


def document_rule(title: str, description: str, dated: bool) -> str:
    """The `set document` rule; what is empty is left out, and no date is made up."""
    named = (("title", title), ("description", description))
    said = [f"{key}: {quoted(text)}" for key, text in named if text]
    return f"#set document({', '.join([*said, 'date: auto' if dated else 'date: none'])})\n"


def quoted(text: str) -> str:
    """A typst string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if escaped.isprintable():
        return f'"{escaped}"'
    return (
        '"'
        + "".join(char if char.isprintable() or char == "\u3000" else f"\\u{{{ord(char):x}}}" for char in escaped)
        + '"'
    )


def _pt(length: int) -> str:
    return _points(length / EMU_PER_PT)


def _points(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") + "pt"
