"""The style sheet of a package in; whether a run is hidden, by itself or by its styles, out (ISO/IEC 29500-1 17.7.3).

Worked out from the standard and from nothing the reader made: so the ledger sees if that took hidden words for shown
ones, or shown ones for hidden.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.ledger.parts import Parts
from gwformat.ledger.places import conditions
from gwformat.ledger.things import is_on
from gwformat.ooxml.names import w
from gwformat.ooxml.trees import child_of
from gwformat.ooxml.values import whole

_STYLE, _ID, _TYPE, _DEFAULT, _VAL = w("style"), w("styleId"), w("type"), w("default"), w("val")
_BASED_ON, _RPR, _PPR, _VANISH = w("basedOn"), w("rPr"), w("pPr"), w("vanish")
_PARAGRAPH_STYLE, _RUN_STYLE, _TABLE_STYLE = w("pStyle"), w("rStyle"), f"{w('tblPr')}/{w('tblStyle')}"
_DEFAULTS = f"{w('docDefaults')}/{w('rPrDefault')}/{_RPR}/{_VANISH}"
_PART_OF_TABLE = w("tblStylePr")
_P, _CELL, _TABLE, _BOX = w("p"), w("tc"), w("tbl"), w("txbxContent")
_TRUE = frozenset(("1", "true", "on"))


class Hiding:
    """What the styles of a package say of hidden words."""

    def __init__(self, parts: Parts) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}  # by type and id
        self._defaults: dict[str, str] = {}
        self._always = False
        arrow = next((one for one in parts.relationships(parts.main).values() if one.kind == "styles"), None)
        root = parts.root(arrow.target) if arrow is not None and parts.mentions(arrow.target, "vanish") else None
        self.any = root is not None and any(is_on(mark) for mark in root.iter(_VANISH))
        """Whether any style hides words."""
        if root is None or not self.any:
            return
        self._always = is_on(root.find(_DEFAULTS))
        for style in root.iterchildren(_STYLE):
            kind, name = style.get(_TYPE, "paragraph"), style.get(_ID, "")
            self._styles.setdefault((kind, name), style)
            if style.get(_DEFAULT) in _TRUE:
                self._defaults[kind] = name

    def hides(self, run: etree._Element) -> bool:
        """Whether what stands in a run is hidden: the run's own word holds, else that of an odd number of styles."""
        properties = child_of(run, _RPR)
        own = None if properties is None else child_of(properties, _VANISH)
        if own is not None or not self.any:
            return is_on(own)
        if self._always:
            return True
        character = None if properties is None else child_of(properties, _RUN_STYLE)
        paragraph = next(run.iterancestors(_P), None)
        hidden = character is not None and self._says("character", character.get(_VAL, ""), ("",))
        if paragraph is not None:
            named = paragraph.find(f"{_PPR}/{_PARAGRAPH_STYLE}")
            hidden ^= self._says("paragraph", self._known("paragraph", named), ("",))
            hidden ^= self._by_table(paragraph)
        return hidden

    def _by_table(self, paragraph: etree._Element) -> bool:
        """Whether the style of the table around hides: its part for the nearest place of the cell holds."""
        within = []
        for around in paragraph.iterancestors(_CELL, _TABLE, _BOX):
            within.append(around)
            if around.tag != _CELL:
                break
        if not within or within[-1].tag != _TABLE or len(within) == 1:
            return False
        name = self._known("table", within[-1].find(_TABLE_STYLE))
        if not any(next(style.iter(_VANISH), None) is not None for style in self._line("table", name)):
            return False
        bands = self._band_size(name, "tblStyleRowBandSize"), self._band_size(name, "tblStyleColBandSize")
        return self._says("table", name, (*reversed(conditions(within[-1], within[-2], bands)), "wholeTable", ""))

    def _band_size(self, name: str, tag: str) -> int:
        sizes = (style.find(f"{w('tblPr')}/{w(tag)}") for style in self._line("table", name))
        said = next((whole(size.get(_VAL)) for size in sizes if size is not None), 1)
        return max(said or 1, 1)

    def _known(self, kind: str, named: etree._Element | None) -> str:
        """The style that is named, or the default one if there is none of that name and kind."""
        name = None if named is None else named.get(_VAL)
        return name if name is not None and (kind, name) in self._styles else self._defaults.get(kind, "")

    def _says(self, kind: str, name: str, parts: tuple[str, ...]) -> bool:
        """What a style says for the first of `parts` of which it says anything ("" is the style as a whole)."""
        line = list(self._line(kind, name))
        for part in parts:
            for style in line:
                holders = [style] if not part else [one for one in style.iter(_PART_OF_TABLE) if one.get(_TYPE) == part]
                for holder in holders[:1]:
                    mark = holder.find(f"{_RPR}/{_VANISH}")
                    if mark is not None:
                        return is_on(mark)
        return False

    def _line(self, kind: str, name: str) -> Iterator[etree._Element]:
        """A style and those it is based on, the nearest first."""
        seen: set[str] = set()
        while name not in seen and (style := self._styles.get((kind, name))) is not None:
            seen.add(name)
            yield style
            base = style.find(_BASED_ON)
            name = "" if base is None else base.get(_VAL, "")
