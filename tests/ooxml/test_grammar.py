"""The grammar says what may stand where; bytes and trees of a part are judged alike by it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from lxml import etree

from gwformat.ooxml.grammar import NAMESPACES, entry, permits, spelled_name
from gwformat.ooxml.grammar.reading import is_in_grammar
from gwformat.ooxml.leaks import View
from gwformat.ooxml.leaks.unknown import unknown
from gwformat.ooxml.package import Package
from tests.check.specimen import docx_of
from tests.exchange.planting import PLANTS, planted
from tests.ooxml_validation import needs_schemas

ROOT = Path(__file__).parents[2]
BASE = docx_of("［文种］通知")
W = f'xmlns:w="{NAMESPACES["w"]}"'


def document(inner: str) -> bytes:
    return f"<w:document {W}><w:body>{inner}</w:body></w:document>".encode()


def test_an_element_has_its_children_and_attributes() -> None:
    paragraph, link = entry("w:p"), entry("w:hyperlink")
    assert paragraph is not None and link is not None
    assert {"w:r", "w:pPr", "m:oMath"} <= paragraph.children and "w:t" not in paragraph.children
    assert link.attributes["w:anchor"] == "*" and link.attributes["w:history"] == ""
    assert entry("w:nothing") is None


@pytest.mark.parametrize("value", ["left", "12", "-3.5pt", "A0B1C2", "2026-01-02T03:04:05Z", "true", "50%"])
def test_listed_values_and_numbers_are_permitted(value: str) -> None:
    assert permits("", value)


@pytest.mark.parametrize(("look", "value"), [("", "某某"), ("", "wordword"), ("language", "某某"), ("drawn", "secret")])
def test_words_are_not(look: str, value: str) -> None:
    assert not permits(look, value)
    assert permits("*", value)


def test_names_of_the_grammar_are_those_of_trees() -> None:
    assert spelled_name(f"{{{NAMESPACES['w']}}}p") == "w:p"
    assert spelled_name("val") == "val"
    assert spelled_name("{urn:x}p") is None


def test_names_nobody_knows_and_tags_that_hold_a_file_are_not_kept() -> None:
    long = 100_000
    tracemalloc.start()
    for number in range(30):
        assert entry(f"w:{number}{'x' * long}") is None
        assert is_in_grammar(document(f'<w:p w:rsidR="{number:0{long}}"/>'))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 10 * long


@pytest.mark.parametrize(
    "inner",
    [
        "<w:p><w:r><w:t>字 &lt; 字 &gt; 字</w:t></w:r></w:p>",
        "<w:p>\n <w:pPr><w:jc w:val='left'/></w:pPr>\n</w:p>",
        '<w:p><w:r><w:t xml:space="preserve"> > </w:t></w:r></w:p>',
        '<w:p><w:bookmarkStart w:id="1" w:name="a&quot;b"/><w:bookmarkEnd w:id="1"/></w:p>',
    ],
)
def test_what_is_in_the_grammar_is_seen_in_the_bytes(inner: str) -> None:
    assert is_in_grammar(document(inner))


@pytest.mark.parametrize(
    "inner",
    [
        "<w:p>字</w:p>",
        "<w:p><w:r><w:t>字</w:t>字</w:r></w:p>",
        "<w:p/>字",
        "<w:t>字</w:t>",
        "<w:p><w:pPr><w:r><w:t>字</w:t></w:r></w:pPr></w:p>",
        '<w:p><w:pPr><w:jc w:val="字"/></w:pPr></w:p>',
        '<w:p w:note="1"/>',
        '<w:p note="1"/>',
        "<w:note/>",
        '<w:p xmlns:a="urn:x"/>',
        '<w:p><w:bookmarkStart w:id="1" w:name="a>b"/></w:p>',
    ],
)
def test_what_is_not_is_left_to_the_tree(inner: str) -> None:
    assert not is_in_grammar(document(inner))


@pytest.mark.parametrize("name", sorted(name for name, plant in PLANTS.items() if plant.kind == "foreign-markup"))
def test_bytes_are_in_the_grammar_only_if_the_tree_is(name: str) -> None:
    view = View(Package.from_bytes(planted(BASE, name).bytes()))
    odd = {leak.part for leak in unknown(view)}
    assert not [part for part in odd if is_in_grammar(view.package.parts[part])]


def test_every_look_that_is_named_is_defined() -> None:
    folder = ROOT / "gwformat/ooxml/grammar"
    lines = (folder / "extensions.txt").read_text(encoding="utf-8").splitlines()
    looks = {line.partition(" ")[0][1:] for line in lines if line.startswith("~")}
    named = {look for line in lines if not line.startswith(("~", "%")) for look in re.findall(r"~(\w+)", line)}
    assert named == looks


def test_every_element_of_the_grammar_is_in_a_namespace_it_knows() -> None:
    folder = ROOT / "gwformat/ooxml/grammar"
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in ("standard.txt", "extensions.txt"))
    names = {line.partition(" ")[0] for line in text.split("\n") if line and line[0] not in "~%@="}
    assert {name.partition(":")[0] for name in names} <= NAMESPACES.keys()
    assert all(etree.QName(NAMESPACES["w"], name.partition(":")[2]).localname for name in names)


@needs_schemas
def test_the_grammar_is_what_the_schemas_say(tmp_path: Path) -> None:
    made = tmp_path / "standard.txt"
    subprocess.run([sys.executable, ROOT / "docs/make_grammar.py", os.environ["GWFORMAT_XSD"], made], check=True)
    assert made.read_bytes() == (ROOT / "gwformat/ooxml/grammar/standard.txt").read_bytes()


def test_paragraphs_that_are_marked_up_alike_are_judged_by_where_they_stand() -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    plain = "<w:p><w:r><w:t>某某</w:t></w:r></w:p>"
    turning = plain + "</w:tc><w:tc>"
    assert is_in_grammar(document(plain * 3 + table.format(turning * 3 + plain) + plain))
    assert not is_in_grammar(document(plain * 3 + f"<w:r>{plain}</w:r>"))
    assert not is_in_grammar(document(table.format(turning + plain) + f"<w:sdt><w:tc>{turning}</w:tc></w:sdt>"))
    assert not is_in_grammar(document(plain + "<w:p><w:r><w:b>某某</w:b></w:r></w:p>"))
