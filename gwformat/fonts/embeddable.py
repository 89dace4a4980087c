"""An installed face and the characters wanted of it come in; the file to embed goes out, or why there is none."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from gwformat.fonts.details import details
from gwformat.fonts.installed import Installed
from gwformat.fonts.opened import opened
from gwformat.values import dataclass

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_NO_TRUETYPE = "字体是 PostScript 轮廓（OTF），Word 只用嵌入的 TrueType 字体"
_PLAIN = (".ttf",)


@dataclass(frozen=True, slots=True)
class Embeddable:
    """A font file fit for a docx."""

    data: bytes
    subset: bool


def refusal(face: Installed) -> str:
    """Why the face may not or cannot be embedded; "" if it can."""
    found = details(face)
    return found.embedding.refusal or ("" if found.truetype else _NO_TRUETYPE)


def may_be_subset(face: Installed) -> bool:
    """Whether the maker permits that only some characters are embedded."""
    return details(face).embedding.subsetting


def embeddable(face: Installed, characters: Iterable[str] | None) -> Embeddable:
    """The file of a face that is not refused: with just these characters, or whole for None.

    A face in a collection or a web font is taken out of it. The same face and characters always give the same bytes.
    """
    if characters is None and face.path.suffix.lower() in _PLAIN:
        return Embeddable(face.path.read_bytes(), subset=False)
    with opened(face.path, face.index, lazy=None) as font:
        if characters is not None:
            _reduce(font, characters)
        font.flavor = None
        target = io.BytesIO()
        font.save(target)
    return Embeddable(target.getvalue(), characters is not None)


def _reduce(font: TTFont, characters: Iterable[str]) -> None:
    from fontTools.subset import Options, Subsetter

    options = Options(
        layout_features=["*"],
        name_IDs=["*"],
        name_languages=["*"],
        name_legacy=True,
        notdef_outline=True,
        recommended_glyphs=True,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted({0x20, *map(ord, characters)}))
    subsetter.subset(font)
