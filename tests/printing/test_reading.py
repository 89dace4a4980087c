"""What is read of a PDF: what its fonts are called, and where its words stand."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from gwformat import api
from gwformat.pdf import read_pdf
from tests.printing.specimens import notice, with_content


def faces(data: bytes) -> set[str]:
    return {words.face.name for page in read_pdf(data).pages for words in page.visible}


def test_the_map_of_codes_is_no_part_of_a_font_s_name() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(notice(1))))
    renamed = 0
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font.get_object()[NameObject("/BaseFont")] = NameObject(f"{font['/BaseFont']}-Identity-H")
        renamed += 1
    target = io.BytesIO()
    writer.write(target)
    assert renamed
    assert faces(target.getvalue()) == faces(notice(1))


def test_a_shift_at_the_end_of_a_line_of_strings_moves_what_is_shown_next() -> None:
    def left(shift: str) -> float:
        (page,) = read_pdf(with_content(f"BT /F 12 Tf 100 700 Td [(A){shift}] TJ (B) Tj ET")).pages
        return next(words.left for words in page.visible if words.text.endswith("B"))

    five_ems = 5 * 12 * 25.4 / 72
    assert left(" -5000") - left(" -2000") == pytest.approx(five_ems * 3 / 5)


def test_forms_that_hold_each_other_over_and_over_are_not_drawn_for_ever() -> None:
    held: DictionaryObject | None = None
    for _ in range(12):
        form = DecodedStreamObject()
        form.set_data(b"/X Do " * 10)
        form.update({NameObject("/Subtype"): NameObject("/Form")})
        if held is not None:
            form[NameObject("/Resources")] = held
        held = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/X"): form})})
    (page,) = read_pdf(with_content("/X Do", resources=held)).pages
    assert "多得画不完" in page.unread


def locked_by_aes() -> bytes:
    """A file whose lock is all zeros: no library is needed to write it, and none can open it."""
    zeros = {"O": 48, "U": 48, "OE": 32, "UE": 32, "Perms": 16}
    keys = " ".join(f"/{key} <{'00' * length}>" for key, length in zeros.items())
    lock = (
        f"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 {keys} /StmF /StdCF /StrF /StdCF "
        "/CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> >> /ID [<00> <00>] "
    )
    target = io.BytesIO()
    PdfWriter(clone_from=PdfReader(io.BytesIO(notice(1)))).write(target)
    data = target.getvalue()
    return data.replace(b"trailer\n<<", b"trailer\n<<" + lock.encode())


def test_a_file_locked_by_aes_is_locked_and_not_damaged() -> None:
    read = read_pdf(locked_by_aes())
    assert read.locked
    assert "加密" in read.encryption


def test_without_the_library_that_opens_it_the_component_is_named(tmp_path: Path) -> None:
    path = tmp_path / "清样.pdf"
    path.write_bytes(locked_by_aes())
    program = "import sys; sys.modules |= {'cryptography': None, 'Crypto': None}; from gwformat.cli import main; main()"
    command = [sys.executable, "-c", program, "compare", path, path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 5
    assert "需要 cryptography，这台机器上没有安装" in done.stderr
    assert 'python -m pip install ".[print,crypto]"' in done.stderr


def test_a_file_locked_by_aes_without_a_password_is_read(tmp_path: Path) -> None:
    pytest.importorskip("cryptography", reason="cryptography is not installed")
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(notice(1))))
    writer.encrypt("", "管理", algorithm="AES-256")
    plain, locked = tmp_path / "定稿.pdf", tmp_path / "清样.pdf"
    plain.write_bytes(notice(1))
    writer.write(locked)
    assert api.compare_files(plain, locked).same
    assert "256 位加密" in read_pdf(locked).encryption
