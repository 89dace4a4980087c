"""A paragraph of which nothing is seen takes no line, and no number is shown where its number would stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from gwformat import api
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.readers.docx import read_package
from gwformat.units import Emu
from tests.build import make_docx, p, parts_of, style
from tests.ooxml_validation import needs_schemas, problems

_HIDE = "<w:vanish/>"
_MARK = f"<w:rPr>{_HIDE}</w:rPr>"
_WORDS = (
    "某某市人民政府关于做好某项工作的通知",
    "各县人民政府：",
    "现将有关事项通知如下。",
    "特此通知。",
    "某某市人民政府",
    "2024年5月6日",
)
_HIDDEN = p("窗体顶端", _MARK, _HIDE)
_LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/>{}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def draft(folder: Path, *, after: int | None = None, hidden: str = _HIDDEN) -> Path:
    """A notice with a hidden paragraph after the paragraph of some number, if any."""
    words = list(map(p, _WORDS))
    if after is not None:
        words.insert(after + 1, hidden)
    path = folder / f"{after}.docx"
    path.write_bytes(make_docx("".join(words)))
    return path


def lines(path: Path) -> list[tuple[str, Emu]]:
    """The lines of a file as they are set, and where they stand."""
    return [(line.text, line.top) for page in api.lay_out_file(path).pages.pages for line in page.lines]


@pytest.mark.parametrize("after", range(len(_WORDS)))
def test_it_takes_no_line_wherever_it_stands(after: int, tmp_path: Path) -> None:
    assert lines(draft(tmp_path, after=after)) == lines(draft(tmp_path))


def test_its_mark_is_hidden_in_the_result_which_is_found_in_order_and_stays_as_it_is(tmp_path: Path) -> None:
    first, second = tmp_path / "成品.docx", tmp_path / "再排.docx"
    assert api.format_file(draft(tmp_path, after=2), first).ledger.problems == ()
    root = etree.fromstring(parts_of(first.read_bytes())["word/document.xml"])
    (found,) = (each for each in root.iter(w("p")) if "窗体顶端" in "".join(each.itertext()))
    assert found.find(f"{w('pPr')}/{w('rPr')}/{w('vanish')}") is not None
    api.format_file(first, second)
    assert parts_of(first.read_bytes())["word/document.xml"] == parts_of(second.read_bytes())["word/document.xml"]


@needs_schemas
def test_the_result_keeps_to_the_standard(tmp_path: Path) -> None:
    result = api.format_file(draft(tmp_path, after=2), tmp_path / "成品.docx")
    assert problems(result.output.read_bytes()) == []


def _table(*first: str) -> str:
    """Two cells beside each other."""
    inside = ("".join(first), p("乙"))
    cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{one}</w:tc>' for one in inside)
    grid = '<w:gridCol w:w="4000"/>' * 2
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


def test_it_takes_no_line_in_a_cell_either(tmp_path: Path) -> None:
    shown = draft(tmp_path, after=2, hidden=_table(p("甲"), p("丙")))
    said = lines(shown)
    path = tmp_path / "隐藏.docx"
    path.write_bytes(draft(tmp_path, after=2, hidden=_table(p("甲"), _HIDDEN, p("丙"))).read_bytes())
    assert lines(path) == said
    api.format_file(path, tmp_path / "成品.docx")
    root = etree.fromstring(parts_of((tmp_path / "成品.docx").read_bytes())["word/document.xml"])
    (found,) = (each for each in root.iter(w("p")) if "窗体顶端" in "".join(each.itertext()))
    assert found.find(f"{w('pPr')}/{w('rPr')}/{w('vanish')}") is not None
    assert lines(tmp_path / "成品.docx") == said


def test_the_check_counts_no_line_for_it(tmp_path: Path) -> None:
    def place(after: int | None) -> tuple[int | None, int | None]:
        made = api.format_file(draft(tmp_path, after=after), tmp_path / f"成品{after}.docx").output
        context = api.check_file(made).context
        (number,) = (each.source.first for each in context.draft.paragraphs() if each.text == "特此通知。")
        assert context.geometry is not None
        return context.geometry.page_and_line(number)

    below = place(after=2)
    assert below == place(after=None)
    assert None not in below


def labels(body: str, level: str = "", styles: str = "") -> list[str]:
    files = {"word/numbering.xml": _LIST.format(level), "word/styles.xml": styles}
    package = Package.from_bytes(make_docx(body, files))
    return [each.label for each in read_package(Path("草稿.docx"), package).paragraphs()]


@pytest.mark.parametrize("words", ["", "跳过的一项"])
def test_word_skips_a_number_by_a_paragraph_that_is_hidden(words: str) -> None:
    body = p("甲", _NUMBERED) + p(words, _NUMBERED + _MARK, _HIDE) + p("乙", _NUMBERED)
    assert labels(body) == ["1.", "", "3."]


def test_a_style_may_hide_it_as_well() -> None:
    body = p("甲", _NUMBERED) + p("跳过的一项", f'<w:pStyle w:val="暗"/>{_NUMBERED}') + p("乙", _NUMBERED)
    assert labels(body, styles=style("暗", _MARK)) == ["1.", "", "3."]


def test_a_hidden_mark_alone_hides_no_number() -> None:
    assert labels(p("甲", _NUMBERED + _MARK) + p("乙", _NUMBERED)) == ["1.", "2."]


def test_a_level_may_hide_its_numbers() -> None:
    assert labels(p("甲", _NUMBERED) + p("乙", _NUMBERED), _MARK) == ["", ""]
