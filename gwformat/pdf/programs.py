"""The descriptor of a font comes in; the program that is embedded with it goes out."""

from __future__ import annotations

from typing import Any

from gwformat.finished.programs import Program, bare_cff, opened, sfnt


def read_program(descriptor: Any) -> tuple[Program | None, str]:
    """The program of a font descriptor, or None with the reason why it cannot be read ("" if there is none)."""
    if "/FontFile2" in descriptor:
        return opened(lambda: sfnt(descriptor["/FontFile2"].get_object().get_data()))
    if "/FontFile3" in descriptor:
        return opened(lambda: _compact(descriptor["/FontFile3"].get_object()))
    return None, ""


def _compact(stream: Any) -> Program:
    data = stream.get_data()
    return sfnt(data) if stream.get("/Subtype") == "/OpenType" else bare_cff(data)
