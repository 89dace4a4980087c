import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.ooxml.archive import pack, unpack
from gwformat.ooxml.members import compressed, content_of, stored_bytes, write_members
from gwformat.ooxml.package import Package
from tests.build import make_docx, p, parts_of

NAMES = st.text(st.characters(codec="utf-8", exclude_characters='\0\\:/."'), min_size=1, max_size=12)
PARTS = st.dictionaries(NAMES, st.binary(max_size=400), max_size=6)


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, level: int | None = None) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=level) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def stored_of(data: bytes) -> dict[str, int]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: info.compress_size for info in archive.infolist()}


@given(PARTS, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_another_reader_finds_every_part_whole_and_so_do_we(parts, method):
    written = write_members((name, compressed(data, method)) for name, data in parts.items())
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
    assert parts_of(written) == parts
    assert unpack(written)[0] == parts


@given(PARTS, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_what_another_writer_packed_is_read_and_written_again(parts, method):
    found, packed = unpack(zipped(parts, method))
    assert found == parts
    assert unpack(pack(found, packed))[0] == parts


def test_a_part_that_did_not_change_keeps_its_compressed_form_and_one_that_did_is_compressed_anew():
    parts = {"a.xml": b"<a/>" * 900, "b.xml": b"<b/>" * 900}
    source = zipped(parts, level=0)
    found, packed = unpack(source)
    before, after = stored_of(source), stored_of(pack({**found, "b.xml": b"<c/>" * 900}, packed))
    assert after["a.xml"] == before["a.xml"] != after["b.xml"]
    assert unpack(pack({**found, "b.xml": b"new"}, packed))[0]["b.xml"] == b"new"


def test_data_after_the_end_of_a_member_are_not_written_again():
    content = b"<a/>" * 50
    member = compressed(content, zipfile.ZIP_DEFLATED)
    source = write_members([("a.xml", member._replace(stored=member.stored + b"hidden"))])
    found, packed = unpack(source)
    assert found == {"a.xml": content}
    assert b"hidden" not in pack(found, packed)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"checksum": 1}, zipfile.BadZipFile),
        ({"size": 3}, zipfile.BadZipFile),
        ({"stored": b"\xff\xff"}, zlib.error),
        ({"stored": b""}, zipfile.BadZipFile),
    ],
)
def test_a_member_whose_data_do_not_fit_is_refused(changed, error):
    data = write_members([("a.xml", compressed(b"<a/>" * 50, zipfile.ZIP_DEFLATED)._replace(**changed))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive, pytest.raises(error):
        info = archive.infolist()[0]
        content_of(stored_bytes(data, info), info.compress_type, info.CRC, info.file_size)


def test_a_written_package_read_and_written_again_is_the_same_file():
    package = Package.from_bytes(zipped(dict(Package.from_bytes(make_docx(p("正文"))).parts), level=9))
    once = package.replaced({"word/document.xml": package.parts["word/document.xml"] + b" "}).to_bytes()
    assert Package.from_bytes(once).to_bytes() == once
