"""LibreOffice opens every template, and sets it on as many pages as we do; a form fits on one."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from gwformat import api
from tests.standin import office

pytestmark = pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")


def test_every_template_opens_and_has_its_pages(tmp_path: Path) -> None:
    made = {}
    for listed in api.templates():
        path = api.new_file(listed.name, tmp_path / f"{listed.name}.docx").output
        made[path] = 1 if listed.group == "表单" else len(api.lay_out_file(path).pages.pages)
    pdfs = office.convert_all(list(made), tmp_path, office.install(tmp_path / "office"))
    shown = {path.stem: pdf and len(pypdf.PdfReader(pdf).pages) for path, pdf in zip(made, pdfs, strict=True)}
    assert shown == {path.stem: pages for path, pages in made.items()}
