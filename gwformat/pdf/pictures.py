"""The dictionary of a picture or of a graphics state comes in; its pixels, and what it makes transparent, go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gwformat.finished.drawing import Pixels
from gwformat.finished.values import Space
from gwformat.pdf.colours import space_of

_ABBREVIATED = {"/W": "/Width", "/H": "/Height", "/BPC": "/BitsPerComponent", "/CS": "/ColorSpace", "/F": "/Filter"}
_FAX = ("CCITTFaxDecode", "CCF", "JBIG2Decode")


def pixels_of(picture: Any, named: Any) -> Pixels:
    """What a picture is made of; `named` are the colour spaces of the resources."""
    said = {_ABBREVIATED.get(key, key): picture[key] for key in picture}
    stencil = bool(said.get("/ImageMask", said.get("/IM", False)))
    space, bits = _space(said, named, stencil)
    return Pixels(int(said.get("/Width", 0)), int(said.get("/Height", 0)), bits, space, stencil)


def is_masked(picture: Any) -> bool:
    """Whether a picture lets through what lies below it, here more and there less."""
    return "/SMask" in picture or int(picture.get("/SMaskInData", 0)) > 0


def transparency_of(state: Any) -> Iterator[str]:
    """What an extended graphics state makes transparent."""
    for key in ("/ca", "/CA"):
        if float(state.get(key, 1)) < 1:
            yield f"不透明度 {float(state[key]):.0%}"
    mode = state.get("/BM", "/Normal")
    mode = mode[0] if isinstance(mode, list) else mode
    if mode not in ("/Normal", "/Compatible"):
        yield f"混合模式 {str(mode).lstrip('/')}"
    if state.get("/SMask", "/None") != "/None":
        yield "软蒙版"


def _space(said: Any, named: Any, stencil: bool) -> tuple[Space, int]:
    if stencil:
        return Space.GRAY, 1
    if "/ColorSpace" not in said:  # JPEG 2000 says it itself
        return Space.UNKNOWN, int(said.get("/BitsPerComponent", 8))
    found = space_of(said["/ColorSpace"], named)
    space = found.base if found.space is Space.INDEXED and found.base is not None else found.space
    fax = any(name in _FAX for name in _filters(said.get("/Filter")))
    bits = 1 if fax else int(said.get("/BitsPerComponent", 8))
    return (Space.GRAY if bits == 1 and space is Space.GRAY else space), bits


def _filters(said: Any) -> tuple[str, ...]:
    if said is None:
        return ()
    said = said.get_object()
    return tuple(str(name).lstrip("/") for name in (said if isinstance(said, list) else [said]))
