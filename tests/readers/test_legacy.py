"""Files of older formats: LibreOffice converts them, and a second reader proves that no word is missing."""

from __future__ import annotations

import contextlib
import io
import struct
from pathlib import Path

import olefile
import pytest

from gwformat import api, office, readers
from gwformat.errors import InputUnreadable
from gwformat.model import Role
from gwformat.office import instance
from gwformat.ooxml.package import Package
from gwformat.readers.legacy.doc_text import Unreadable, doc_paragraphs
from gwformat.readers.legacy.proof import prove
from tests.build import make_docx, p

needs_office = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")

WORDS = [
    "某某市某某局关于做好防汛工作的通知",
    "各县（市、区）某某局：",
    "汛期各级各部门要按照职责分工，逐级落实防汛责任。Flood control 2026，“包干”到人——",
    "某某市某某局",
    "2026年5月6日",
]
FORMS = {".doc": "doc:MS Word 97", ".rtf": "rtf", ".odt": "odt", ".wps": "doc:MS Word 97"}


@pytest.fixture(params=FORMS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The words in an older format, made by LibreOffice."""
    source = tmp_path / "source.docx"
    source.write_bytes(make_docx("".join(map(p, WORDS))))
    target = tmp_path / f"通知{request.param}"
    office.convert(source, FORMS[request.param], target)
    return target


@needs_office
def test_every_paragraph_is_read_and_proven(old: Path) -> None:
    draft = readers.read(old)
    assert [paragraph.text for paragraph in draft.paragraphs() if paragraph.text] == WORDS
    characters = sum(len(text.replace(" ", "")) for text in WORDS)
    assert f"5 段 {characters} 字，一字不少" in draft.notices[0]
    assert not draft.losses


@needs_office
def test_an_old_file_is_formatted_like_any_other(old: Path, tmp_path: Path) -> None:
    result = api.format_file(old, tmp_path / "成品.docx")
    title = result.document.first(Role.TITLE)
    assert title is not None
    assert title.text.replace("\n", "") == WORDS[0]


@needs_office
def test_the_second_reader_needs_no_libreoffice(old: Path) -> None:
    if old.suffix in (".doc", ".wps"):
        assert [text for text in doc_paragraphs(old) if text.strip()] == WORDS


def test_a_paragraph_that_conversion_lost_is_told() -> None:
    converted = Package.from_bytes(make_docx(p(WORDS[0]) + p(WORDS[2])))
    proof = prove(WORDS[:3], converted)
    assert proof.missing == (WORDS[1],)
    assert f"有 1 段与转换结果对不上，请对照原件：“{WORDS[1]}”" in proof.said()


def test_a_paragraph_that_came_apart_is_not_lost() -> None:
    converted = Package.from_bytes(make_docx(p(WORDS[0][:5]) + p(WORDS[0][5:])))
    assert not prove(WORDS[:1], converted).missing


def test_one_changed_character_is_told() -> None:
    converted = Package.from_bytes(make_docx(p(WORDS[4].replace("5", "6"))))
    assert prove(WORDS[4:], converted).missing == (WORDS[4],)


def test_a_character_of_a_symbol_font_is_not_lost() -> None:
    converted = Package.from_bytes(make_docx(p("111\uf06dg以上")))
    assert not prove(["111(g以上"], converted).missing


def test_without_libreoffice_the_error_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "_running", [])
    monkeypatch.setattr(instance, "find", lambda: None)
    path = tmp_path / "通知.rtf"
    path.write_bytes(b"{\\rtf1 a}")
    with pytest.raises(InputUnreadable) as caught:
        readers.read(path)
    assert "LibreOffice" in caught.value.message
    assert "apt install libreoffice-writer" in caught.value.advice


@needs_office
def test_a_file_that_cannot_be_converted_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏的.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600))
    with pytest.raises(InputUnreadable):
        readers.read(path)


@needs_office
def test_the_next_file_is_converted_after_one_took_too_long(tmp_path: Path) -> None:
    source = tmp_path / "source.docx"
    source.write_bytes(make_docx("".join(map(p, WORDS))))
    with pytest.raises(InputUnreadable, match="超过"):
        office.convert(source, "pdf", tmp_path / "a.pdf", time_limit=0.01)
    office.convert(source, "rtf", tmp_path / "a.rtf")
    assert (tmp_path / "a.rtf").stat().st_size > 0


def binary(monkeypatch: pytest.MonkeyPatch, text: str, pieces: int = 1) -> Path:
    """A binary Word document of one text, which its table of pieces says so many times."""
    head, words = 0x1AA, text.encode("utf-16-le")
    places = struct.pack(f"<{pieces + 1}I", *(len(text) * number for number in range(pieces + 1)))
    table = places + struct.pack("<HIH", 0, head, 0) * pieces
    main = bytearray(head) + words
    struct.pack_into("<HH6xH", main, 0, 0xA5EC, 0xC1, 0)
    struct.pack_into("<I", main, 0x4C, len(text) * pieces)
    struct.pack_into("<II", main, 0x1A2, 0, 5 + len(table))
    streams = {"WordDocument": bytes(main), "0Table": struct.pack("<BI", 2, len(table)) + table}

    class File(contextlib.AbstractContextManager["File"]):
        def exists(self, name: str) -> bool:
            return name in streams

        def openstream(self, name: str) -> io.BytesIO:
            return io.BytesIO(streams[name])

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(olefile, "OleFileIO", lambda _: File())
    return Path("通知.doc")


def test_of_a_field_in_a_field_only_the_result_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = "\x13 PAGE \x14第三\x15"
    path = binary(monkeypatch, f"见\x13 REF {inner} \x14（{inner}页）\x15。\x13 XE 汛期 \x15\r完\x13 HYPER")
    assert list(doc_paragraphs(path)) == ["见（第三页）。", "完\x13 HYPER"]


def test_fields_in_fields_without_end_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    path = binary(monkeypatch, "\x13 A \x14" * 50_000 + "字" + "\x15" * 50_000)
    assert list(doc_paragraphs(path)) == ["字"]


def test_a_text_said_over_and_over_is_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(doc_paragraphs(binary(monkeypatch, "汛期"))) == ["汛期"]
    with pytest.raises(Unreadable):
        list(doc_paragraphs(binary(monkeypatch, "汛期" * 1000, pieces=1000)))
