"""A finished file gets one verdict, with what stands against printing it."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfWriter

from tests.cli.running import EXAMPLES, Outcome, Shell


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


def test_the_imprint_of_a_letter_may_stand_on_an_odd_page(gwformat: Shell, tmp_path: Path) -> None:
    text = (
        *("某某市财政局", "某财函〔2026〕7号", "关于征求意见的函", "市直各单位：", "　　现征求你单位意见。"),
        *SIGNED,
    )
    outcome = printed(gwformat, tmp_path, (*text, "抄送：市审计局。"), "P711", "--kind", "letter")
    assert (outcome.code, "奇数页" in outcome.stdout) == (0, False)


def test_a_page_of_nothing_but_an_imprint_has_its_edge_where_the_rules_begin(gwformat: Shell, tmp_path: Path) -> None:
    organs = "，".join(f"某某市某某街道办事处第{number}社区居民委员会" for number in range(1, 18))
    text = (*("某某市财政局文件", "某财〔2026〕7号", "关于放假的通知", f"{organs}：", "　　端午节放假3天。"), *SIGNED)
    imprint = ("抄送：市总工会。", "某某市财政局办公室　　2026年5月8日印发")
    outcome = printed(gwformat, tmp_path, (*text, *imprint), "P770")
    assert "订口  28.0 mm" in outcome.stdout
    assert "不合标准" not in outcome.stdout


SIGNED = ("某某市财政局", "2026年5月6日")


def printed(gwformat: Shell, folder: Path, text: Sequence[str], rule: str, *options: str) -> Outcome:
    """What one rule says of the pages of a draft."""
    draft, path = folder / "草稿.txt", folder / "印件.pdf"
    draft.write_text("\n".join(text), encoding="utf-8")
    assert gwformat("render", draft, "-o", path, *options).code == 0
    return gwformat("print", path, "--select", rule)
