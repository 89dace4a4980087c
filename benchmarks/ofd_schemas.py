"""An OFD comes in; what the schemas of GB/T 33190 annex A say against its XML files goes out. The schemas are not ours.

GWFORMAT_OFD_XSD names the folder with `OFD.xsd`, `Document.xsd`, `Page.xsd`, `Res.xsd` and `CustomTags.xsd`.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

VARIABLE = "GWFORMAT_OFD_XSD"
_ROOTS = ("OFD", "Document", "Page", "Res", "CustomTags", "Annotations", "Attachments", "Extensions", "Signatures")
_NAMESPACE = "http://www.ofdspec.org/2016"
# Table 63 demands the attribute that annex A.9 does not know.
_CONTRADICTION = "The attribute 'TypeID' is not allowed."


class OfdSchemas:
    """The schemas of one folder, each loaded once."""

    def __init__(self, folder: Path) -> None:
        self._schemas = {
            f"{{{_NAMESPACE}}}{name}": etree.XMLSchema(file=str(folder / f"{name}.xsd"))
            for name in _ROOTS
            if (folder / f"{name}.xsd").exists()
        }

    def errors(self, path: Path) -> Iterator[str]:
        """Every complaint as "part: message"."""
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.endswith(".xml"):
                    yield from self._of(name, etree.fromstring(package.read(name)))

    def _of(self, name: str, root: etree._Element) -> Iterator[str]:
        schema = self._schemas.get(str(root.tag))
        if schema is None or schema.validate(root):
            return
        said = (error.message for error in schema.error_log)
        yield from (f"{name}: {message}" for message in said if _CONTRADICTION not in message)
