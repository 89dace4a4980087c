"""附件说明 (7.3.4): the number stands under the number, a wrapped name under the name's first character."""

from __future__ import annotations

from gwformat.expressions import expression
from gwformat.model import Role
from gwformat.setting.paragraph import Indents
from gwformat.setting.setting import Setting
from gwformat.units import Emu

_NUMBER = expression(r"\d+\s*[.．、]?\s*")


def hang(text: str, setting: Setting) -> Indents:
    """The indents of one line of the note."""
    spec = setting.spec(Role.ATTACHMENT_NOTE)
    start = setting.columns(spec, spec.left - spec.hanging)
    label = spec.prefix if text.startswith(spec.prefix) else ""
    found = _NUMBER.match(text, len(label))
    number = setting.width(found[0], spec) if found else Emu(0)
    column = Emu(start + setting.width(spec.prefix, spec))
    left = Emu(column + number)
    first = Emu((start if label else column) - left)
    return Indents(left, setting.columns(spec, spec.right), first)
