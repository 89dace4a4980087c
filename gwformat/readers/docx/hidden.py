"""The parts of a package come in; an error goes out if a style hides words in them.

Words that say themselves that they are hidden stay so. The styles of a draft give way to those of the standard, and
what only a style of the draft hides would be printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ooxml.names import w
from gwformat.ooxml.style_sheet import StyleSheet
from gwformat.ooxml.values import VAL

_PARAGRAPH, _RUN, _TEXT = w("p"), w("r"), w("t")
_OWN, _RUN_STYLE, _STYLE = f"{w('rPr')}/{w('vanish')}", f"{w('rPr')}/{w('rStyle')}", f"{w('pPr')}/{w('pStyle')}"
_SHOWN = 20  # characters


def refuse_hidden_by_style(roots: Iterable[etree._Element], sheet: StyleSheet) -> None:
    """`InputUnreadable` if words are hidden by the style of their paragraph or of their characters (not by both).

    `roots` are those of the parts with words.
    """
    words = next((said for root in roots for said in _hidden(root, sheet)), None) if sheet.hiding else None
    if words is not None:
        raise InputUnreadable(
            f"文档里有由样式隐藏的文字：“{words[:_SHOWN]}”，换了样式会印出来",
            "在 Word 或 WPS 里显示隐藏文字，删去它，或者取消它的隐藏，再试",
        )


def _hidden(root: etree._Element, sheet: StyleSheet) -> Iterator[str]:
    """The words that only styles hide."""
    for run in root.iter(_RUN):
        if run.find(_OWN) is not None:
            continue
        holder = next(run.iterancestors(_PARAGRAPH), None)
        named = None if holder is None else holder.find(_STYLE)
        of_paragraph = sheet.known(None if named is None else named.get(VAL), "paragraph") in sheet.hiding
        own = run.find(_RUN_STYLE)
        of_characters = own is not None and own.get(VAL) in sheet.hiding
        if of_paragraph != of_characters and (words := "".join(leaf.text or "" for leaf in run.iterchildren(_TEXT))):
            yield words
