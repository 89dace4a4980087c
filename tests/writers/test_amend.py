"""Fixes and comments at places of a docx: just what was asked for changes, wherever the words stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from gwformat.findings import Location, Property, Reformat, Rewording
from gwformat.ooxml.inline import atoms, paragraphs
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.writers.docx import Note, amend, annotate
from tests.build import make_docx, zip_parts
from tests.ooxml_validation import needs_schemas, problems

MAIN = "word/document.xml"
MESSY = (
    '<w:p><w:r><w:t xml:space="preserve">某政发 </w:t></w:r>'
    '<w:hyperlink w:anchor="a"><w:r><w:t>[20</w:t></w:r></w:hyperlink>'
    "<w:ins w:id='1' w:author='某'><w:r><w:rPr><w:b/></w:rPr><w:t>26]</w:t><w:tab/><w:t>5号</w:t></w:r></w:ins></w:p>"
)
WORDS = "某政发 [2026]\t5号"


def package(body: str) -> Package:
    return Package.from_bytes(make_docx(body))


def texts(data: bytes) -> list[str]:
    root = etree.fromstring(part(data, MAIN))
    return ["".join(atom.text for atom in atoms(node)) for node in paragraphs(root)]


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def rewording(start: int, end: int, text: str, number: int = 1) -> Rewording:
    return Rewording(Location(MAIN, number, start, end), text)


def test_words_are_replaced_across_wrappers() -> None:
    result = amend(package(MESSY), [[rewording(4, 10, "〔2026〕")]])
    assert result.done == (True,)
    assert texts(result.data) == ["某政发 〔2026〕\t5号"]


@given(st.data())
def test_any_replacement_changes_just_those_characters(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(WORDS)))
    end = data.draw(st.integers(start, len(WORDS)))
    new = data.draw(st.text("甲乙 \t", max_size=3))
    result = amend(package(MESSY), [[rewording(start, end, new)]])
    assert texts(result.data) == [WORDS[:start] + new + WORDS[end:]]


@given(
    st.lists(st.integers(0, len(WORDS)), max_size=8), st.lists(st.text("甲乙 \t", max_size=3), min_size=4, max_size=4)
)
def test_many_replacements_change_just_those_characters(places: list[int], new: list[str]) -> None:
    places = sorted(places)
    stretches = list(zip(places[::2], places[1::2], strict=False))
    assume(len(set(stretches)) == len(stretches))
    cures = [[rewording(start, end, text)] for (start, end), text in zip(stretches, new, strict=False)]
    expected, kept = "", 0
    for (start, end), text in zip(stretches, new, strict=False):
        expected, kept = expected + WORDS[kept:start] + text, end
    result = amend(package(MESSY), cures)
    assert all(result.done)
    assert texts(result.data) == [expected + WORDS[kept:]]


def test_of_two_cures_for_the_same_words_the_first_counts() -> None:
    result = amend(package(MESSY), [[rewording(4, 5, "〔")], [rewording(4, 10, "")], [rewording(9, 10, "〕")]])
    assert result.done == (True, False, True)
    assert texts(result.data) == ["某政发 〔2026〕\t5号"]


def test_a_picture_is_never_replaced() -> None:
    body = "<w:p><w:r><w:t>甲</w:t><w:pict/><w:t>乙</w:t></w:r></w:p>"
    assert amend(package(body), [[rewording(0, 3, "丙")]]).done == (False,)


def test_where_there_are_no_words_none_are_put() -> None:
    body = "<w:p><w:r><w:pict/></w:r></w:p><w:p/>"
    cures = [[rewording(0, 0, "甲")], [rewording(0, 0, "甲", number=2)], [rewording(0, 0, "甲", number=3)]]
    result = amend(package(body), cures)
    assert result.done == (False, False, False)
    assert texts(result.data) == ["\ufffc", ""]


def runs(data: bytes) -> Iterator[tuple[str, bool]]:
    for run in etree.fromstring(part(data, MAIN)).iter(w("r")):
        yield "".join(leaf.text or "" for leaf in run.iter(w("t"))), run.find(f"{w('rPr')}/{w('b')}") is not None


def test_formatting_is_set_on_just_the_characters_meant() -> None:
    body = "<w:p><w:r><w:t>关于防汛的通知</w:t></w:r></w:p>"
    step = Reformat(Location(MAIN, 1, 2, 4), Property.BOLD, "on")
    assert list(runs(amend(package(body), [[step]]).data)) == [("关于", False), ("防汛", True), ("的通知", False)]


def test_an_indent_is_counted_in_characters_of_the_size_they_get() -> None:
    body = "<w:p><w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>"
    indent = [Reformat(Location(MAIN, 1), Property.FIRST_LINE, value) for value in ("2字", "0字", "2字")]
    sizes = [Reformat(Location(MAIN, 1, start, start + 2), Property.SIZE, "三号") for start in (0, 2)]
    amended = etree.fromstring(part(amend(package(body), [indent, sizes]).data, MAIN))
    (found,) = amended.iter(w("ind"))
    assert (found.get(w("firstLineChars")), found.get(w("firstLine"))) == ("200", "640")


STEPS = [
    (Property.FONT, "方正仿宋_GBK"),
    (Property.LATIN_FONT, "Times New Roman"),
    (Property.HINT, "eastAsia"),
    (Property.SIZE, "三号"),
    (Property.BOLD, "off"),
    (Property.ITALIC, "off"),
    (Property.UNDERLINE, "off"),
    (Property.COLOR, "000000"),
    (Property.TRACKING, "-6tw"),
    (Property.SCALE, "100%"),
    (Property.ALIGN, "justify"),
    (Property.FIRST_LINE, "2字"),
    (Property.HANGING, "3字"),
    (Property.LEFT, "0mm"),
    (Property.RIGHT, "1字"),
    (Property.BEFORE, "0pt"),
    (Property.AFTER, "0pt"),
    (Property.PITCH, "589tw"),
    (Property.SNAP_TO_GRID, "off"),
    (Property.AUTO_SPACE, "off"),
    (Property.KINSOKU, "on"),
    (Property.HANGING_PUNCTUATION, "off"),
    (Property.WIDOW_CONTROL, "off"),
    (Property.PAPER, "210mm×297mm"),
    (Property.MARGINS, "34.58mm 26mm 32.58mm 28mm"),
    (Property.GUTTER, "0mm"),
    (Property.GRID, "589tw"),
]


@pytest.mark.parametrize(("prop", "value"), STEPS)
def test_every_property_can_be_set_and_touches_no_word(prop: Property, value: str) -> None:
    body = f'{MESSY}<w:sectPr><w:pgMar w:gutter="200"/></w:sectPr>'
    data = amend(package(body), [[Reformat(Location(MAIN, 1), prop, value)]]).data
    assert texts(data) == [WORDS]
    assert part(data, MAIN) != part(package(body).to_bytes(), MAIN)


@needs_schemas
def test_comments_lie_beside_the_text_where_that_is_in_no_folder() -> None:
    with zipfile.ZipFile(io.BytesIO(make_docx(MESSY))) as archive:
        parts = {name.replace("word/", ""): archive.read(name).replace(b"word/", b"") for name in archive.namelist()}
    source = Package.from_bytes(zip_parts(parts))
    data = annotate(source, [Note(Location("document.xml", 1, 0, 2), "注")], "gwformat")
    assert Package.from_bytes(data).related("document.xml", "comments") == "comments.xml"


def test_what_is_amended_and_annotated_is_valid() -> None:
    steps = [[Reformat(Location(MAIN, 1, 2, 5), prop, value)] for prop, value in STEPS]
    data = amend(package(f"{MESSY}<w:sectPr/>"), [[rewording(4, 10, "〔2026〕")], *steps]).data
    assert not problems(annotate(Package.from_bytes(data), [Note(Location(MAIN, 1, 1, 6), "甲\n乙")], "gwformat"))


def test_a_comment_stands_around_the_words_it_is_about() -> None:
    data = annotate(package(MESSY), [Note(Location(MAIN, 1, 4, 10), "“[2026]”应为“〔2026〕”")], "gwformat")
    root = etree.fromstring(part(data, MAIN))
    inside: list[str] = []
    for node in root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("t")):
        if node.tag == w("t"):
            inside.append(node.text or "")
        else:
            inside.append(etree.QName(node).localname)
    assert inside == ["某政发 ", "commentRangeStart", "[20", "26]", "commentRangeEnd", "5号"]
    assert texts(data) == [WORDS]


def test_comments_that_are_there_stay() -> None:
    comment = '<w:comment w:id="7" w:author="某"><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment>'
    source = Package.from_bytes(make_docx(MESSY, {"word/comments.xml": comment}))
    data = annotate(source, [Note(Location(), "全文")], "gwformat")
    root = etree.fromstring(part(data, "word/comments.xml"))
    assert [node.get(w("id")) for node in root] == ["7", "8"]


def test_a_note_in_a_footnote_stands_at_its_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r>{mark}<w:r><w:t>丙</w:t></w:r></w:p>"
    notes = (
        '<w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:footnote>'
    )
    source = Package.from_bytes(make_docx(body, {"word/footnotes.xml": notes}))
    data = annotate(source, [Note(Location("word/footnotes.xml", 2, 0, 1), "注")], "gwformat")
    root = etree.fromstring(part(data, MAIN))
    begin, end = (next(root.iter(w(f"commentRange{which}"))) for which in ("Start", "End"))
    assert begin.getnext().find(w("footnoteReference")) is not None
    assert begin.getnext().getnext() is end


def test_a_note_in_a_footer_stands_at_the_beginning() -> None:
    data = annotate(package(MESSY), [Note(Location("word/footer1.xml", 1, 0, 3), "页码")], "gwformat")
    first = next(etree.fromstring(part(data, MAIN)).iter(w("p")))[0]
    assert first.tag == w("commentRangeStart")


def test_a_text_box_is_mended_in_its_fallback_too() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>某政发[2026]5号</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box.replace('政发[', '政发</w:t></w:r><w:r><w:t>[')}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    bold = Reformat(Location(MAIN, 2, 0, 3), Property.BOLD, True)
    root = etree.fromstring(part(amend(package(body), [[rewording(3, 9, "〔2026〕", 2), bold]]).data, MAIN))
    boxes = list(root.iter(w("txbxContent")))
    assert ["".join(box.itertext()) for box in boxes] == ["某政发〔2026〕5号"] * 2
    assert [next(box.iter(w("b"))).getparent().getparent().findtext(w("t")) for box in boxes] == ["某政发"] * 2
