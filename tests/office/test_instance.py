"""The LibreOffice that stays open: what it makes of files, and that it asks nobody for anything."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gwformat import office
from gwformat.errors import InputUnreadable
from tests.build import make_docx, p
from tests.drawings import inline

pytestmark = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")


@contextmanager
def server() -> Iterator[tuple[int, list[bytes]]]:
    """A port of this machine, and what was asked for there."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:  # closed: the test is over
                    return
                with connection:
                    asked.append(connection.recv(1000))

        threading.Thread(target=listen, daemon=True).start()
        yield listening.getsockname()[1], asked


def test_a_picture_on_another_machine_is_not_asked_for(tmp_path: Path) -> None:
    with server() as (port, asked):
        linked = inline(30, 20, "linked").replace("r:embed", "r:link")
        there = ("linked", "image", f"http://127.0.0.1:{port}/图.png")
        source = tmp_path / "通知.docx"
        source.write_bytes(make_docx(p("附图如下：") + f"<w:p>{linked}</w:p>", rels=[there]))
        office.convert(source, "pdf", tmp_path / "通知.pdf")
    assert (tmp_path / "通知.pdf").read_bytes().startswith(b"%PDF")
    assert asked == []


def test_the_first_and_the_next_file_are_converted_by_the_same_program(tmp_path: Path) -> None:
    for number in (1, 2):
        source = tmp_path / f"{number}.docx"
        source.write_bytes(make_docx(p(f"第{number}份")))
        office.convert(source, "txt:Text", tmp_path / f"{number}.txt")
    assert [(tmp_path / f"{number}.txt").read_text("utf-8-sig").strip() for number in (1, 2)] == ["第1份", "第2份"]


def test_what_is_no_document_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    source = tmp_path / "坏的.docx"
    source.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(InputUnreadable):
        office.convert(source, "pdf", tmp_path / "坏的.pdf")
    assert not (tmp_path / "坏的.pdf").exists()


def test_nothing_of_a_file_stays_in_the_folder_for_temporary_files(tmp_path: Path) -> None:
    source, scratch = tmp_path / "通知.docx", tmp_path / "临时"
    source.write_bytes(make_docx(p("一份通知")))
    scratch.mkdir()
    program = "import sys; from pathlib import Path; from gwformat import office; "
    program += "office.convert(Path(sys.argv[1]), 'pdf', Path(sys.argv[2]))"
    subprocess.run(
        [sys.executable, "-c", program, str(source), str(tmp_path / "通知.pdf")],
        env=os.environ | {"TMPDIR": str(scratch)},
        check=True,
        timeout=120,
    )
    assert (tmp_path / "通知.pdf").is_file()
    assert list(scratch.iterdir()) == []
