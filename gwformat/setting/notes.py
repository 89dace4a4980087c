"""A setting comes in; how footnotes and endnotes, and the rule above them, are set goes out."""

from __future__ import annotations

from gwformat.model import Align, Role
from gwformat.setting.paragraph import Indents, Set
from gwformat.setting.setting import Setting
from gwformat.units import Emu, Twips

# The room LibreOffice gives the rule above footnotes, which no docx can change: 57 twips, the rule, 57 twips.
# Word draws the rule in a paragraph, which is given the same height.
SEPARATOR = Twips(124)
RULE_DOWN = Twips(62)
RULE_WEIGHT = Twips(10)
RULE_SHARE = 4  # it is a quarter of the text width long


def note_set(setting: Setting) -> Set:
    """How the paragraphs of a note are set: no indents, no gaps, exact pitch."""
    spec = setting.profile.note
    return Set(
        role=Role.OTHER,
        indents=Indents(),
        before=Emu(0),
        after=Emu(0),
        pitch=Twips(spec.pitch.twips),
        least=False,
        align=Align.JUSTIFY,
        slot=spec.slot,
        size=spec.size,
        tracking=Emu(0),
        color="000000",
        bold=False,
        scale=100,
        page_break_before=False,
        keep_with_next=False,
        keep_together=False,
    )
