"""A page comes in, its Content.xml goes out, with the objects that show each element and the headings on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from gwformat.fonts.installed import Installed
from gwformat.layout.boxes import Fill, Layer, Page, Placed, Stroke
from gwformat.model import CarrierKind
from gwformat.values import dataclass
from gwformat.writers.drawn.decorations import Dot, Rule, decorations
from gwformat.writers.drawn.order import Shown, Turned, shown
from gwformat.writers.drawn.paragraphs import Paragraph
from gwformat.writers.drawn.signs import Lettering
from gwformat.writers.ofd import objects
from gwformat.writers.ofd.faces import Font
from gwformat.writers.ofd.images import Images
from gwformat.writers.ofd.objects import Sheet
from gwformat.writers.ofd.spelling import HEADER, OPENED, box_of, from_emu, from_points, sheet_box
from gwformat.writers.ofd.tags import Tagger
from gwformat.writers.ofd.texts import drawn, stretches

_BACKGROUND, _BODY, _FOREGROUND = "Background", "Body", "Foreground"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its place, for the outline; lengths in micrometres."""

    level: int
    words: str
    page: int
    x: int
    y: int


class Draughtsman:
    """Draws the pages of one document in their order; `undrawn` and `headings` grow, `new` gives things numbers."""

    def __init__(
        self,
        new: Callable[[], int],
        lettering: Lettering,
        fonts: Mapping[Installed, Font],
        images: Images,
        tagger: Tagger,
    ) -> None:
        self._new, self._lettering, self._fonts = new, lettering, fonts
        self._images, self._tagger = images, tagger
        self.undrawn: list[tuple[CarrierKind, int]] = []
        self.headings: list[Heading] = []

    def page(self, page: Page, number: int) -> str:
        """The content of a page that has this number in the document."""
        box = f"<ofd:PhysicalBox>{sheet_box(page.width, page.height)}</ofd:PhysicalBox>"
        layers = "".join(self._layers(page, number)) or self._layer(_BODY) + "</ofd:Layer>"
        return f"{HEADER}<ofd:Page {OPENED}><ofd:Area>{box}</ofd:Area><ofd:Content>{layers}</ofd:Content></ofd:Page>"

    def _layers(self, page: Page, number: int) -> Iterator[str]:
        """Objects in the order in which they are drawn, and numbered so: some readers draw by number."""
        now = ""
        for item in shown(page):
            wanted = _layer_of(item)
            if wanted != now:
                if now:
                    yield "</ofd:Layer>"
                yield self._layer(wanted)
                now = wanted
            yield from self._item(item, page, number)
        if now:
            yield "</ofd:Layer>"

    def _layer(self, kind: str) -> str:
        return f'<ofd:Layer ID="{self._new()}" Type="{kind}">'

    def _item(self, item: Shown, page: Page, number: int) -> Iterator[str]:
        sheet = Sheet()
        match item:
            case Paragraph():
                yield from self._paragraph(item, sheet, number)
            case Turned():
                turned = Sheet(from_emu(page.width))
                for paragraph in item.paragraphs:
                    yield from self._paragraph(paragraph, turned, number)
            case Placed():
                yield self._carrier(item, sheet, page.number)
            case Stroke():
                yield objects.line(self._new(), sheet, box_of(item), from_emu(item.weight), item.color)
            case Fill():
                yield objects.area(self._new(), sheet, box_of(item), item.color)

    def _paragraph(self, paragraph: Paragraph, sheet: Sheet, page: int) -> Iterator[str]:
        first = paragraph.lines[0]
        if paragraph.level and sheet.width is None:
            place = from_emu(first.x), from_emu(first.top)
            self.headings.append(Heading(paragraph.level, paragraph.heading, page, *place))
        for line in paragraph.lines:
            baseline = self._lettering.baseline(line)
            parts = self._tagger.parts(line)
            for stretch in stretches(line, baseline, parts, self._lettering, self._fonts):
                number = self._new()
                yield drawn(number, stretch, sheet)
                if stretch.element is not None:
                    stretch.element.refer(page, number, stretch.words)
            for item in decorations(line, baseline):
                yield _decoration(self._new(), item, sheet)

    def _carrier(self, placed: Placed, sheet: Sheet, page: int) -> str:
        found = self._images.shown(placed)
        if found is not None:
            return objects.picture(self._new(), sheet, *found)
        self.undrawn.append((placed.carrier.kind, page))
        return objects.frame(self._new(), sheet, box_of(placed))


def _layer_of(item: Shown) -> str:
    if isinstance(item, Fill) or (isinstance(item, Placed) and item.layer is Layer.BEHIND):
        return _BACKGROUND
    return _FOREGROUND if isinstance(item, Placed) and item.layer is Layer.BEFORE else _BODY


def _decoration(number: int, item: Rule | Dot, sheet: Sheet) -> str:
    x, y = from_points(item.x), from_points(item.y)
    if isinstance(item, Dot):
        return objects.dot(number, sheet, x, y, from_points(item.radius), item.color)
    return objects.line(number, sheet, (x, y, from_points(item.width), 0), from_points(item.weight), item.color)
