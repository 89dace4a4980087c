"""The number of a page comes in; its line below the type area goes out (7.5)."""

from __future__ import annotations

from gwformat.layout.boxes import Glyphs, Line
from gwformat.layout.sheet import Sheet
from gwformat.model import Role
from gwformat.setting.setting import Setting
from gwformat.units import Emu


def page_number(number: int, setting: Setting, sheet: Sheet) -> Line:
    """“— 1 —”: odd pages 居右空一字, even pages 居左空一字; in the middle if a unit wants it there.

    `sheet` is upright: the number of a landscape page stands where it does on the others when bound (clause 8).
    """
    spec = setting.profile.page_number
    face = setting.fonts.faces[spec.slot]
    text = f"{spec.dash} {number} {spec.dash}".strip()
    width = Emu(round(sum(map(face.advance, text)) * spec.size))
    inset = round(spec.size * spec.inset)
    x = Emu(sheet.right - inset - width if number % 2 else sheet.left + inset)
    if spec.centred:
        x = Emu((sheet.left + sheet.right - width) // 2)
    top = Emu(spec.dash_y - spec.size // 2)  # the dash stands in the middle of the em box
    glyphs = Glyphs(text, x, width, face.family, spec.size)
    return Line((glyphs,), Role.OTHER, x, top, Emu(top + spec.size), width, margin=True)
