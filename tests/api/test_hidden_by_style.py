"""Words that a style of the draft hides are treated as those that hide themselves, whatever is done with the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.errors import InputUnreadable
from gwformat.ooxml.effective import formatting_of
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.writers.grid import pictures
from tests.build import make_docx, p, parts_of, style, zip_parts
from tests.ooxml_validation import needs_schemas, problems

_HIDE = "<w:vanish/>"
_SECRETS = ("内部掌握", "窗体顶端")
_BEFORE = ("某某市人民政府关于做好某项工作的通知", "各县人民政府：", "按照要求，现将有关事项通知如下。")
_AFTER = ("某某市人民政府", "2024年5月6日")
_NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
_FORMULA = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"


def notice(path: Path, *, by_style: bool, more: str = "") -> Path:
    """A notice with hidden words in a sentence, a paragraph, a cell, a header and a footnote."""
    own, of_style = ("", f"<w:rPr>{_HIDE}</w:rPr>") if by_style else (_HIDE, "")
    run = f'<w:r><w:rPr><w:rStyle w:val="c"/>{own}</w:rPr><w:t>内部掌握</w:t></w:r>'
    sentence = f"<w:p><w:r><w:t>请遵照</w:t></w:r>{run}<w:r><w:t>执行。</w:t></w:r>{_NOTE}</w:p>"
    block = p("窗体顶端", f'<w:pStyle w:val="p"/><w:rPr>{own}</w:rPr>', own)
    cell = f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{run}<w:r><w:t>甲</w:t></w:r></w:p></w:tc>'
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rel-header1"/></w:sectPr>'
    body = "".join((*map(p, _BEFORE), sentence, block, p("特此通知。"), table, more, *map(p, _AFTER), section))
    parts = {
        "word/styles.xml": style("p", of_style) + style("c", of_style, "character"),
        "word/header1.xml": f"<w:p><w:r><w:t>某某市</w:t></w:r>{run}</w:p>",
        "word/footnotes.xml": f'<w:footnote w:id="1"><w:p><w:r><w:t>见附件。</w:t></w:r>{run}</w:p></w:footnote>',
    }
    path.write_bytes(make_docx(body, parts))
    return path


@pytest.fixture
def twins(tmp_path: Path) -> tuple[Path, Path]:
    """The same notice twice: its words hide themselves, and styles hide them."""
    return notice(tmp_path / "自己.docx", by_style=False), notice(tmp_path / "样式.docx", by_style=True)


def words(data: bytes) -> dict[str, bytes]:
    """The parts of a docx but its style sheet."""
    return {name: part for name, part in parts_of(data).items() if name != "word/styles.xml"}


def hidden_runs(data: bytes) -> list[tuple[str, bool]]:
    """What each run says that has hidden words, and whether it hides itself."""
    roots = [etree.fromstring(part) for name, part in parts_of(data).items() if name.endswith(".xml")]
    runs = [(run, "".join(leaf.text or "" for leaf in run.iter(w("t")))) for root in roots for run in root.iter(w("r"))]
    return [(said, run.find(f"{w('rPr')}/{w('vanish')}") is not None) for run, said in runs if said in _SECRETS]


def test_they_are_set_alike_and_stay_hidden_whatever_the_styles_of_the_result(
    twins: tuple[Path, Path], tmp_path: Path
) -> None:
    direct, styled = (api.format_file(path, tmp_path / f"成品{path.name}") for path in twins)
    assert words(direct.output.read_bytes()) == words(styled.output.read_bytes())
    assert (styled.ledger, styled.ledger.problems) == (direct.ledger, ())
    found = hidden_runs(styled.output.read_bytes())
    assert {said for said, _ in found} == set(_SECRETS)
    assert all(hidden for _, hidden in found)


@needs_schemas
def test_the_result_keeps_to_the_standard(twins: tuple[Path, Path], tmp_path: Path) -> None:
    api.format_file(twins[1], tmp_path / "成品.docx")
    assert problems((tmp_path / "成品.docx").read_bytes()) == []


def test_the_pages_do_not_show_them(twins: tuple[Path, Path]) -> None:
    direct, styled = (pictures((laid := api.lay_out_file(path)).pages, laid.setting.grid) for path in twins)
    assert styled == direct
    assert "请遵照执行。" in styled
    assert not any(secret in styled for secret in _SECRETS)


def test_the_check_finds_the_same(twins: tuple[Path, Path]) -> None:
    direct, styled = (api.check_file(path) for path in twins)
    assert {"X603", "L233"} <= {finding.code for finding in styled.findings}
    assert [(f.code, f.location, f.message) for f in styled.findings] == [
        (f.code, f.location, f.message) for f in direct.findings
    ]


def test_mending_and_comments_change_no_hidden_word(twins: tuple[Path, Path], tmp_path: Path) -> None:
    target, known = tmp_path / "改后.docx", [said for said, _ in hidden_runs(twins[1].read_bytes())]
    assert api.fix_file(twins[1], target, review=True).fixed
    assert [said for said, _ in hidden_runs(target.read_bytes())] == known
    api.annotate(api.check_file(twins[1]), target, force=True)
    assert [said for said, _ in hidden_runs(target.read_bytes())] == known


def test_they_are_no_difference_and_no_words_that_a_font_must_have(twins: tuple[Path, Path], tmp_path: Path) -> None:
    assert api.compare_files(*twins).same
    other = tmp_path / "另一份.docx"
    replaced = {name: data.replace("内部掌握".encode(), b"") for name, data in parts_of(twins[1].read_bytes()).items()}
    other.write_bytes(zip_parts(replaced))
    assert api.compare_files(twins[1], other).same
    direct, styled = (api.check_coverage(path).coverage for path in twins)
    assert direct == styled


def test_what_changes_fonts_leaves_them_hidden(twins: tuple[Path, Path], tmp_path: Path) -> None:
    direct, styled = (tmp_path / f"换字体{path.name}" for path in twins)
    for path, target in zip(twins, (direct, styled), strict=True):
        api.map_fonts_file(path, target, "government")
    assert hidden_runs(direct.read_bytes()) == hidden_runs(styled.read_bytes())


def test_a_file_that_is_sent_has_none_of_them(twins: tuple[Path, Path], tmp_path: Path) -> None:
    options = api.ExchangeOptions("government")
    sent = [api.exchange_file(path, tmp_path / f"发出{path.name}", options).output.read_bytes() for path in twins]
    assert not hidden_runs(sent[0]) and not hidden_runs(sent[1])
    seen = [formatting_of(Package.from_bytes(data)) for data in sent]
    texts = [[looks.main.text(number) for number in range(1, len(looks.main) + 1)] for looks in seen]
    assert texts[0] == texts[1]


def test_a_formula_that_a_style_hides_is_refused_by_name(tmp_path: Path) -> None:
    more = f'<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr>{_FORMULA}</w:p>'
    path = notice(tmp_path / "公式.docx", by_style=True, more=more)
    with pytest.raises(InputUnreadable) as refused:
        api.format_file(path, tmp_path / "成品.docx")
    assert "x=1" in refused.value.message
