"""Carriers come in, which picture shows each and where goes out; every picture becomes a resource once.

OFD knows PNG and JPEG in every reader. Other rasters become PNG if Pillow is installed; what has no picture, or one
that is damaged or of another kind, has none here.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Callable, Iterator

from gwformat.layout.boxes import Placed
from gwformat.model import Image
from gwformat.ooxml.picture_data import JPEG, PNG, cleaned
from gwformat.values import dataclass
from gwformat.writers.drawn.pictures import DRAWINGS, Media, as_png, content_of, drawn_anew, whole
from gwformat.writers.ofd.objects import Matrix
from gwformat.writers.ofd.spelling import Box, box_of, from_points

_OTHERS = (b"BM", b"II*\0", b"MM\0*", b"GIF8", b"RIFF")  # BMP, TIFF, GIF, WebP
_QUALITY = 95  # of a JPEG of which a part is cut out
_NEARLY = 0.002  # of a picture's side: less is not worth cutting off

Cut = tuple[float, float, float, float]
"""Left, top, right and bottom of the part that shows, in parts of the whole picture."""

_WHOLE: Cut = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Resource:
    """A picture in the file."""

    number: int
    data: bytes
    form: str  # PNG or JPEG

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"image_{self.number}.{'jpg' if self.form == 'JPEG' else 'png'}"


class Images:
    """The pictures of one document; `media` are the parts of its package, `number` gives each its number."""

    def __init__(self, media: Media, number: Callable[[], int]) -> None:
        self._media, self._number = media, number
        self._drawn: dict[bytes, bytes] = {}
        self._known: dict[tuple[bytes, Cut], Resource | None] = {}

    @property
    def resources(self) -> Iterator[Resource]:
        """All of them."""
        return (resource for resource in self._known.values() if resource is not None)

    def shown(self, placed: Placed) -> tuple[Box, Matrix, int] | None:
        """Boundary, matrix and resource of the picture a carrier shows; None if it cannot be shown."""
        content = content_of(placed.carrier, self._media)
        if content not in self._drawn:
            self._drawn[content] = _drawable(content)
        data = self._drawn[content]
        if not data:
            return None
        box = box_of(placed)
        image = placed.carrier.image or Image("")
        shows, cut = _visible(placed, image) if any(image.crop) else (box, _WHOLE)
        resource = self._resource(data, cut)
        return None if resource is None else (*_turned(shows, box, image.turn), resource.number)

    def _resource(self, data: bytes, cut: Cut) -> Resource | None:
        key = data, cut
        if key not in self._known:
            part = data if cut == _WHOLE else _cut_out(data, cut)
            form = "PNG" if part.startswith(PNG) else "JPEG"
            self._known[key] = Resource(self._number(), part, form) if part else None
        return self._known[key]


def _drawable(content: bytes) -> bytes:
    """The picture as PNG or JPEG, without what it tells beside its pixels; empty if it cannot be that."""
    if not content or content.startswith(DRAWINGS):
        return b""
    data = as_png(content, _OTHERS) if content.startswith(_OTHERS) else content
    return cleaned(data) if data.startswith((PNG, JPEG)) and _is_sound(data) else b""


def _is_sound(data: bytes) -> bool:
    """Whether the picture can be opened, as far as can be known without decoding it, or without Pillow at all."""
    try:
        from PIL import Image as Pillow
    except ImportError:
        return data.startswith(JPEG) or data.rstrip(b"\0").endswith(b"IEND\xaeB`\x82")
    try:
        with warnings.catch_warnings(), Pillow.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            warnings.simplefilter("ignore")
            picture.verify()
    except (OSError, ValueError, SyntaxError, EOFError, Pillow.DecompressionBombError):
        return False
    return True


def _visible(placed: Placed, image: Image) -> tuple[Box, Cut]:
    """Where the part that shows stands on the page, and which part that is; a negative crop is a margin."""
    left, top, width, height = whole(placed, image)
    x0, y0 = max(left, 0.0), max(top, 0.0)
    x1, y1 = min(left + width, placed.width.pt), min(top + height, placed.height.pt)
    box = (
        from_points(placed.x.pt + x0),
        from_points(placed.y.pt + y0),
        from_points(x1 - x0),
        from_points(y1 - y0),
    )
    return box, ((x0 - left) / width, (y0 - top) / height, (x1 - left) / width, (y1 - top) / height)


def _cut_out(data: bytes, cut: Cut) -> bytes:
    """The part as a picture of its own, to the nearest pixel; empty without Pillow: readers do not agree on clips."""
    if all(abs(side - other) < _NEARLY for side, other in zip(cut, _WHOLE, strict=True)):
        return data
    form, how = ("JPEG", {"quality": _QUALITY}) if data.startswith(JPEG) else ("PNG", {})
    return drawn_anew(data, lambda picture: picture.crop(_pixels(cut, *picture.size)), form, **how) or b""


def _pixels(cut: Cut, across: int, down: int) -> tuple[int, int, int, int]:
    """The part in pixels, at least one of them."""
    left, top = min(round(cut[0] * across), across - 1), min(round(cut[1] * down), down - 1)
    return left, top, max(round(cut[2] * across), left + 1), max(round(cut[3] * down), top + 1)


def _turned(shows: Box, place: Box, degrees: float) -> tuple[Box, Matrix]:
    """The boundary of a part that is turned about the middle of its place, and the matrix from the unit square."""
    left, top, width, height = shows
    if not degrees % 360:
        return shows, Matrix(width / 1000, 0, 0, height / 1000)
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    middle_x, middle_y = place[0] + place[2] / 2, place[1] + place[3] / 2

    def turned(x: float, y: float) -> tuple[float, float]:
        across, down = x - middle_x, y - middle_y
        return middle_x + across * cosine - down * sine, middle_y + across * sine + down * cosine

    corners = [turned(left + across, top + down) for across in (0, width) for down in (0, height)]
    x0, y0 = math.floor(min(x for x, _ in corners)), math.floor(min(y for _, y in corners))
    x1, y1 = math.ceil(max(x for x, _ in corners)), math.ceil(max(y for _, y in corners))
    origin_x, origin_y = corners[0]
    matrix = Matrix(
        width * cosine / 1000,
        width * sine / 1000,
        -height * sine / 1000,
        height * cosine / 1000,
        round(origin_x - x0),
        round(origin_y - y0),
    )
    return (x0, y0, x1 - x0, y1 - y0), matrix
