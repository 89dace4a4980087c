"""F309: a signer's name in another face than 楷体."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.pieces import parted, styled
from gwformat.expressions import expression
from gwformat.findings import Property, Safety, Severity, reformatted
from gwformat.fonts.styles import style_of
from gwformat.model import Role
from gwformat.profiles.schema import Slot

_LABEL = expression(r"\s*签\s*发\s*人?\s*[：:∶]?|[^：]*：")


@rule(
    "F309",
    name="signer-not-kaiti",
    clause="GB/T 9704-2012 7.2.6",
    severity=Severity.ERROR,
    fixable=Safety.SAFE,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """“签发人”三字用3号仿宋体字，签发人姓名用3号楷体字。

    不合规::

        ［文种］请示
        ［签发人 字体］仿宋

    合规::

        ［文种］请示
    """
    for signer in context.of(Role.SIGNER):
        label = _LABEL.match(signer.text)  # its colon has a rule of its own
        names = label.end() if label else 0
        for piece in (part for whole in styled(context, signer) for part in parted(whole, names)):
            wanted = Slot.KAITI if piece.where.start >= names else Slot.FANGSONG
            font = piece.font
            if font is None or style_of(font.name) is wanted:
                continue
            said = "签发人姓名用楷体" if wanted is Slot.KAITI else "“签发人”三字用仿宋"
            fix = reformatted(piece.where, Property.FONT, context.fonts.families[wanted])
            yield Problem(f"{said}，现为“{font.name}”", piece.where, fix, measured=font.name)
