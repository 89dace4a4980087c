"""The objects of a page come in, layer by layer; words, ruled lines, areas and pictures go out, in mm on the page.

Coordinates of an object are mapped by its CTM and then moved to its boundary, which also clips it (clause 8.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.finished.drawing import Drawn, Path, Pixels
from gwformat.finished.matrices import (
    EVERYWHERE,
    IDENTITY,
    Bounds,
    Matrix,
    around,
    cut,
    scale_of,
    shifted,
    times,
    transformed,
)
from gwformat.finished.paints import mixed
from gwformat.finished.values import Paint, Space
from gwformat.ofd import paths
from gwformat.ofd.numbers import box, is_true, matrix, number
from gwformat.ofd.package import attribute, first, inside, local, text_of
from gwformat.ofd.resources import Resources
from gwformat.ofd.words import runs_of, setting_of
from gwformat.values import dataclass

_DEEPEST = 24  # blocks and vector graphics within each other
_MOST = 200_000  # objects that may be drawn without standing in the file so often: templates, vector graphics
_CHARACTERS = 64  # of the data of an object, that weigh as much as another object
_BYTES = 32  # of the file, that an object takes at least
_LINE_WIDTH = 0.353  # mm (table 32)
_OPAQUE = 255
_BLACK = mixed(Space.RGB, (0.0, 0.0, 0.0))  # where no colour is said


class Budget:
    """How much may still be drawn: templates and vector graphics are drawn as often as they are named."""

    def __init__(self, size: int) -> None:
        """`size`: of all parts, in bytes."""
        self._left = _MOST + size // _BYTES

    def spend(self, element: etree._Element) -> None:
        """Count an object; `InputUnreadable` if there are more than any document has."""
        self._left -= 1 + sum(len(child.text or "") for child in element) // _CHARACTERS
        if self._left < 0:
            raise InputUnreadable("OFD 的页面内容多得不合情理", "可能是恶意文件，请核实文件来源")


@dataclass(frozen=True, slots=True)
class Place:
    """Where objects come to stand, and the layer's drawing parameters that hold where they say nothing."""

    matrix: Matrix
    clip: Bounds = EVERYWHERE
    params: str = ""
    depth: int = 0


