"""An OFD shows what the PDF of the same pages shows, and is as the schemas of annex A have it: drafts of every kind."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from benchmarks import look_drafts, picture_drafts, stress_tables
from benchmarks.geometry_format_drafts import format_cases
from benchmarks.geometry_joint import joint_cases
from benchmarks.geometry_landscape import landscape_cases
from benchmarks.geometry_run import draft_of
from benchmarks.ofd_content import OfdFile
from benchmarks.ofd_schemas import VARIABLE, OfdSchemas
from benchmarks.page_difference import Compared, compare
from benchmarks.pdf_content import read_content
from gwformat import api, drawing
from tests.standin.ofd_files import ofd, path, text

LIMIT = 0.1  # mm

CASES = {case.name: case for case in (*format_cases(), *joint_cases(), *landscape_cases())}
CHOSEN = ("信函-份号密级紧急", "命令-市长", "纪要-12人", "电报-一行", "横排表-附件")
DRAFTS = {
    "every look": look_drafts.draft,
    "graphics": lambda: picture_drafts.draft(1),
    "tables": lambda: stress_tables.table_draft(4),
}
EVERY = (*CHOSEN, next(name for name, case in CASES.items() if case.pictures), *DRAFTS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("drafts")


def laid_out(name: str, folder: Path) -> api.LaidOut:
    if name in CASES:
        return api.lay_out_file(*draft_of("national", CASES[name], folder))
    draft = folder / f"{name}.docx"
    draft.write_bytes(DRAFTS[name]())
    return api.lay_out_file(draft)


def drawn(laid: api.LaidOut, form: str) -> bytes:
    return drawing.draw(laid.pages, laid.setting, form, media=laid.media).files[0]


@pytest.mark.parametrize("name", EVERY)
def test_everything_is_in_both_and_in_one_place(name: str, folder: Path) -> None:
    laid = laid_out(name, folder)
    made = folder / f"{name}.ofd"
    made.write_bytes(drawn(laid, "ofd"))
    file = OfdFile(made)
    wanted = [read_content(page) for page in PdfReader(io.BytesIO(drawn(laid, "pdf"))).pages]
    said = Compared()
    for one, other in zip(wanted, file.pages(), strict=True):
        said.add(compare(one, other, LIMIT))
    assert said.glyphs > 50
    assert not said.faults
    assert not file.problems


@pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"{VARIABLE} names no folder with the schemas of annex A")
@pytest.mark.parametrize("name", EVERY)
def test_every_part_is_as_its_schema_says(name: str, folder: Path) -> None:
    made = folder / f"{name}.ofd"
    made.write_bytes(drawn(laid_out(name, folder), "ofd"))
    assert not list(_schemas().errors(made))


@pytest.mark.skipif(not os.environ.get(VARIABLE), reason=f"{VARIABLE} names no folder with the schemas of annex A")
def test_a_file_that_is_not_as_the_schemas_say_is_found(tmp_path: Path) -> None:
    """One without a font of its text, the colours of a path the wrong way round, and an offset that is no number."""
    wrong = ofd(
        tmp_path,
        text("某").replace(' Font="1"', ""),
        path("M 0 0 L 9 0", box="20 20 9 1", colors='<ofd:FillColor Value="0 0 0"/><ofd:StrokeColor Value="0 0 0"/>'),
        text("某", place='X="left" Y="6"'),
    )
    assert len([error for error in _schemas().errors(wrong) if "Page_0.xml" in error]) == 3


@cache
def _schemas() -> OfdSchemas:
    return OfdSchemas(Path(os.environ[VARIABLE]))
