"""A docx comes in; the families that codes of fields name, which are words and stay as they are, go out."""

from __future__ import annotations

from collections import Counter

from gwformat.expressions import expression
from gwformat.fonts.system import FontSystem
from gwformat.fonts.translation import Translation, is_of_signs
from gwformat.ooxml.leaks import View
from gwformat.ooxml.leaks.fields import codes
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping.font_table import other_names

# 17.16.5.64: SYMBOL 9633 \\f "仿宋_GB2312" \\s 16
_SYMBOL = expression(r'\s*SYMBOL\b[^\n]*?\\f\s*(?:"([^"]*)"|(\S+))')
_SIGN = b"SYMBOL"


def named_in_codes(package: Package, target: FontSystem) -> Counter[str]:
    """The families that fields show a character in and `target` has under another name, or not at all."""
    if not any(_SIGN in data for data in package.parts.values()):
        return Counter()
    names = Translation(target, others=other_names(package))
    found = (_SYMBOL.match(code) for code in codes(View(package)))
    said = Counter((one[1] or one[2] or "").strip() for one in found if one is not None)
    return Counter(
        {name: count for name, count in said.items() if name and not is_of_signs(name) and names.chinese(name) != name}
    )
