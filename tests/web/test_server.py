"""Who may ask the page for what, and what it answers."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from gwformat.web import Server
from tests.build import make_docx
from tests.web.client import Client

DRAFT = "关于做好防汛工作的通知\n各县（区）人民政府：\n要高度重视。\n某某市人民政府\n2026年5月8日\n".encode()


def test_the_address_carries_the_key_and_the_page_keeps_it_in_a_cookie(server: Server) -> None:
    client = Client(server.port)
    answer = client.open(server.address)
    assert answer.status == 303
    assert answer.headers["Location"] == "/"
    assert {"HttpOnly", "SameSite=Strict"} <= set(answer.headers["Set-Cookie"].split("; "))
    assert "公文排版" in client.ask("GET", "/").body.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/choices",
        "/page.js",
        "/papers",
        "/papers/1",
        "/papers/1/print/pages",
        "/?key=",
        "/?key=错",
        "/?key=a&key=b",
    ],
)
def test_who_has_no_key_gets_nothing(server: Server, path: str) -> None:
    answer = Client(server.port).ask("GET", path.replace("错", "%E9%94%99"))
    assert answer.status == 403
    assert "完整地址" in answer.json["message"]


@pytest.mark.parametrize("host", ["example.org", "example.org:80", "127.0.0.1", "localhost:1", ""])
def test_a_name_that_only_leads_here_gets_nothing(client: Client, host: str) -> None:
    assert client.ask("GET", "/", Host=host).status == 403


def test_localhost_is_this_computer(client: Client) -> None:
    assert client.ask("GET", "/", Host=f"localhost:{client.port}").status == 200


def test_what_changes_something_needs_the_header_no_other_site_can_send(client: Client) -> None:
    number = client.give("草稿.txt", DRAFT)
    assert client.ask("POST", "/papers?name=x.txt", DRAFT, X_Gwformat=None).status == 403
    assert client.ask("DELETE", f"/papers/{number}", X_Gwformat=None).status == 403
    assert client.do(number, "check")["name"] == "草稿.txt"


def test_nothing_but_the_loopback_is_listened_to(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_no_answer_lets_anything_in_from_elsewhere(client: Client) -> None:
    for path in ("/", "/choices", "/papers", "/papers/9/format/pages"):
        headers = client.ask("GET", path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "http" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_the_page_loads_nothing_from_elsewhere_and_has_no_code_in_it() -> None:
    page = Path(__file__).parents[2] / "gwformat" / "web" / "page"
    for file in page.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http:" not in text, file
        assert "https:" not in text, file
        assert "innerHTML" not in text, file
    html = (page / "index.html").read_text(encoding="utf-8")
    assert "style=" not in html
    assert "onclick" not in html


def test_every_file_of_the_page_is_served(client: Client) -> None:
    page = Path(__file__).parents[2] / "gwformat" / "web" / "page"
    for file in page.iterdir():
        answer = client.ask("GET", f"/{file.name}" if file.name != "index.html" else "/")
        assert answer.body == file.read_bytes(), file


def test_a_draft_too_long_or_of_no_said_length_is_refused_before_it_is_read(client: Client) -> None:
    assert client.ask("POST", "/papers?name=x.docx", b"", Content_Length=str(1 << 40)).status == 413
    assert client.ask("POST", "/papers?name=x.docx", b"", Content_Length="-1").status == 411
    assert client.ask("POST", "/papers?name=x.docx", b"", Content_Length="9" * 5000).status == 413
    assert client.ask("POST", "/papers?name=x.docx", b"", Content_Length="²").status == 411


def test_a_draft_cut_off_leaves_nothing_behind(server: Server, client: Client) -> None:
    request = (
        f"POST /papers?name=x.txt HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nCookie: {client.cookie}\r\n"
        "X-Gwformat: 1\r\nContent-Length: 100\r\n\r\nabc"
    )
    with socket.create_connection(("127.0.0.1", client.port), timeout=10) as wire:
        wire.sendall(request.encode())
        wire.shutdown(socket.SHUT_WR)
        assert "没有传完" in json.loads(wire.makefile("rb").read().partition(b"\r\n\r\n")[2])["message"]
    assert list(server.desk.folder.iterdir()) == []


def test_an_address_that_is_none_is_no_fault_of_the_program(client: Client) -> None:
    with socket.create_connection(("127.0.0.1", client.port), timeout=10) as wire:
        wire.sendall(b"GET http://[ HTTP/1.1\r\nConnection: close\r\n\r\n")
        assert wire.makefile("rb").readline() == b"HTTP/1.1 400 Bad Request\r\n"


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/没有", None, 404),
        ("GET", "/papers/7", None, 404),
        ("GET", "/papers/7/format/pages", None, 404),
        ("GET", "/papers/7/format/pages/1", None, 404),
        ("DELETE", "/papers/7/work", None, 404),
        ("GET", "/papers/7/files/x", None, 404),
        ("GET", "/papers/1/files/..%2F..%2Fetc%2Fpasswd", None, 404),
        ("GET", "/rules/Z999", None, 422),
        ("POST", "/papers/7/format", b"{}", 404),
        ("POST", "/papers/7/format", b"[]", 400),
        ("POST", "/papers/7/format", b"{", 400),
        ("POST", "/papers/7/format", b"\xff", 400),
        ("POST", "/papers/7/format", b"[" * 100_000, 400),
        ("POST", "/papers/7/no", b"{}", 422),
        ("PUT", "/papers", b"", 501),
    ],
)
def test_what_is_not_there_is_told_as_json(
    client: Client, method: str, path: str, body: bytes | None, status: int
) -> None:
    answer = client.ask(method, path.replace("没有", "%E6%B2%A1"), body)
    assert answer.status == status
    if status != 501:
        assert answer.json["message"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"kind": "book"}, "kind"),
        ({"kind": ["general"]}, "kind"),
        ({"system": "../x.toml"}, "system"),
        ({"force": True}, "force"),
        ({"values": [["没有", "x"]]}, "没有"),
        ({"values": [["发文字号"]]}, "要素"),
        ({"values": [["成文日期", "以后"]]}, "成文日期"),
        ({"values": [["标题", "长" * 2001]]}, "标题"),
    ],
)
def test_what_the_forms_do_not_offer_is_refused(client: Client, asked: dict[str, object], says: str) -> None:
    number = client.give("草稿.txt", DRAFT)
    answer = client.ask("POST", f"/papers/{number}/format", json.dumps(asked).encode())
    assert answer.status == 422
    assert says in answer.json["message"]
    assert "--" not in answer.json["message"] + answer.json["advice"]


def test_the_choices_are_those_of_the_program(client: Client) -> None:
    choices = client.ask("GET", "/choices").json
    number = client.give("草稿.txt", DRAFT)
    for field in ("kind", "system", "grid", "seal", "revisions", "comments"):
        for value in choices[field]:
            assert client.do(number, "format", **{field: value})["files"]
    assert "发文字号" in choices["elements"]


def test_the_end_is_asked_for_by_the_page(server: Server, client: Client) -> None:
    assert client.ask("DELETE", "/").status == 200
    with pytest.raises(OSError):
        for _ in range(50):
            Client(server.port, patience=0.5).ask("GET", "/choices")
            server.socket.getpeername()


def test_an_address_of_a_docx_is_not_a_place_in_the_folder_of_the_session(server: Server, client: Client) -> None:
    number = client.give("../../通知.docx", make_docx("<w:p><w:r><w:t>通知</w:t></w:r></w:p>"))
    (folder,) = server.desk.folder.iterdir()
    assert [file.name for file in folder.iterdir()] == ["通知.docx"]
    account = client.do(number, "check")
    assert str(server.desk.folder) not in json.dumps(account, ensure_ascii=False)
