"""A docx comes in; the same as LibreOffice saves it, in each format that is read, goes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gwformat import office
from gwformat.errors import GwError

_DOCX = "docx:MS Word 2007 XML"
_WAYS = (("存为docx", _DOCX), ("存为odt", "odt"), ("存为rtf", "rtf"), ("存为doc", "doc:MS Word 97"))


def resaved(source: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Each copy with the name of its way; `folder` is for the copies. What LibreOffice cannot save is left out."""
    for name, form in _WAYS:
        copy = folder / f"{name}.{form.partition(':')[0]}"
        try:
            office.convert(source, form, copy)
        except GwError:
            continue
        yield name, copy
    odt, again = folder / "存为odt.odt", folder / "经odt.docx"
    if odt.exists():
        office.convert(odt, _DOCX, again)
        yield "经odt存为docx", again
        odt.unlink()
