"""The witness obeys what a docx says, and the benchmark of agreement finds, names and keeps what differs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from benchmarks.agreement_causes import UNKNOWN, cause
from benchmarks.agreement_lines import Compared, Difference, Left, compare
from benchmarks.agreement_log import Log, read
from benchmarks.pdf_content import read_page
from benchmarks.text_lines import text_lines
from gwformat.api import FormatOptions, format_file
from gwformat.errors import InputUnreadable
from gwformat.fonts.advances import Advances
from gwformat.fonts.installed import installed_fonts
from gwformat.fonts.system import Repertoire
from tests.standin import office
from tests.standin.charsets import beyond, characters

HAN = "各级人民政府要加强组织领导完善工作机制"
NAME = "通知.txt"


@pytest.fixture
def witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice with the stand-in fonts."""
    if office.soffice() is None:
        pytest.skip("LibreOffice is not installed")
    for name, value in office.install(tmp_path / "office").items():
        monkeypatch.setenv(name, value)


def drafted(place: Path, paragraph: str) -> Path:
    path = place / NAME
    path.write_text(f"关于某某工作的通知\n各区人民政府：\n　　{paragraph}\n", encoding="utf-8")
    return path


def test_the_font_of_last_resort_has_what_no_other_has() -> None:
    assert set(map(ord, "한ا😀")) <= beyond()
    assert ord("ﻻ") not in beyond()  # a font that had it would set two letters as one glyph
    assert not beyond() & (characters(Repertoire.GB18030) | characters(Repertoire.LATIN))


@pytest.mark.usefixtures("witness")
def test_libreoffice_begins_no_line_with_what_the_file_forbids_there(tmp_path: Path) -> None:
    full = (HAN * 3)[: 26 + 28]
    result = format_file(drafted(tmp_path, f"{full}℃以上的地方。"), tmp_path / "a.docx", FormatOptions(force=True))
    office.print_warm(result.output, tmp_path / "a.pdf", 60)
    lines = [line.text for line in text_lines(1, read_page(PdfReader(tmp_path / "a.pdf").pages[0])[0])]
    assert f"{full[-1]}℃以上的地方。" in lines


@pytest.mark.usefixtures("witness")
def test_a_difference_comes_with_the_rule_that_foretells_it(tmp_path: Path) -> None:
    before = (HAN * 2)[: 26 - 8]
    draft = drafted(tmp_path, f"{before}reports/summaries/annual-report的要求。")
    result = format_file(draft, tmp_path / "a.docx", FormatOptions(force=True))
    office.print_warm(result.output, tmp_path / "a.pdf", 60)
    compared = compare(NAME, result, tmp_path / "a.pdf", Advances(installed_fonts()))
    assert compared.same_pages
    assert compared.lines - compared.same == compared.foretold == 2
    (found,) = compared.differences
    assert found == Difference((f"{before}reports/", "summaries/annual-report的要求。"), found.ours, "slash")
    assert found.ours == (before, "reports/summaries/annual-report的要求。")


@pytest.mark.usefixtures("witness")
def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    result = format_file(drafted(tmp_path, HAN), tmp_path / "a.docx", FormatOptions(force=True))
    with pytest.raises(InputUnreadable, match=r"超过 0\.01 秒"):
        office.print_warm(result.output, tmp_path / "a.pdf", 0.01)


@pytest.mark.parametrize(
    ("theirs", "ours", "why"),
    [
        (["见a/", "b"], ["见", "a/b"], "slash"),
        (["人—", "—各"], ["人", "——各"], "dash"),
        (["气温", "℃高"], ["气", "温℃高"], "set"),
        (["发", "〔2011〕17号"], ["发〔2011〕", "17号"], "sticks"),
        (["排满一", "行ab"], ["排满一行", "ab"], "width"),
    ],
)
def test_a_cause_is_named_where_the_lines_were_foretold_only(theirs: list[str], ours: list[str], why: str) -> None:
    assert cause(theirs, ours, frozenset(theirs)) == why
    assert cause(theirs, ours, frozenset(theirs[:1])) == UNKNOWN


def test_kept_results_are_read_again_those_of_another_commit_are_not(tmp_path: Path) -> None:
    one = Compared(NAME, (2, 3), False, 40, 38, 2, 0, (Difference(("甲",), ("乙",), "width"),), ("plain",))
    kept = tmp_path / "kept.jsonl"
    Log(kept, "abc").add(one)
    Log(kept, "abc").add(Left("坏的.docx", "打不开"))
    assert Log(kept, "abc").known == {NAME: one, "坏的.docx": Left("坏的.docx", "打不开")}
    assert not Log(kept, "def").known
    assert len(read([kept])) == 2


@pytest.mark.usefixtures("witness")
def test_a_path_wider_than_its_cell_is_parted_alike(tmp_path: Path) -> None:
    path = "reports/2026/summaries/annual_report_of_some_office/appendices/some_very_long_name_of_a_file.docx"
    draft = tmp_path / "表.md"
    draft.write_text(f"# 关于某某工作的通知\n\n各区：\n\n|文件|\n|---|\n|{path}|\n", encoding="utf-8")
    result = format_file(draft, tmp_path / "a.docx", FormatOptions(force=True))
    office.print_warm(result.output, tmp_path / "a.pdf", 60)
    theirs = [line.text for line in text_lines(1, read_page(PdfReader(tmp_path / "a.pdf").pages[0])[0])]
    ours = [line.text for line in result.pages.pages[0].lines if line.spans and line.text in path]
    assert len(ours) == 2 and "".join(ours) == path
    assert not set(ours) - set(theirs)
