"""Leaks are first looked for in the bytes of a part; they are found as well where its XML is spelled unusually."""

from __future__ import annotations

import pytest

from gwformat.ooxml.leaks import LeakKind, View, find_leaks
from gwformat.ooxml.package import Package
from tests.check.specimen import docx_of
from tests.exchange.planting import W

FONTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable"
BASE = Package.from_bytes(docx_of("［文种］通知"))
TEXT = BASE.parts["word/document.xml"]


def kinds(text: bytes) -> set[LeakKind]:
    """The kinds of leaks in the base with `text` as its main part, beyond those of the base."""
    before = {leak.kind for leak in find_leaks(View(BASE))}
    return {leak.kind for leak in find_leaks(View(BASE.replaced({"word/document.xml": text})))} - before


def respelled(text: bytes) -> bytes:
    """The same XML with another prefix for WordprocessingML."""
    for before, after in ((b"<w:", b"<y:"), (b"</w:", b"</y:"), (b" w:", b" y:"), (b"xmlns:w=", b"xmlns:y=")):
        text = text.replace(before, after)
    return text


def in_utf_16(text: bytes) -> bytes:
    words = text.decode().split("?>", 1)[-1]
    return f'<?xml version="1.0" encoding="UTF-16"?>{words}'.encode("utf-16")


SPELLINGS = {"as usual": bytes, "another prefix": respelled, "UTF-16": in_utf_16}
STRAY = {
    "at the start of a paragraph": TEXT.replace(b"<w:r>", "暗记<w:r>".encode(), 1),
    "behind a run": TEXT.replace(b"</w:r>", "</w:r>\n 暗记".encode(), 1),
    "behind an empty element": TEXT.replace(b"<w:r>", "<w:proofErr/>暗记<w:r>".encode(), 1),
    "behind a comment": TEXT.replace(b"<w:r>", "<!-- > -->暗记<w:r>".encode(), 1),
    "in a character reference": TEXT.replace(b"<w:r>", b"&#26263;<w:r>", 1),
    "in CDATA": TEXT.replace(b"<w:r>", "<![CDATA[暗记]]><w:r>".encode(), 1),
}


@pytest.mark.parametrize("spelled", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("text", STRAY.values(), ids=STRAY)
def test_text_that_no_element_shows_is_found_wherever_it_stands(text: bytes, spelled: type[bytes]) -> None:
    assert LeakKind.FOREIGN_MARKUP in kinds(spelled(text))


@pytest.mark.parametrize("spelled", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize("said", [b'w:rsidR="00AB12CD"', b'w:rsidRDefault\n=\n"00AB12CD"'])
def test_traces_of_editing_are_found_however_they_are_spelled(said: bytes, spelled: type[bytes]) -> None:
    assert LeakKind.EDIT_TRACES in kinds(spelled(TEXT.replace(b"<w:r>", b"<w:r " + said + b">", 1)))


@pytest.mark.parametrize("spelled", SPELLINGS.values(), ids=SPELLINGS)
def test_another_spelling_is_no_leak(spelled: type[bytes]) -> None:
    assert not kinds(spelled(TEXT))


def test_a_font_of_the_table_is_unused_only_if_no_part_says_its_name() -> None:
    table, arrows = "word/fontTable.xml", "word/_rels/document.xml.rels"
    named = f'<w:fonts xmlns:w="{W}"><w:font w:name="A&amp;B"/><w:font w:name="C"/></w:fonts>'.encode()
    arrow = f'<Relationship Id="rIdFonts" Type="{FONTS}" Target="fontTable.xml"/></Relationships>'.encode()
    changes = {table: named, arrows: BASE.parts[arrows].replace(b"</Relationships>", arrow)}
    says = TEXT.replace(b"<w:r>", b'<w:r><w:rPr><w:rFonts w:ascii="A&amp;B"/></w:rPr></w:r><w:r>', 1)
    found = find_leaks(View(BASE.replaced({**changes, "word/document.xml": says})))
    assert [leak.what for leak in found if leak.part == table] == ["没有用到的字体“C”"]
