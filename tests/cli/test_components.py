"""The program as a plain installation has it, without the components to be added: what works, and what says why not."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from gwformat.errors import ComponentMissing
from tests.cli.running import EXAMPLES

_PLAIN = """
import sys
for name in ("pypdf", "typst", "PIL", "openpyxl", "distributed"):
    sys.modules[name] = None
from gwformat.cli.program import run
sys.exit(run(sys.argv[1:]))
"""

_DRAFT = EXAMPLES / "通知.docx"
_HOUSE = EXAMPLES / "版式-市政府办公室.toml"


def _plain(*args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _PLAIN, *map(str, args)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)


def test_without_a_folder_for_temporary_files_is_told_what_to_do(tmp_path: Path) -> None:
    nowhere = "import tempfile; tempfile._candidate_tempdir_list = lambda: ['/no/such/folder']\n"
    program = f"{nowhere}import sys\nfrom gwformat.cli.program import run\nsys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "render", _DRAFT, "-o", tmp_path / "样张.pdf"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stdout) == (4, "")
    assert "没有能写的临时文件夹" in done.stderr and "TMPDIR" in done.stderr


def test_two_drafts_are_compared_without_components() -> None:
    done = _plain("compare", _DRAFT, _DRAFT)
    assert done.stdout.startswith("一致"), done.stderr


def test_a_profile_is_explained_without_components() -> None:
    done = _plain("profile", "check", _HOUSE)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_ofd_is_written_without_components(tmp_path: Path) -> None:
    done = _plain("format", _DRAFT, "-o", tmp_path / "成品.docx", "--ofd")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "成品.ofd").read_bytes().startswith(b"PK")


def test_an_ofd_is_looked_at_before_printing_without_components(tmp_path: Path) -> None:
    assert _plain("format", _DRAFT, "-o", tmp_path / "成品.docx", "--ofd").returncode == 0
    done = _plain("print", tmp_path / "成品.ofd", "--select", "P78")
    assert (done.returncode, done.stderr) == (0, "")
    assert "只查了一部分" in done.stdout and "错误" not in done.stdout


def test_a_draft_is_checked_without_components() -> None:
    done = _plain("check", _DRAFT)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("component", "args"),
    [
        ("print", ("print", _DRAFT)),
        ("print", ("print", _DRAFT, "--impose", "booklet", "-o", "付印.pdf")),
        ("print", ("print", _DRAFT, "--proof", "-o", "校样.pdf")),
        ("print", ("print", _DRAFT, "--overprint", "test", "-o", "试张.pdf")),
        ("pdf", ("render", _DRAFT, "-o", "样张.pdf")),
        ("pdf", ("batch", _DRAFT.parent, "-o", "样张.pdf", "--do", "render")),
        ("pdf", ("batch", _DRAFT.parent, "-o", "样张.pdf", "--pdf")),
    ],
)
def test_what_needs_a_component_names_it(component: str, args: tuple[object, ...], tmp_path: Path) -> None:
    placed = [tmp_path / arg if isinstance(arg, str) and arg.endswith(".pdf") else arg for arg in args]
    done = _plain(*placed)
    assert done.returncode == 5
    assert f"[{component}]" in done.stderr
    assert not list(tmp_path.iterdir())


def test_what_is_installed_already_is_named_again_because_pipx_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"pypdf": ModuleSpec("pypdf", None), "cryptography": ModuleSpec("cryptography", None)}
    monkeypatch.setattr("importlib.util.find_spec", there.get)
    said = ComponentMissing("读 xlsx ", "openpyxl", "print").advice
    assert 'pipx install --force ".[crypto,measure,print]"，或 python -m pip install ".[print]"' in said
