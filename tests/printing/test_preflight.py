"""A finished file gets one verdict, with what stands against printing it."""

from __future__ import annotations

import io
import json
from pathlib import Path

from pypdf import PdfWriter

from tests.cli.running import EXAMPLES, Shell


def blank_pdf(width: float, height: float) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width, height)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_letter_sheet_may_not_be_printed(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "印件.pdf"
    path.write_bytes(blank_pdf(612, 792))
    outcome = gwformat("print", path)
    assert outcome.code == 1
    assert "不可印制" in outcome.stdout
    assert "P701" in outcome.stdout


def test_the_json_report_has_the_findings_of_check_and_the_verdict(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "印件.pdf"
    path.write_bytes(blank_pdf(612, 792))
    (file,) = json.loads(gwformat("print", path, "--format", "json", "--select", "P701").stdout)
    assert file["verdict"] == "不可印制"
    (finding,) = file["findings"]
    assert finding["location"]["page"] == 1
    assert finding["measured"] == "215.9 × 279.4 mm"


def test_a_part_of_the_rules_gives_no_verdict_but_an_error_is_one(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "印件.pdf"
    path.write_bytes(blank_pdf(595.276, 841.89))
    part = gwformat("print", path, "--select", "P701")
    assert part.code == 0
    assert "只查了一部分（查了 1 条规则，有 " in part.stdout
    assert "可以印制" not in part.stdout
    (file,) = json.loads(gwformat("print", path, "--ignore", "P701", "--format", "json").stdout)
    assert file["may_be_printed"] in (None, False)
    assert file["unasked"] == ["P701"]
    path.write_bytes(blank_pdf(612, 792))
    assert "不可印制（查了 1 条规则" in gwformat("print", path, "--select", "P701").stdout


def test_what_is_no_pdf_and_no_docx_is_unreadable(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "印件.pdf"
    path.write_bytes(b"\x00" * 100)
    assert gwformat("print", path).code == 3


def test_one_unreadable_file_does_not_stop_the_others(gwformat: Shell, tmp_path: Path) -> None:
    good, bad = tmp_path / "一.pdf", tmp_path / "二.pdf"
    good.write_bytes(blank_pdf(612, 792))
    bad.write_bytes(b"%PDF-1.7 and nothing else")
    for style in ("text", "json", "html"):
        outcome = gwformat("print", bad, good, "--format", style)
        assert outcome.code == 7
        assert "P701" in outcome.stdout
        assert "损坏" in outcome.stdout


def test_an_html_report_is_written_beside_the_file(gwformat: Shell, tmp_path: Path) -> None:
    path, report = tmp_path / "印件.pdf", tmp_path / "报告.html"
    path.write_bytes(blank_pdf(612, 792))
    assert gwformat("print", path, "--format", "html", "-o", report).code == 1
    assert "不可印制" in report.read_text(encoding="utf-8")
    assert gwformat("print", path, "--format", "html", "-o", report).code == 4


def test_rules_of_the_press_are_asked_by_print_and_those_of_documents_by_check(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "印件.pdf"
    path.write_bytes(blank_pdf(595.3, 841.9))
    assert gwformat("print", path, "--select", "E1").code == 2
    assert gwformat("check", path, "--select", "P7").code == 2
    assert gwformat("print", path, "--select", "P7", "--ignore", "P70").code == 0


def test_an_imprint_without_the_date_of_printing_ends_at_its_last_line(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "印件.pdf"
    imprint = ("--set", "抄送=市委办公室", "--set", "印发机关=某某市人民政府办公室")
    gwformat("render", EXAMPLES / "决定.txt", "-o", path, *imprint)
    outcome = gwformat("print", path, "--select", "P712")
    assert outcome.code == 0
    assert "版记末条分隔线的高度  262.0 mm" in outcome.stdout
