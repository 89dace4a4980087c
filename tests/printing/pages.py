"""A PDF as plants change it: pages with streams of their own drawn over them, and whatever the file holds besides."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

from tests.printing.ground import good

PT = 72 / 25.4


class Sheets:
    """The ground, to be changed."""

    def __init__(self, data: bytes | None = None) -> None:
        self.writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good() if data is None else data)))

    def page(self, number: int) -> PageObject:
        return self.writer.pages[number - 1]

    @property
    def catalogue(self) -> DictionaryObject:
        return self.writer.root_object

    def over(self, number: int, drawing: str, **resources: dict[str, Any]) -> Sheets:
        """Draw over a page; resources by kind: `Font={"X": …}`."""
        page = self.page(number)
        contents = page["/Contents"]
        before = list(contents) if isinstance(contents, ArrayObject) else [page.raw_get("/Contents")]
        page[NameObject("/Contents")] = ArrayObject(
            [self.stream(b"q"), *before, self.stream(b"Q " + drawing.encode("latin-1"))]
        )
        self.name(page["/Resources"].get_object(), resources)
        return self

    def under(self, number: int, drawing: str, **resources: dict[str, Any]) -> Sheets:
        """What a page begins with; it holds for all that follows."""
        page = self.page(number)
        contents = page["/Contents"]
        before = list(contents) if isinstance(contents, ArrayObject) else [page.raw_get("/Contents")]
        page[NameObject("/Contents")] = ArrayObject([self.stream(drawing.encode("latin-1")), *before])
        self.name(page["/Resources"].get_object(), resources)
        return self

    def name(self, holder: Any, resources: dict[str, dict[str, Any]]) -> None:
        for kind, named in resources.items():
            there = holder.setdefault(NameObject(f"/{kind}"), DictionaryObject()).get_object()
            for name, value in named.items():
                there[NameObject(f"/{name}")] = value

    def stream(self, data: bytes, **entries: Any) -> Any:
        """A stream as an object of the file."""
        stream = StreamObject()
        stream.set_data(data)
        stream.update(of(**entries))
        return self.writer._add_object(stream)

    def add(self, **entries: Any) -> Any:
        """A dictionary as an object of the file."""
        return self.writer._add_object(of(**entries))

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()


def of(**entries: Any) -> DictionaryObject:
    """A dictionary from Python values; strings that begin with / are names."""
    return DictionaryObject({NameObject(f"/{key}"): value_of(value) for key, value in entries.items()})


def value_of(value: Any) -> Any:
    """A PDF object of a Python value."""
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    if isinstance(value, bool) or hasattr(value, "write_to_stream"):
        return value
    if isinstance(value, int):
        return NumberObject(value)
    if isinstance(value, float):
        return FloatObject(value)
    if isinstance(value, (list, tuple)):
        return ArrayObject([value_of(item) for item in value])
    return of(**value)


def box(left: float, bottom: float, right: float, top: float) -> RectangleObject:
    """A box in mm."""
    return RectangleObject([value * PT for value in (left, bottom, right, top)])
