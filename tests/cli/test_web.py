"""`gwformat web` as a process: it says where the page is, answers there, and leaves nothing when it is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from gwformat.web import Server
from tests.cli.running import INTERRUPTIBLE, Shell
from tests.web.client import Client


@pytest.mark.skipif(os.name == "nt", reason="processes are ended by signals on Linux")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_page_is_where_it_says_until_the_process_is_ended(end: signal.Signals, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*INTERRUPTIBLE, "web", "--no-browser"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    address = process.stdout.readline().decode().strip()
    client = Client(urlsplit(address).port or 0)
    client.open(address)
    client.give("通知.txt", "关于防汛工作的通知\n".encode())
    assert len(list(tmp_path.rglob("通知.txt"))) == 1
    process.send_signal(end)
    said = process.communicate(timeout=20)[1].decode()
    assert process.returncode == 0
    assert "已结束" in said
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_told(gwformat: Shell) -> None:
    with Server() as server:
        outcome = gwformat("web", "--no-browser", "--port", server.port)
    assert outcome.code == 4
    assert f"端口 {server.port} 用不了" in outcome.stderr
    assert outcome.stdout == ""


def test_without_a_place_for_drafts_nothing_is_begun(gwformat: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/gibt/es/nicht")
    outcome = gwformat("web", "--no-browser")
    assert outcome.code == 4
    assert "临时文件夹" in outcome.stderr
