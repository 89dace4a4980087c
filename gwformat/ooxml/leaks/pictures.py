"""A package comes in; what its pictures hold besides what they show goes out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.ooxml.leaks.kinds import Leak, LeakKind, Removal
from gwformat.ooxml.leaks.stored import is_referred_to
from gwformat.ooxml.leaks.view import View
from gwformat.ooxml.names import A
from gwformat.ooxml.picture_data import extras
from gwformat.ooxml.values import whole

_SIDES = ("l", "t", "r", "b")
_SEEN = 500  # thousandths of a per cent: rounding of whoever wrote the file


def pictures(view: View) -> Iterator[Leak]:
    """Exif, comments and thumbnails in picture files; what lies outside of a crop."""
    arrows = [(source, arrow) for source, arrow in view.arrows.of("image") if not arrow.external]
    images = {arrow.target for source, arrow in arrows if is_referred_to(view, source, arrow)}
    for name in sorted(images):
        data = view.package.parts.get(name)
        if data is None:
            continue
        for what, removable in extras(data):
            yield Leak(LeakKind.PICTURE_DATA, name, what, Removal.PICTURE if removable else None)
    for part, root in view.having(b"srcRect", b"imagedata"):
        for node in root.iter(f"{{{A}}}srcRect"):
            if any(abs(whole(node.get(side, "").rstrip("%")) or 0) > _SEEN for side in _SIDES):
                yield Leak(LeakKind.CROPPED, part, "图片裁去的部分还在文件里", None, view.paragraph(part, node))
        for node in root.iter("{*}imagedata"):
            if any(key.startswith("crop") for key in map(str, node.attrib)):
                yield Leak(LeakKind.CROPPED, part, "图片裁去的部分还在文件里", None, view.paragraph(part, node))
