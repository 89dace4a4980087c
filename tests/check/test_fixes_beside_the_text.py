"""Words in cells, text boxes and notes are mended as those of the text, at their own runs; the ledger agrees."""

from __future__ import annotations

import io
import zipfile
from html import escape
from pathlib import Path

import pytest
from lxml import etree

from gwformat import api, ledger
from gwformat.ooxml.inline import atoms, paragraphs
from gwformat.ooxml.names import MC, w
from tests.build import make_docx, p

MAIN, NOTES = "word/document.xml", "word/footnotes.xml"


def cell(text: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{p(text)}</w:tc></w:tr></w:tbl>"


def box(text: str) -> str:
    inside = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>"
    return f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MC}">{choice}{fallback}</mc:AlternateContent></w:r></w:p>'


REFERENCE = '<w:p><w:r><w:t>按要求办理</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'


def notes(text: str) -> dict[str, str | bytes]:
    separator = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    mark = "<w:r><w:footnoteRef/></w:r>"
    return {NOTES: f'{separator}<w:footnote w:id="2"><w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'}


def draft(kind: str, text: str, folder: Path) -> api.CheckResult:
    head = p("关于防汛工作的通知") + p("各镇人民政府：")
    text = escape(text)
    beside = {"cell": cell, "box": box}.get(kind)
    body, parts = (beside(text), {}) if beside is not None else (REFERENCE, notes(text))
    path = folder / "草稿.docx"
    path.write_bytes(make_docx(head + body, parts))
    return api.check_file(path, api.CheckOptions(select=("T",)))


def texts(data: bytes, part: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(part))
    return ["".join(atom.text for atom in atoms(paragraph)) for paragraph in paragraphs(root)]


@pytest.mark.parametrize("kind", ["cell", "box", "note"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("检查面积(平方米),按月上报", "检查面积（平方米），按月上报"),
        ("见某政发[2025]5号", "见某政发〔2025〕5号"),
        ("二O二五年", "二〇二五年"),
        ("完成５０％", "完成50%"),
        ("2025-2026年", "2025—2026年"),
    ],
)
def test_characters_are_mended_where_they_stand(kind: str, before: str, after: str, tmp_path: Path) -> None:
    found = draft(kind, before, tmp_path)
    mended = api.mend(found)
    part = NOTES if kind == "note" else MAIN
    assert after in texts(mended.data, part)
    assert before not in texts(mended.data, part)
    assert {finding.location.part for finding in mended.fixed} == {part}
    assert not mended.after.findings


def test_the_old_form_of_a_text_box_is_mended_too(tmp_path: Path) -> None:
    mended = api.mend(draft("box", "甲组,乙组", tmp_path))
    with zipfile.ZipFile(io.BytesIO(mended.data)) as archive:
        root = etree.fromstring(archive.read(MAIN))
    assert ["".join(one.itertext()) for one in root.iter(w("txbxContent"))] == ["甲组，乙组"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "0571-88888888",
        "3-201室",
        "姓  名",
        "GB/T 9704-2012",
        "A(2)型",
        "1:500",
        "P<0.05",
        "<姓名>",
        "7*24小时",
        "型号A-100",
    ],
)
def test_what_means_something_else_in_a_cell_stays(text: str, tmp_path: Path) -> None:
    assert not api.mend(draft("cell", text, tmp_path)).fixed


@pytest.mark.parametrize("kind", ["cell", "box", "note"])
def test_the_ledger_sees_a_change_that_no_fix_says(kind: str, tmp_path: Path) -> None:
    found = draft(kind, "甲组,乙组", tmp_path)
    package = found.document.draft.package
    assert package is not None
    mended = api.mend(found)
    places = [step.where for finding in mended.fixed if finding.fix for step in finding.fix.steps]
    part, number = places[0].part, places[0].paragraph  # type: ignore[union-attr]
    said = {(part, number): [(2, 3, "，")]}
    assert not ledger.check_amended(package.parts, mended.data, said)
    assert ledger.check_amended(package.parts, mended.data, {})
    assert ledger.check_amended(package.parts, mended.data, {(part, number): [(2, 3, "、")]})
