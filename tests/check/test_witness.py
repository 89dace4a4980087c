"""What LibreOffice measures: paragraphs found again by their words, and how far the places can be trusted."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from gwformat import api, readers
from gwformat.check import witness
from gwformat.check.geometry import Geometry, Known
from gwformat.errors import ConfigurationInvalid
from gwformat.findings import Severity
from gwformat.fonts.installed import InstalledFonts, installed_fonts
from gwformat.model import Draft
from gwformat.office import instance
from gwformat.ooxml.effective import Formatting, formatting_of
from gwformat.units import Mm, Pt
from tests.build import make_docx, p
from tests.check.specimen import docx_of
from tests.check.test_geometry import EXACT, PAGE, PLAIN, body
from tests.standin import office
from tests.standin.fonts import build_all

needs_office = pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")


def opened(path: Path, data: bytes) -> tuple[Draft, Formatting]:
    path.write_bytes(data)
    draft = readers.read(path)
    assert draft.package is not None
    return draft, formatting_of(draft.package)


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InstalledFonts]:
    """LibreOffice sees the stand-in fonts and no others."""
    for name, value in office.install(tmp_path / "office").items():
        monkeypatch.setenv(name, value)
    instance.close()  # one that runs already sees other fonts
    yield installed_fonts([build_all()])
    instance.close()


@needs_office
def test_measured_and_computed_places_agree(tmp_path: Path, stand_ins: InstalledFonts) -> None:
    text = ["汛期各级各部门要按照职责分工，逐级落实防汛责任，把任务分解到岗位、到人员，确保安全度汛。" * 2] * 12
    specimen = "\n".join(["［标题］某某市人民政府关于做好防汛工作的通知", *text])
    draft, formatting = opened(tmp_path / "a.docx", docx_of(specimen))
    measured = witness.measure(draft, formatting, fonts=stand_ins)
    computed = Geometry(draft, formatting)
    compared = 0
    for number, stand in measured.items():
        own, words = computed.of(number), words_of(draft, number)
        if own.known is Known.COMPUTED and words.strip():
            assert stand.known is Known.MEASURED
            assert [(line.page, words[line.start : line.end].strip()) for line in stand.lines] == [
                (line.page, words[line.start : line.end].strip()) for line in own.lines
            ]
            for ours, theirs in zip(own.lines, stand.lines, strict=True):
                assert abs(ours.top - theirs.top) < Mm(0.35)
                if stand.breaks is Known.MEASURED and theirs.left is not None and ours.left is not None:
                    assert abs(ours.left - theirs.left) < Mm(0.5)
            compared += 1
    assert compared >= 6


@needs_office
def test_where_libreoffice_does_not_read_a_switch_what_follows_is_not_known(
    tmp_path: Path, stand_ins: InstalledFonts
) -> None:
    draft, formatting = opened(
        tmp_path / "a.docx", make_docx(body("甲2026年" * 12, PLAIN) + body("乙", PLAIN) + PAGE.format(""))
    )
    mixed, below = witness.measure(draft, formatting, fonts=stand_ins).values()
    assert (mixed.known, len(mixed.lines), below.known) == (Known.UNVERIFIED, 1, Known.UNVERIFIED)
    assert "加空" in below.reason


def words_of(draft: Draft, number: int) -> str:
    return next(paragraph.text for paragraph in draft.paragraphs() if paragraph.source.first == number)


@needs_office
def test_what_is_not_certain_is_measured_and_empty_paragraphs_are_not(
    tmp_path: Path, stand_ins: InstalledFonts
) -> None:
    text = body("甲乙丙丁", PLAIN) + p("", EXACT) + body("戊" * 30, PLAIN)
    draft, formatting = opened(tmp_path / "a.docx", make_docx(text + PAGE.format("")))
    found = Geometry(draft, formatting, witness.measure(draft, formatting, fonts=stand_ins))
    assert [found.of(number).known for number in (1, 2, 3)] == [Known.MEASURED, Known.UNVERIFIED, Known.MEASURED]
    assert [(line.start, line.end) for line in found.of(3).lines] == [(0, 27), (27, 30)]
    assert found.page_and_line(3, 28) == (1, 3)


@needs_office
def test_with_another_face_in_its_place_only_exact_heights_are_trusted(
    tmp_path: Path, stand_ins: InstalledFonts
) -> None:
    strange = '<w:rFonts w:eastAsia="无此字体" w:hint="eastAsia"/><w:sz w:val="32"/>'
    automatic = '<w:spacing w:line="560" w:lineRule="exact" w:beforeAutospacing="1"/>'
    text = body("甲乙丙丁戊", PLAIN + automatic, strange) + body("己庚辛壬癸", PLAIN, strange)
    draft, formatting = opened(tmp_path / "a.docx", make_docx(text + PAGE.format("")))
    exact, loose = witness.measure(draft, formatting, fonts=stand_ins).values()
    assert (exact.known, exact.breaks) == (Known.MEASURED, Known.UNVERIFIED) and "无此字体" in exact.reason
    assert loose.known is Known.UNVERIFIED and "无此字体" in loose.reason
    assert exact.lines[0].bottom - exact.lines[0].top == Pt(16)


def test_libreoffice_is_found_where_installers_put_it(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.touch()
    assert witness.office(str(tmp_path / "nowhere"), [tmp_path / "other", program]) == program


def test_without_libreoffice_the_user_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationInvalid) as caught:
        witness.office(str(tmp_path), [tmp_path / "soffice"])
    assert "LibreOffice" in caught.value.message and "--measure" in caught.value.advice


@needs_office
def test_a_file_that_takes_too_long_is_not_measured(tmp_path: Path) -> None:
    draft, formatting = opened(tmp_path / "a.docx", docx_of(""))
    assert witness.measure(draft, formatting, time_limit=0.01) == {}


def test_what_is_classified_is_not_copied_for_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx_of("［份号］000001\n［密级和保密期限］机密★1年"))
    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    os.utime(copies, (0, 0))
    result = api.check_file(path, api.CheckOptions(measure=True))
    found = [finding for finding in result.findings if finding.code == "G002"]
    assert [finding.severity for finding in found] == [Severity.UNVERIFIED]
    assert "涉密" in found[0].message
    assert copies.stat().st_mtime == 0  # nothing was ever made there
    assert result.context.geometry is not None and result.context.geometry.page_count is not None
