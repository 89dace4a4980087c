"""附件说明 (7.3.4): the number stands under the number, a wrapped name under the name's first character."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gwformat.model import Role
from gwformat.units import Emu
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import PPR, put
from gwformat.writers.docx.setting import Setting
from gwformat.writers.docx.styles import indents

_NUMBER = re.compile(r"\d+\s*[.．、]?\s*")


def hang(placed: Sequence[Placed], setting: Setting) -> None:
    """Set the indents of all lines of the note."""
    spec = setting.spec(Role.ATTACHMENT_NOTE)
    start = setting.columns(spec, spec.left - spec.hanging)
    for item in placed:
        if item.line.role is not Role.ATTACHMENT_NOTE:
            continue
        text = item.line.text
        label = spec.prefix if text.startswith(spec.prefix) else ""
        found = _NUMBER.match(text, len(label))
        number = setting.width(found[0], spec) if found else Emu(0)
        column = Emu(start + setting.width(spec.prefix, spec))
        left = Emu(column + number)
        first = Emu((start if label else column) - left)
        ppr = item.node.find(PPR)
        assert ppr is not None
        put(ppr, indents(left=left, right=setting.columns(spec, spec.right), first_line=first))
