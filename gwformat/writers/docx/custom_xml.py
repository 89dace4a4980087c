"""A custom XML part comes in; the part beside it that says what it is goes out (ISO/IEC 29500-1 22.5)."""

from __future__ import annotations

from gwformat.ooxml.part_kinds import KINDS
from gwformat.values import dataclass
from gwformat.writers.docx.parts import Parts

_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_KIND = "customXmlProps"


@dataclass(frozen=True, slots=True)
class Properties:
    """What is said of a custom XML part, and in which part: the identifier of the item, and of its schema."""

    part: str
    item: str
    namespace: str


def describe(parts: Parts, name: str, properties: Properties) -> None:
    """Say what the custom XML part `name` is, by a part that it leads to."""
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem xmlns:ds="{_NAMESPACE}" ds:itemID="{{{properties.item}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{properties.namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    parts.put(properties.part, content.encode(), KINDS[_KIND].content_type)
    parts.relate(name, "rId1", _KIND, properties.part)
