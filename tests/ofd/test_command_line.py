"""`print` and `compare` take an OFD like a PDF; what cannot be done with one is said in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.ofd.building import ENTRY, changed, zipped
from tests.ofd.ground import good, parts
from tests.printing import ground
from tests.printing.planted_seals import sealed


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    path = tmp_path / "成品.ofd"
    path.write_bytes(good())
    return path


def test_a_good_ofd_may_be_printed(gwformat: Shell, finished: Path) -> None:
    outcome = gwformat("print", finished)
    assert outcome.code == 0
    assert "可以印制" in outcome.stdout and "4 页" in outcome.stdout
    assert "版心" in outcome.stdout


def test_an_ofd_is_known_by_what_it_holds_and_not_by_its_name(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "成品.pdf"
    path.write_bytes(good())
    assert gwformat("print", path, "--select", "P78").code == 0


def test_the_json_report_has_the_pages_and_the_findings(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "成品.ofd"
    path.write_bytes(zipped(changed(parts(), ENTRY, lambda text: text.replace('DocType="OFD"', 'DocType="X"'))))
    (file,) = json.loads(gwformat("print", path, "--format", "json", "--select", "P78").stdout)
    assert (file["verdict"], file["page_count"]) == ("不可印制", 4)
    assert [finding["code"] for finding in file["findings"]] == ["P781"]


def test_a_signature_is_never_passed(gwformat: Shell, tmp_path: Path) -> None:
    path = tmp_path / "成品.ofd"
    path.write_bytes(zipped(sealed()))
    (file,) = json.loads(gwformat("print", path, "--format", "json", "--select", "P79").stdout)
    (finding,) = file["findings"]
    assert (finding["code"], finding["severity"], finding["location"]["page"]) == ("P792", "unverified", 3)
    assert "“某某省证书认证中心”颁发，这个机构是不是可信、证书有没有吊销没有核对" in finding["message"]


def test_an_ofd_says_what_the_docx_says(gwformat: Shell, finished: Path, tmp_path: Path) -> None:
    draft, proof = tmp_path / "定稿.docx", tmp_path / "清样.pdf"
    draft.write_bytes(ground.docx())
    proof.write_bytes(ground.good())
    assert gwformat("compare", draft, finished).code == 0
    assert gwformat("compare", finished, proof).code == 0
    assert gwformat("compare", finished, draft).code == 0


def test_another_word_in_an_ofd_is_a_difference(gwformat: Shell, tmp_path: Path) -> None:
    draft, other = tmp_path / "定稿.docx", tmp_path / "成品.ofd"
    draft.write_bytes(ground.docx())
    page = "Doc_0/Pages/Page_1/Content.xml"
    other.write_bytes(zipped(changed(parts(), page, lambda text: text.replace("落实责任", "落实责成", 1))))
    outcome = gwformat("compare", draft, other)
    assert outcome.code == 1
    assert "【任】" in outcome.stdout and "【成】" in outcome.stdout


@pytest.mark.parametrize(
    "asked", [["check"], ["format", "-o", "排好.docx"], ["print", "--impose", "2up", "-o", "印.pdf"]]
)
def test_what_wants_a_draft_says_which_command_takes_an_ofd(gwformat: Shell, finished: Path, asked: list[str]) -> None:
    command, *rest = asked
    outcome = gwformat(command, finished, *rest)
    assert outcome.code == 3
    assert "gwformat print" in outcome.stderr and "OFD" in outcome.stderr
