"""The boxes of seals and their pictures come in; drawings behind the text, hung on the date, go into the document."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.layout.boxes import SealBox
from gwformat.model import Document, seal_name
from gwformat.writers.docx.drawn import behind
from gwformat.writers.docx.manuscript import Placed
from gwformat.writers.docx.oxml import el, properties
from gwformat.writers.docx.parts import Parts


def press(placed: Sequence[Placed], document: Document, boxes: Sequence[SealBox], parts: Parts) -> None:
    """Draw every seal that has a picture; across it stands on the sheet, down with the paragraph it hangs on."""
    holders = {item.passage.first + number: item.node for item in placed for number in range(len(item.passage.blocks))}
    names = document.signatories
    for box in reversed(boxes):  # each comes before the one that was put in last
        picture = document.seals[box.organ] if box.organ < len(document.seals) else None
        if picture is not None:
            drawing = behind(picture.data, box, seal_name(names[box.organ]), parts)
            properties(holders[box.anchor]).addnext(el("r", el("drawing", drawing)))