class Painter:
    """Draws the objects of one page; `unread` is why some of it could not be drawn."""

    def __init__(self, resources: Resources, budget: Budget, part: str) -> None:
        self.drawn = Drawn()
        self.unread: dict[str, None] = {}
        self.texts: dict[str, str] = {}  # words by object
        self.stacked: list[str] = []
        self._resources, self._budget, self._part = resources, budget, part
        self._open: list[str] = []  # vector graphics that are being drawn

    def layers(self, page: etree._Element, place: Place) -> None:
        """Draw all layers of a page."""
        content = first(page, "Content")
        for layer in inside(content, "Layer") if content is not None else ():
            self.block(layer, replace(place, params=attribute(layer, "DrawParam")))

    def block(self, block: etree._Element, place: Place) -> None:
        """Draw the objects of a layer, a block or a vector graphic."""
        if place.depth > _DEEPEST:
            self.unread["图元嵌套太深"] = None
            return
        inner = replace(place, depth=place.depth + 1)
        for element in block:
            draw = _KINDS.get(local(element))
            if draw is None:
                continue
            self._budget.spend(element)
            try:
                draw(self, element, inner)
            except (ValueError, ArithmeticError):
                self.unread[f"图元 {attribute(element, 'ID')} 的参数有误"] = None

    def _block(self, element: etree._Element, place: Place) -> None:
        within = self._within(element, place)
        self.texts |= within | {attribute(element, "ID"): "".join(within.values())}

    def _within(self, block: etree._Element, place: Place) -> dict[str, str]:
        """Draw what a block holds; the words of its objects."""
        outer, self.texts = self.texts, {}
        try:
            self.block(block, place)
            return self.texts
        finally:
            self.texts = outer

    # What holds for every object

    def _object(self, element: etree._Element, place: Place) -> tuple[Matrix, Bounds]:
        """From the object's space to the page, and what is left of the clip."""
        x, y, width, height = box(attribute(element, "Boundary"))
        moved = times(shifted(x, y), place.matrix)
        edges = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)]
        clip = cut(around(transformed(moved, *edge) for edge in edges), place.clip)
        whole = times(_matrix(element), moved)
        clips = first(element, "Clips")
        for one in inside(clips, "Clip") if clips is not None else ():
            clip = self._clip(one, whole, clip)
        return whole, clip

    def _clip(self, clip: etree._Element, whole: Matrix, bounds: Bounds) -> Bounds:
        """The clip that is left: the areas of one clip are joined, by the rectangle around them."""
        path = Path()
        for area in inside(clip, "Area"):
            shape = first(area, "Path")
            if shape is None:  # words as a clip: nothing that pages of documents have
                return bounds
            x, y, _, _ = box(attribute(shape, "Boundary"))
            inner = times(shifted(x, y), _matrix(area))
            paths.draw(text_of(shape, "AbbreviatedData"), times(times(_matrix(shape), inner), whole), path)
        return path.within(bounds)

    def _params(self, element: etree._Element, place: Place) -> Iterator[etree._Element]:
        """What says how the object is drawn, the nearest first."""
        yield element
        for number_ in (attribute(element, "DrawParam"), place.params):
            yield from self._resources.draw_params(number_, self._part)

    def _colour(self, element: etree._Element, place: Place, name: str) -> etree._Element | None:
        return next((found for one in self._params(element, place) if (found := first(one, name)) is not None), None)

    def _paint(self, colour: etree._Element | None) -> Paint:
        return _BLACK if colour is None else self._resources.paint(colour, self._part)

    def _weight(self, element: etree._Element, place: Place, whole: Matrix) -> float:
        said = (attribute(one, "LineWidth") for one in self._params(element, place))
        return number(next(filter(None, said), str(_LINE_WIDTH))) * scale_of(whole)

    def _seen(self, element: etree._Element, colour: etree._Element | None = None) -> bool:
        """Whether the object shows at all; that it shows what lies below it is noted."""
        alphas = [element.get("Alpha"), None if colour is None else colour.get("Alpha")]
        opaque = min(int(number(said)) if said is not None else _OPAQUE for said in alphas)
        if 0 < opaque < _OPAQUE:
            self.drawn.transparency[f"不透明度 {opaque / _OPAQUE:.0%}"] = None
        return opaque > 0 and is_true(element.get("Visible"), True)

    # The kinds of objects

    def _text(self, element: etree._Element, place: Place) -> None:
        whole, clip = self._object(element, place)
        setting = setting_of(element, self._resources.font(attribute(element, "Font"), self._part))
        filled, outlined = is_true(element.get("Fill"), True), is_true(element.get("Stroke"), False)
        colour = self._colour(element, place, "FillColor" if filled else "StrokeColor")
        paint = self._paint(colour)
        invisible = not (self._seen(element, colour) and (filled or outlined))
        said: list[str] = []
        for run, stacked in runs_of(element, setting):
            said.append(run.text)
            if stacked and not invisible:
                self.stacked.append(run.text)
            em = times(setting.em(run.x, run.y), whole)
            self.drawn.add_words(
                run.text,
                em,
                run.reach,
                setting.font.face,
                paint,
                clip,
                invisible=invisible,
                missing=run.missing,
                unmapped=run.unmapped,
            )
        self.texts[attribute(element, "ID")] = "".join(said)

    def _path(self, element: etree._Element, place: Place) -> None:
        if not self._seen(element):
            return
        whole, clip = self._object(element, place)
        path = self.drawn.path
        try:
            paths.draw(text_of(element, "AbbreviatedData"), whole, path)
            if not path.pieces:
                return
            fill = self._fill(element, place) if is_true(element.get("Fill"), False) else None
            if fill is not None:
                self.drawn.fill(fill, clip)
            if is_true(element.get("Stroke"), True):
                colour = self._colour(element, place, "StrokeColor")
                paint = self._paint(colour)
                if self._seen(element, colour):
                    self.drawn.stroke(self._weight(element, place, whole), paint, _widened(clip))
        finally:
            path.clear()

    def _fill(self, element: etree._Element, place: Place) -> Paint | None:
        """The colour an area is filled with; None where it is not, as where none is said."""
        colour = self._colour(element, place, "FillColor")
        if colour is None or not self._seen(element, colour):
            return None
        return self._paint(colour)

    def _picture(self, element: etree._Element, place: Place) -> None:
        if not self._seen(element):
            return
        whole, clip = self._object(element, place)
        if not attribute(element, "CTM"):  # a picture is one millimetre wide by the letter; nobody means that
            _, _, width, height = box(attribute(element, "Boundary"))
            whole = times((width, 0.0, 0.0, height, 0.0, 0.0), whole)
        raster = self._resources.raster(attribute(element, "ResourceID"), self._part)
        if raster is None:
            pixels = Pixels(0, 0, 8, Space.UNKNOWN)
        else:
            pixels = Pixels(raster.columns, raster.rows, raster.bits, raster.space)
        shown = self.drawn.add_picture(pixels, whole, clip)
        if shown and (attribute(element, "ImageMask") or (raster is not None and raster.see_through)):
            self.drawn.transparency["图片带透明通道"] = None

    def _composite(self, element: etree._Element, place: Place) -> None:
        number_ = attribute(element, "ResourceID")
        if not self._seen(element):
            return
        if number_ in self._open:
            self.unread[f"矢量图 {number_} 包含它自己"] = None
            return
        entry = self._resources.entry("CompositeGraphicUnit", number_, self._part)
        content = None if entry is None else first(entry.element, "Content")
        if content is None:
            return
        whole, clip = self._object(element, place)
        self._open.append(number_)
        try:
            within = self._within(content, Place(whole, clip, depth=place.depth))
        finally:
            self._open.pop()
        self.texts[attribute(element, "ID")] = "".join(within.values())


def _matrix(element: etree._Element) -> Matrix:
    said = attribute(element, "CTM")
    return matrix(said) if said else IDENTITY


def _widened(clip: Bounds) -> Bounds:
    """A clip that leaves half a line at its edge: boundaries are often drawn around the middle of lines."""
    return clip[0] - _LINE_WIDTH, clip[1] - _LINE_WIDTH, clip[2] + _LINE_WIDTH, clip[3] + _LINE_WIDTH


_KINDS: Mapping[str, Callable[[Painter, etree._Element, Place], None]] = {
    "TextObject": Painter._text,
    "PathObject": Painter._path,
    "ImageObject": Painter._picture,
    "CompositeObject": Painter._composite,
    "PageBlock": Painter._block,
}
