"""A package comes in; an error goes out if a style hides words in it.

Words that say themselves that they are hidden stay so. The styles of a draft give way to those of the standard, and
what only a style of the draft hides would be printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.ooxml.values import VAL, switch
from gwformat.readers.docx.stories import text_parts

_VANISH, _PARAGRAPH, _RUN, _TEXT = w("vanish"), w("p"), w("r"), w("t")
_OWN, _RUN_STYLE, _STYLE = f"{w('rPr')}/{_VANISH}", f"{w('rPr')}/{w('rStyle')}", f"{w('pPr')}/{w('pStyle')}"
_SHOWN = 20  # characters


def refuse_hidden_by_style(package: Package, sheet: StyleSheet) -> None:
    """`InputUnreadable` if words are hidden by the style of their paragraph or of their characters (not by both)."""
    if sheet.root is None or next(sheet.root.iter(_VANISH), None) is None:
        return
    hiding = {name for name in sheet.elements if _hides(sheet, name)}
    for name in (package.main_part, *(name for _, name in text_parts(package))):
        words = next(_hidden(package.tree(name), sheet, hiding), None)
        if words is not None:
            raise InputUnreadable(
                f"文档里有由样式隐藏的文字：“{words[:_SHOWN]}”，换了样式会印出来",
                "在 Word 或 WPS 里显示隐藏文字，删去它，或者取消它的隐藏，再试",
            )


def _hides(sheet: StyleSheet, name: str) -> bool:
    said = (node for properties in sheet.run_properties(name) if (node := properties.find(_VANISH)) is not None)
    nearest = next(said, None)
    return nearest is not None and switch(nearest)


def _hidden(root: etree._Element, sheet: StyleSheet, hiding: set[str]) -> Iterator[str]:
    """The words that only styles hide."""
    for run in root.iter(_RUN) if hiding else ():
        if run.find(_OWN) is not None:
            continue
        holder = next(run.iterancestors(_PARAGRAPH), None)
        named = None if holder is None else holder.find(_STYLE)
        of_paragraph = sheet.known(None if named is None else named.get(VAL), "paragraph") in hiding
        own = run.find(_RUN_STYLE)
        of_characters = own is not None and own.get(VAL) in hiding
        if of_paragraph != of_characters and (words := "".join(leaf.text or "" for leaf in run.iterchildren(_TEXT))):
            yield words
