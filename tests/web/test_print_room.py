"""What the print room and the exchange desk ask of the page; results are held against those of the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gwformat.cli.program import run
from gwformat.web import Server
from tests.printing.plants import plants
from tests.web.client import Client

DRAFT = "关于做好防汛工作的通知\n各县（区）人民政府：\n要高度重视防汛工作。\n某某市人民政府\n2026年5月8日\n"


def planted(client: Client, name: str, suffix: str = ".pdf") -> int:
    return client.give(f"印件{suffix}", plants()[name].make())


def file_of(folder: Path, name: str, words: str) -> Path:
    """A docx or a PDF that says `words`."""
    draft, target = folder / f"{name}.txt", folder / name
    draft.write_text(words, encoding="utf-8")
    assert run([*(("format",) if name.endswith(".docx") else ("render",)), str(draft), "-o", str(target)]) == 0
    return target


def refused(client: Client, number: int, job: str, **asked: object) -> Any:
    answer = client.ask("POST", f"/papers/{number}/{job}", json.dumps(asked).encode())
    assert answer.status == 422, answer.body.decode()
    return answer.json


def test_the_verdict_is_that_of_the_command_line(
    client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "印件.pdf"
    file.write_bytes(plants()["有蓝色的文字"].make())
    run(["print", str(file), "--format", "json"])
    (said,) = json.loads(capsys.readouterr().out)
    account = client.do(client.give("印件.pdf", file.read_bytes()), "print")
    assert account["passed"] == said["may_be_printed"]
    assert account["verdict"].startswith(said["verdict"])
    found = [{name: value for name, value in one.items() if name != "marks"} for one in account["check"]["findings"]]
    assert found == said["findings"]
    assert account["measured"] == said["measured"]


def test_the_report_of_the_verdict_is_there_to_be_kept_and_says_no_path(client: Client) -> None:
    number = planted(client, "合格")
    assert client.do(number, "print")["files"] == ["印件-印前检查.html"]
    page = client.file(number, "印件-印前检查.html").body.decode()
    assert "可以印制" in page
    assert "gwformat-web" not in page


def test_pages_of_a_pdf_are_seen_as_the_file_has_them(client: Client) -> None:
    number = planted(client, "有一页是 A3 纸")
    client.do(number, "print")
    sizes = client.ask("GET", f"/papers/{number}/print/pages").json["sizes"]
    assert {round(max(size)) for size in sizes} == {297, 420}
    answer = client.ask("GET", f"/papers/{number}/print/pages/1")
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.body.startswith(b"\x89PNG")


def test_pages_of_an_ofd_are_drawn_from_what_was_read(client: Client) -> None:
    number = planted(client, "合格的 OFD", ".ofd")
    client.do(number, "print")
    assert "字形是本机的" in client.ask("GET", f"/papers/{number}/print/pages").json["note"]
    answer = client.ask("GET", f"/papers/{number}/print/pages/1")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert "某某市人民政府" in answer.body.decode()
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_pages_of_a_docx_are_those_it_was_judged_by(client: Client, tmp_path: Path) -> None:
    number = client.give("通知.docx", file_of(tmp_path, "通知.docx", DRAFT).read_bytes())
    account = client.do(number, "print")
    assert account["counted"].startswith("1 页")
    assert len(client.ask("GET", f"/papers/{number}/print/pages").json["sizes"]) == 1
    assert client.ask("GET", f"/papers/{number}/print/pages/1").body.startswith(b"\x89PNG")


def test_the_words_of_a_finding_are_marked_where_they_stand(client: Client) -> None:
    account = client.do(planted(client, "有看不见的文字"), "print")
    (finding,) = [one for one in account["check"]["findings"] if one["code"] == "P726"]
    ((left, top, width, height),) = finding["marks"]
    assert 0 < left < left + width < 1
    assert 0 < top < top + height < 1


def test_a_locked_file_is_judged_and_has_no_pages(client: Client) -> None:
    number = planted(client, "打开要口令")
    account = client.do(number, "print")
    assert not account["passed"]
    assert account["counted"].startswith("打不开")
    assert client.ask("GET", f"/papers/{number}/print/pages").status == 404
    assert "加了密" in refused(client, number, "proof")["message"]


def test_a_draft_is_sent_to_be_set_first(client: Client) -> None:
    said = refused(client, client.give("通知.txt", DRAFT.encode()), "print")
    assert said["advice"] == "草稿先在“排版”里排成 docx，再作印制前检查。"


def test_a_proof_and_an_imposed_file_with_its_ticket(client: Client) -> None:
    number = planted(client, "合格")
    assert client.do(number, "proof")["files"] == ["印件-校样.pdf"]
    assert client.file(number, "印件-校样.pdf").body.startswith(b"%PDF-")
    account = client.do(number, "impose", impose="booklet")
    assert account["files"] == ["印件-付印.pdf", "印件-印制单.docx"]
    assert account["lines"] == ["每份 4 页，1 张"]
    sizes = client.ask("GET", f"/papers/{number}/impose/pages").json["sizes"]
    assert [(round(width), round(height)) for width, height in sizes] == [(420, 297)] * 2
    assert refused(client, number, "impose")["message"] == "没有选怎样拼版"


def test_an_ofd_is_not_imposed_and_no_command_is_advised(client: Client) -> None:
    said = refused(client, planted(client, "合格的 OFD", ".ofd"), "impose", impose="2up")
    assert "OFD" in said["message"]
    assert "gwformat" not in said["advice"]


def test_every_difference_is_told_as_the_command_line_tells_it(
    client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    approved = file_of(tmp_path, "定稿.docx", DRAFT)
    printed = file_of(tmp_path, "清样.pdf", DRAFT.replace("高度", "特别"))
    capsys.readouterr()
    run(["compare", str(approved), str(printed)])
    said = capsys.readouterr().out
    first, second = (client.give(file.name, file.read_bytes()) for file in (approved, printed))
    account = client.do(first, "compare", other=second)
    assert not account["passed"]
    (difference,) = account["differences"]
    assert (difference["words"], difference["others"]) == ("高度", "特别")
    assert difference["other_place"]["page"] == 1
    assert account["files"] == ["定稿-比对.txt"]
    assert client.file(first, "定稿-比对.txt").body.decode() == f"定稿.docx → 清样.pdf\n{said}"


def test_two_files_that_say_the_same_agree(client: Client, tmp_path: Path) -> None:
    files = (file_of(tmp_path, "定稿.docx", DRAFT), file_of(tmp_path, "清样.pdf", DRAFT))
    first, second = (client.give(file.name, file.read_bytes()) for file in files)
    account = client.do(first, "compare", other=second)
    assert account["passed"]
    assert account["verdict"].startswith("一致")


def test_a_received_file_is_held_against_its_manifest(client: Client, tmp_path: Path) -> None:
    number = client.give("通知.docx", file_of(tmp_path, "通知.docx", DRAFT).read_bytes())
    sent = [client.file(number, name).body for name in client.do(number, "send", to="party")["files"]]
    received, manifest = client.give("收到.docx", sent[0]), client.give("清单.json", sent[1])
    account = client.do(received, "verify", other=manifest)
    assert account["passed"]
    assert account["verdict"].startswith("核对一致：收到.docx 与清单 清单.json 相符")
    account = client.do(number, "verify", other=manifest)
    assert not account["passed"]
    assert "SHA-256" in account["lines"][0]


@pytest.mark.parametrize("other", ["/etc/passwd", True, None, [1], 1.0])
def test_a_second_file_is_one_of_this_session_and_nothing_else(client: Client, other: object) -> None:
    number = client.give("通知.txt", DRAFT.encode())
    assert "没有选" in refused(client, number, "compare", other=other)["message"]
    assert client.ask("POST", f"/papers/{number}/compare", b'{"other": 99}').status == 404


def test_what_the_page_does_not_offer_is_refused(client: Client) -> None:
    number = planted(client, "合格")
    assert "allowed" in refused(client, number, "print", allowed="../x.toml")["message"]
    assert "impose" in refused(client, number, "impose", impose="poster")["message"]


def test_the_choices_of_the_print_room_are_those_of_the_program(client: Client) -> None:
    choices = client.ask("GET", "/choices").json
    number = planted(client, "合格")
    for form in choices["impose"]:
        assert client.do(number, "impose", impose=form)["files"]
    for system in choices["allowed"]:
        assert client.do(number, "print", allowed=system)["files"]


def test_what_was_told_is_told_again_to_another_tab(server: Server, client: Client) -> None:
    first, second = client.give("甲.txt", DRAFT.encode()), client.give("乙.txt", DRAFT.encode())
    account = client.do(second, "check")
    other = Client(server.port)
    other.open(server.address)
    assert other.ask("GET", "/papers").json["papers"] == [
        {"number": first, "name": "甲.txt", "done": 0, "busy": False},
        {"number": second, "name": "乙.txt", "done": 1, "busy": False},
    ]
    assert other.ask("GET", f"/papers/{second}").json == account
    assert other.ask("GET", f"/papers/{first}").json == {}
    assert refused(client, first, "fix")["message"] == other.ask("GET", f"/papers/{first}").json["failed"]["message"]
