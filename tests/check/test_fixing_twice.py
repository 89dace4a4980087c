"""Fixing twice is fixing once: what a fix brings to light is mended by the same call, and then nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gwformat import api
from gwformat.check import document_rules
from tests.build import make_docx
from tests.check.specimen import docx_of

CURABLE = [text for rule in document_rules().values() if rule.fixable is not None for text in rule.wrong]


def curable(result: api.CheckResult) -> list[str]:
    return [finding.message for finding in result.findings if finding.fix is not None and not finding.waived]


def checked(data: bytes, folder: Path) -> api.CheckResult:
    path = folder / "草稿.docx"
    path.write_bytes(data)
    return api.check_file(path)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(specimens=st.lists(st.sampled_from(CURABLE), min_size=1, max_size=4, unique=True))
def test_a_mended_file_has_nothing_left_to_mend(specimens: list[str], tmp_path: Path) -> None:
    once = api.mend(checked(docx_of("\n".join(specimens)), tmp_path), review=True)
    assert not curable(once.after)
    assert not curable(checked(once.data, tmp_path))
    twice = api.mend(once.after, review=True)
    assert not twice.fixed
    assert twice.data == once.data


def test_what_a_fix_brings_to_light_is_mended_and_told_with_the_rest(tmp_path: Path) -> None:
    data = docx_of("［正文 对齐］中\n［正文 首行缩进］0字")
    found = checked(data, tmp_path)
    assert "首行左空0字，应为二字" not in curable(found)  # a centred paragraph has no first line to indent
    mended = api.mend(found)
    assert {"正文应两端对齐", "首行左空0字，应为二字"} <= {finding.message for finding in mended.fixed}
    assert not curable(mended.after)


def paragraph(text: str, fonts: str, more: str = "", of_paragraph: str = "") -> str:
    look = f'<w:rPr><w:rFonts {fonts}/>{more}<w:sz w:val="32"/></w:rPr>'
    return f"<w:p><w:pPr>{of_paragraph}</w:pPr><w:r>{look}<w:t>{text}</w:t></w:r></w:p>"


SONG = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


@pytest.mark.parametrize(
    "body",
    [
        paragraph("Don’t forget – “never”.", SONG) + SECTION,
        paragraph("“三个责任人”制度由各镇Xi’an办落实。", SONG) + SECTION,
        paragraph("各镇各部门要落实责任。", f'{SONG} w:cs="Arial"', "<w:rtl/>") + SECTION,
        paragraph("各镇各部门要落实责任。", SONG),
        paragraph("各镇各部门要落实责任。", SONG, of_paragraph='<w:ind w:left="-600" w:firstLine="100"/>') + SECTION,
    ],
    ids=["English", "marks of both", "a complex script", "no section", "beyond the margin"],
)
def test_every_fix_that_is_offered_cures(body: str, tmp_path: Path) -> None:
    found = checked(make_docx(body), tmp_path)
    assert curable(found)
    assert not curable(api.mend(found, review=True).after)


def test_an_apostrophe_is_no_quotation_mark(tmp_path: Path) -> None:
    body = paragraph("各镇要学习Xi’an市经验。", SONG) + paragraph("各镇要落实“三个责任人”制度。", SONG)
    found = checked(make_docx(body + SECTION), tmp_path)
    assert [finding.words for finding in found.findings if finding.code == "F323"] == ["“"]


@pytest.mark.parametrize(
    "tall",
    [
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="914400" cy="914400"/></wp:inline></w:drawing></w:r>',
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>1</m:t>'
        "</m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
    ],
    ids=["picture", "formula"],
)
def test_no_pitch_is_set_that_would_cut_a_picture_or_a_formula(tall: str, tmp_path: Path) -> None:
    words = "<w:r><w:t>各镇各部门要落实防汛责任。</w:t></w:r>"
    found = checked(make_docx(f"<w:p>{words}{tall}</w:p><w:p>{words}</w:p>{SECTION}"), tmp_path)
    told = [finding.location.paragraph for finding in api.mend(found).fixed if finding.code == "L206"]
    assert told == [2]


@pytest.mark.parametrize("names", [("防汛责任人名单",), ("1.防汛责任人名单", "2.防汛物资清单")])
def test_a_label_on_a_line_of_its_own_is_not_put_before_the_name_once_more(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    signed = ("某某市水务局", "2026年4月28日")
    lines = ("关于报送名单的通知", "各县（区）水务局：", "请于5月底前报送名单。", "附件：", *names, *signed)
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    found = checked(make_docx(body), tmp_path)
    assert ("E150", "“附件：”应与附件名称同在一行") in {(one.code, one.message) for one in found.findings}
    assert not any(one.code == "E150" for one in api.mend(found, review=True).fixed)
