"""A mapped file and the record it carries: what is undone exactly, what by its looks, and what a record may not do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import etree

from gwformat.fonts import load_system
from gwformat.ooxml.package import Package
from gwformat.writers.docx.mapping import map_fonts
from gwformat.writers.docx.mapping.places import FONTS, SPACING
from gwformat.writers.docx.mapping.record import NAMESPACE, Changed, Record, Table, attach, find
from gwformat.writers.docx.mapping.restoring import restored
from gwformat.writers.docx.parts import Parts
from tests.build import PREFIXES, make_docx

MAIN, TABLE = "word/document.xml", "word/fontTable.xml"
NEW = {"ascii": "新", "hAnsi": "新"}
OLD = {"ascii": "旧", "hAnsi": "旧"}
SAID = '<w:rFonts w:ascii="新" w:hAnsi="新"/>'
TURNED = '<w:rFonts w:hAnsi="新" w:ascii="新"/>'  # as another program may spell it
OTHER = '<w:rFonts w:ascii="甲"/>'


def runs(*said: str, text: str = "字") -> str:
    """A paragraph of runs with these properties."""
    return f"<w:p>{''.join(f'<w:r><w:rPr>{one}</w:rPr><w:t>{text}</w:t></w:r>' for one in said)}</w:p>"


def back(
    body: str, changes: Sequence[Changed | None], table: Table | None = None, entries: str = ""
) -> tuple[Package, bool]:
    """The file with this body after the way back by a record of these changes, and whether that was exact."""
    fonts = f'<w:fonts xmlns:w="{PREFIXES["w"]}" xmlns:mc="{PREFIXES["mc"]}">{entries}</w:fonts>'
    data = make_docx(body, {TABLE: fonts.encode()}, [("rel-fonts", "fontTable", "fontTable.xml")])
    parts = Parts(Package.from_bytes(data))
    attach(parts, Record("party", "government", {MAIN: changes}, {} if table is None else {TABLE: table}))
    package = parts.result()
    carried = find(package)
    assert carried is not None
    return restored(package, *carried)


def body_of(found: tuple[Package, bool]) -> str:
    """The body as it is spelled, without the names of its spaces."""
    root = found[0].tree(MAIN)
    body = etree.tostring(root[0], encoding="unicode")
    for prefix, uri in PREFIXES.items():
        body = body.replace(f' xmlns:{prefix}="{uri}"', "")
    return body.removeprefix("<w:body>").removesuffix("</w:body>")


CHANGE = Changed(FONTS, OLD, NEW)


def test_places_that_are_as_the_mapping_left_them_go_back_one_by_one() -> None:
    other = Changed(FONTS, {"ascii": "原", "hAnsi": "原"}, NEW)
    found = back(runs(SAID, OTHER, TURNED), [CHANGE, None, other])
    assert found[1]
    assert body_of(found) == runs(
        '<w:rFonts w:ascii="旧" w:hAnsi="旧"/>', OTHER, '<w:rFonts w:hAnsi="原" w:ascii="原"/>'
    )


def test_what_was_not_there_goes_out_with_the_properties_it_stood_in() -> None:
    found = back(runs(SAID, f"<w:b/>{SAID}"), [Changed(FONTS, None, NEW)] * 2)
    assert body_of(found) == "<w:p><w:r><w:t>字</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r></w:p>"


@pytest.mark.parametrize("said", [SAID, TURNED])
def test_in_an_edited_file_a_place_is_known_by_what_it_says_in_whatever_order(said: str) -> None:
    found = back(runs(said, OTHER), [Changed(FONTS, None, NEW)])
    assert not found[1]
    assert body_of(found) == runs("", OTHER).replace("<w:rPr></w:rPr>", "", 1)


def test_a_place_that_says_something_else_now_makes_the_way_back_inexact() -> None:
    found = back(runs(OTHER, SAID), [CHANGE, CHANGE])
    assert not found[1]
    assert body_of(found) == runs(OTHER, '<w:rFonts w:ascii="旧" w:hAnsi="旧"/>')


def test_of_several_changes_that_lead_to_the_same_looks_the_most_frequent_is_undone() -> None:
    rare = Changed(FONTS, {"ascii": "稀", "hAnsi": "稀"}, NEW)
    found = back(runs(SAID, OTHER), [rare, CHANGE, CHANGE])
    assert body_of(found) == runs('<w:rFonts w:ascii="旧" w:hAnsi="旧"/>', OTHER)


def test_runs_that_were_split_are_one_again_on_the_sides_that_were() -> None:
    tracked = '<w:spacing w:val="-4"/>'
    split = Changed(SPACING, None, {"val": "-4"}, ("before", "after"))
    one = "<w:p><w:r><w:t>字字字</w:t></w:r></w:p>"
    assert body_of(back(runs("", tracked, "").replace("<w:rPr></w:rPr>", ""), [split])) == one
    for side, words in (("before", ("字字", "字")), ("after", ("字", "字字"))):
        beside = Changed(SPACING, None, {"val": "-4"}, (side,))
        two = "".join(f"<w:r><w:t>{each}</w:t></w:r>" for each in words)
        found = back(runs("", tracked, "").replace("<w:rPr></w:rPr>", ""), [beside])
        assert body_of(found) == f"<w:p>{two}</w:p>"


def test_a_run_is_joined_with_nothing_but_runs() -> None:
    split = Changed(SPACING, None, {"val": "-4"}, ("before", "after"))
    mark = '<w:bookmarkEnd w:id="1"/>'
    run = '<w:r><w:rPr><w:spacing w:val="-4"/></w:rPr><w:t>字</w:t></w:r>'
    assert body_of(back(f"<w:p>{mark}{run}{mark}</w:p>", [split])) == f"<w:p>{mark}<w:r><w:t>字</w:t></w:r>{mark}</w:p>"


def test_in_an_edited_file_no_runs_are_joined() -> None:
    split = Changed(SPACING, None, {"val": "-4"}, ("before",))
    found = back(runs(OTHER, '<w:spacing w:val="-4"/>'), [split])
    assert body_of(found) == f"<w:p><w:r><w:rPr>{OTHER}</w:rPr><w:t>字</w:t></w:r><w:r><w:t>字</w:t></w:r></w:p>"


def names_in_table(found: tuple[Package, bool]) -> list[str | None]:
    return [entry.get(f"{{{PREFIXES['w']}}}name") for entry in found[0].tree(TABLE).iter(f"{{{PREFIXES['w']}}}font")]


def test_the_font_table_has_its_entries_again_each_once() -> None:
    gone = f'<w:font xmlns:w="{PREFIXES["w"]}" w:name="%s"/>'
    table = Table(("新",), ((gone % "旧").encode(), (gone % "仍在").encode()))
    assert names_in_table(back(runs(SAID), [CHANGE], table, '<w:font w:name="新"/><w:font w:name="仍在"/>')) == [
        "仍在",
        "旧",
    ]


@pytest.mark.parametrize("parts", [{TABLE: b"<"}, {TABLE: None}])
def test_a_font_table_that_broke_or_is_gone_is_left_alone(parts: dict[str, bytes | None]) -> None:
    data = make_docx(runs(SAID), {TABLE: b"<fonts/>"}, [("rel-fonts", "fontTable", "fontTable.xml")])
    made = Parts(Package.from_bytes(data))
    attach(made, Record("party", "government", {MAIN: [CHANGE]}, {TABLE: Table(("新",), ())}))
    package = made.result().replaced(parts)
    carried = find(package)
    assert carried is not None
    assert restored(package, *carried)[1]


@pytest.mark.parametrize("left", [{}, {"word/header1.xml": b"<"}])
def test_a_part_that_is_gone_or_broke_makes_the_way_back_inexact(left: dict[str, bytes | None]) -> None:
    parts = Parts(Package.from_bytes(make_docx(runs(SAID))))
    attach(parts, Record("party", "government", {MAIN: [CHANGE], "word/header1.xml": [CHANGE]}))
    package = parts.result().replaced(left)
    carried = find(package)
    assert carried is not None
    assert not restored(package, *carried)[1]


def test_nothing_is_left_of_the_record() -> None:
    package, _ = back(runs(SAID), [CHANGE])
    assert find(package) is None
    assert not [name for name in package.parts if name.startswith("customXml")]


@pytest.mark.parametrize("text", ["9" * 5000 + "=", "99999999= " * 20])
def test_a_forged_count_fills_no_memory(text: str) -> None:
    forged = (
        f'<fonts xmlns="{NAMESPACE}" source="party"><part name="a">{text}</part><part name="b">{text}</part></fonts>'
    )
    parts = Parts(Package.from_bytes(make_docx(runs(SAID))))
    attach(parts, Record("party", "government"))
    package = parts.result().replaced({"customXml/gwformat-fonts.xml": forged.encode()})
    carried = find(package)
    assert carried is not None
    assert sum(map(len, carried[1].places.values())) <= 10_000_000


def test_an_entry_of_the_font_table_among_alternatives_gives_way_too() -> None:
    nested = (
        '<mc:AlternateContent><mc:Choice Requires="w"><w:font w:name="仿宋_GB2312"/></mc:Choice></mc:AlternateContent>'
    )
    fonts = f'<w:fonts xmlns:w="{PREFIXES["w"]}" xmlns:mc="{PREFIXES["mc"]}">{nested}</w:fonts>'
    body = runs('<w:rFonts w:eastAsia="仿宋_GB2312"/>')
    data = make_docx(body, {TABLE: fonts.encode()}, [("rel-fonts", "fontTable", "fontTable.xml")])
    there = map_fonts(Package.from_bytes(data), load_system("government")).package
    assert names_in_table((there, True)) == ["方正仿宋_GBK"]
    assert names_in_table((map_fonts(there, load_system("party")).package, True)) == ["仿宋_GB2312"]
