"""The tree of a part comes in; the content controls that nobody has filled and that show their prompt go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from gwformat.expressions import expression
from gwformat.ooxml.names import w
from gwformat.ooxml.values import VAL
from gwformat.values import dataclass

_SDT, _TEXT = w("sdt"), w("t")
_ALIAS, _SHOWING = f"{w('sdtPr')}/{w('alias')}", f"{w('sdtPr')}/{w('showingPlcHdr')}"
_OFF = ("0", "false", "off")
# Programs that are no Word leave the switch on when words are typed, so the words must be a prompt as well.
_PROMPT = expression(r"【[^【】]+】|\[[^\[\]]+\]|.{0,6}(?:单击|点击|此处|请?(?:输入|填写|选择)).*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What an unfilled control shows, and what it is called."""

    text: str
    label: str


def prompts(root: etree._Element) -> Iterator[Prompt]:
    """The controls of a part that show their prompt, in document order."""
    for control in root.iter(_SDT):
        showing = control.find(_SHOWING)
        if showing is None or showing.get(VAL) in _OFF:
            continue
        text = "".join(leaf.text or "" for leaf in control.iter(_TEXT))
        if _PROMPT.fullmatch(text.strip()):
            alias = control.find(_ALIAS)
            label = "" if alias is None else alias.get(VAL, "")
            yield Prompt(text, label or text.strip("【】[]"))
