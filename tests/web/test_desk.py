"""What the jobs of the page make of drafts; results are held against those of the command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gwformat.cli.program import run
from gwformat.web import Server, folder
from gwformat.web.names import plain
from tests.build import make_docx
from tests.web.client import Client
from tests.writers.ofd_file import OfdFile

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = "关于做好防汛工作的通知\n各县（区）人民政府：\n要高度重视。\n某某市人民政府\n2026年5月8日\n".encode()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def test_a_formatted_draft_is_the_one_the_command_line_writes(client: Client, tmp_path: Path) -> None:
    draft = EXAMPLES / "报告.docx"
    number = client.give("报告.docx", draft.read_bytes())
    account = client.do(number, "format", values=[["发文字号", "某发改〔2026〕9号"]], system="party")
    assert account["files"] == ["报告-排版.docx"]
    target = tmp_path / "成品.docx"
    assert (
        run(["format", str(draft), "-o", str(target), "--system", "party", "--set", "发文字号=某发改〔2026〕9号"]) == 0
    )
    assert client.file(number, "报告-排版.docx").body == target.read_bytes()


def test_a_result_is_kept_under_its_name_and_never_shown_as_a_page(client: Client) -> None:
    number = client.give("通知.txt", DRAFT)
    client.do(number, "format", pdf=True)
    answer = client.file(number, "通知-排版.pdf")
    assert answer.body.startswith(b"%PDF-")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E9%80%9A")


def test_a_draft_becomes_an_ofd_where_one_is_asked_for(client: Client) -> None:
    number = client.give("通知.txt", DRAFT)
    assert client.do(number, "format", ofd=True)["files"] == ["通知-排版.docx", "通知-排版.ofd"]
    assert OfdFile(client.file(number, "通知-排版.ofd").body).tagged("公文体/主体/成文日期")


def test_the_account_says_what_changed_and_what_is_missing(client: Client) -> None:
    number = client.give("通知.txt", DRAFT.replace("5月8日".encode(), "05月08日".encode()))
    account = client.do(number, "format")
    assert {"发文机关标志", "发文字号"} <= {missing["label"] for missing in account["missing"]}
    assert any(change["after"] == "2026年5月8日" for change in account["changes"])
    assert "内容核对无误" in account["ledger_text"]
    assert account["check"]["summary"]["error"] == 0


def test_pages_are_drawn_one_by_one(client: Client) -> None:
    number = client.give("通知.docx", (EXAMPLES / "通知.docx").read_bytes())
    client.do(number, "format")
    sizes = client.ask("GET", f"/papers/{number}/format/pages").json["sizes"]
    count = len(sizes)
    assert count > 1
    assert {(round(width), round(height)) for width, height in sizes} == {(210, 297)}
    pictures = {client.ask("GET", f"/papers/{number}/format/pages/{page}").body for page in range(1, count + 1)}
    assert len(pictures) == count
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    for page in (0, count + 1):
        assert client.ask("GET", f"/papers/{number}/format/pages/{page}").status == 404


def test_pages_of_a_draft_that_is_not_formatted_are_not_there(client: Client) -> None:
    number = client.give("通知.txt", DRAFT)
    assert client.ask("GET", f"/papers/{number}/format/pages").status == 404


def test_a_check_finds_what_the_command_line_finds(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    draft = EXAMPLES / "通知.docx"
    number = client.give("通知.docx", draft.read_bytes())
    account = client.do(number, "check")
    run(["check", str(draft), "--format", "json"])
    assert account["check"]["findings"] == json.loads(capsys.readouterr().out)[0]["findings"]
    report = client.file(number, "通知-检查报告.html").body.decode()
    assert "<title>" in report
    assert "gwformat-web" not in report


def test_safe_fixes_and_comments_go_into_copies(client: Client, tmp_path: Path) -> None:
    draft = EXAMPLES / "通知.docx"
    number = client.give("通知.docx", draft.read_bytes())
    fixed = client.do(number, "fix")
    assert fixed["fixed"]
    assert all(finding["fix"]["safety"] == "safe" for finding in fixed["fixed"])
    client.do(number, "annotate")
    commented = client.file(number, "通知-批注.docx").body
    assert "w:comment " in part(commented, "word/comments.xml")


def test_a_text_file_cannot_be_mended_and_that_is_said(client: Client) -> None:
    number = client.give("通知.txt", DRAFT)
    answer = client.ask("POST", f"/papers/{number}/fix", b"{}")
    assert answer.status == 422
    assert answer.json["message"] == "“通知.txt”不是 docx，不能直接修改或加批注"


def test_what_leaves_the_house_has_its_manifest(client: Client) -> None:
    number = client.give("通知.txt", DRAFT)
    client.do(number, "format")
    made = client.file(number, "通知-排版.docx").body
    number = client.give("通知.docx", made)
    account = client.do(number, "send", to="party")
    assert account["files"] == ["通知-发出.docx", "通知-发出.docx.json"]
    assert account["lines"][-1] == "文字与原文逐字核对一致"
    assert json.loads(client.file(number, "通知-发出.docx.json").body)


def test_a_classified_draft_does_not_leave_the_house(client: Client) -> None:
    number = client.give("通知.txt", "机密★1年\n".encode() + DRAFT)
    account = client.do(number, "format")
    assert any("密级" in notice for notice in account["notices"])
    number = client.give("通知.docx", client.file(number, "通知-排版.docx").body)
    answer = client.ask("POST", f"/papers/{number}/send", b'{"to": "party"}')
    assert answer.status == 422
    assert answer.json["exit_code"] == 8


def test_a_damaged_draft_is_told_and_the_next_one_is_done(client: Client) -> None:
    damaged = client.give("坏.docx", make_docx("<w:p/>")[:200])
    answer = client.ask("POST", f"/papers/{damaged}/format", b"{}")
    assert answer.status == 422
    assert answer.json["exit_code"] == 3
    assert answer.json["advice"]
    assert client.do(client.give("好.txt", DRAFT), "format")["files"] == ["好-排版.docx"]


def test_two_drafts_of_one_name_are_two_drafts(client: Client) -> None:
    first, second = (
        client.give("通知.txt", DRAFT),
        client.give("通知.txt", DRAFT.replace("防汛".encode(), "防火".encode())),
    )
    for number in (first, second):
        client.do(number, "format")
    name = "通知-排版.docx"
    assert "防汛" in part(client.file(first, name).body, "word/document.xml")
    assert "防火" in part(client.file(second, name).body, "word/document.xml")


def test_what_is_taken_away_is_gone_from_the_disk(server: Server, client: Client) -> None:
    number = client.give("通知.txt", DRAFT)
    client.do(number, "format")
    client.ask("DELETE", f"/papers/{number}")
    assert list(server.desk.folder.iterdir()) == []
    assert client.file(number, "通知-排版.docx").status == 404


def test_nothing_is_left_when_the_page_ends() -> None:
    with Server() as server:
        place = server.desk.folder
        (place / "草稿.txt").write_bytes(DRAFT)
        assert os.name == "nt" or place.stat().st_mode & 0o077 == 0
    assert not place.exists()


def test_what_a_killed_page_left_is_removed_by_the_next_one(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, mine, other = (tmp_path / f"gwformat-web-{name}" for name in (f"{ended.pid}-abc", f"{os.getpid()}-abc", "x"))
    for place in (left, mine, other):
        place.mkdir()
        (place / "草稿.txt").write_bytes(DRAFT)
    folder.clear(tmp_path)
    assert [place.exists() for place in (left, mine, other)] == [False, True, True]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("通知.docx", "通知.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\文书\\通知.docx", "通知.docx"),
        ("汛期<b>：“通知”?.docx", "汛期_b_：“通知”_.docx"),
        ("con.docx", "_con.docx"),
        ("通知.docx. ", "通知.docx"),
        ("", "草稿"),
        ("..", "草稿"),
        ("a\nb\x00c\u202e.txt", "a_b_c_.txt"),
    ],
)
def test_a_name_keeps_nothing_but_what_is_a_name(name: str, kept: str) -> None:
    assert plain(name) == kept


@given(st.text())
def test_every_name_is_one_name_that_a_file_can_have(name: str) -> None:
    kept = plain(name)
    assert kept == Path(kept).name
    assert kept not in ("", ".", "..")
    assert len(kept.encode()) <= 255
    assert plain(kept) == kept
