"""Work is done in a process of its own: it can be stopped, has its limits, and may die without the page."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from gwformat.batch.outcomes import Limits
from gwformat.web import Server
from gwformat.web.hand import STOPPED
from gwformat.web.wording import SAID, on_the_page
from tests.web.client import Answer, Client

DRAFT = "关于做好防汛工作的通知\n各县（区）人民政府：\n要高度重视。\n某某市人民政府\n2026年5月8日\n".encode()
LONG = ("关于做好防汛工作的通知\n" + "要高度重视防汛工作，压实各级责任，确保安全。\n" * 20000).encode()


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def hands() -> list[psutil.Process]:
    """The processes that do the work."""
    return [child for child in psutil.Process().children() if any("spawn_main" in word for word in child.cmdline())]


def doing(client: Client, number: int, job: str) -> tuple[threading.Thread, list[Answer]]:
    """A job that was begun, and where its answer will be."""
    answers: list[Answer] = []
    thread = threading.Thread(target=lambda: answers.append(client.ask("POST", f"/papers/{number}/{job}", b"{}")))
    thread.start()
    until(lambda: client.ask("GET", "/papers").json["papers"][0]["busy"])
    return thread, answers


@pytest.fixture
def impatient() -> Iterator[Client]:
    """The page with next to no time for a job."""
    with Server(limits=Limits(seconds=0.01)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        client = Client(server.port)
        client.open(server.address)
        yield client
        server.shutdown()
        thread.join()


def test_work_that_is_not_wanted_any_more_stops_and_the_next_is_done(client: Client) -> None:
    number = client.give("长.txt", LONG)
    thread, answers = doing(client, number, "format")
    assert client.ask("DELETE", f"/papers/{number}/work").status == 200
    thread.join()
    assert answers[0].status == 422
    assert answers[0].json["message"] == STOPPED
    assert client.do(client.give("通知.txt", DRAFT), "format")["files"] == ["通知-排版.docx"]


def test_what_waits_for_its_turn_can_be_stopped_too(client: Client) -> None:
    first, second = client.give("长.txt", LONG), client.give("通知.txt", DRAFT)
    thread, _ = doing(client, first, "format")
    answers: list[Answer] = []
    waiting = threading.Thread(target=lambda: answers.append(client.ask("POST", f"/papers/{second}/format", b"{}")))
    waiting.start()
    until(lambda: client.ask("GET", "/papers").json["papers"][1]["busy"])
    client.ask("DELETE", f"/papers/{second}/work")
    client.ask("DELETE", f"/papers/{first}/work")
    thread.join()
    waiting.join()
    assert answers[0].json["message"] == STOPPED
    assert client.do(second, "format")["files"] == ["通知-排版.docx"]


def test_what_is_taken_away_while_it_is_worked_on_is_gone(server: Server, client: Client) -> None:
    number = client.give("长.txt", LONG)
    thread, answers = doing(client, number, "format")
    assert client.ask("DELETE", f"/papers/{number}").status == 200
    thread.join()
    assert answers[0].status == 422
    assert list(server.desk.folder.iterdir()) == []


def test_who_takes_too_long_is_ended_and_that_is_told(impatient: Client) -> None:
    answer = impatient.ask("POST", f"/papers/{impatient.give('通知.txt', DRAFT)}/format", b"{}")
    assert answer.status == 500
    assert "没有做完" in answer.json["message"]


def test_a_process_that_dies_is_replaced(client: Client) -> None:
    number = client.give("长.txt", LONG)
    thread, answers = doing(client, number, "format")
    for hand in hands():
        hand.kill()
    thread.join()
    assert "意外结束" in answers[0].json["message"]
    assert client.do(client.give("通知.txt", DRAFT), "check")["name"] == "通知.txt"


def test_pages_that_went_with_their_process_are_said_to_be_gone(client: Client) -> None:
    number = client.give("通知.txt", DRAFT)
    client.do(number, "format")
    for hand in hands():
        hand.kill()
        until(lambda hand=hand: hand.status() == psutil.STATUS_ZOMBIE)
    assert client.ask("GET", f"/papers/{number}/format/pages").status == 404


def test_the_process_ends_with_the_page() -> None:
    with Server() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = Client(server.port)
        client.open(server.address)
        client.do(client.give("通知.txt", DRAFT), "check")
        working = hands()
        assert working
        server.shutdown()
    assert not psutil.wait_procs(working, timeout=10)[1]


def test_a_page_that_nobody_has_open_ends_by_itself() -> None:
    with Server(left_alone=1.0) as server:
        server.serve_forever()
        assert server.was_left_alone


def test_a_page_that_is_open_does_not_end(client: Client, server: Server) -> None:
    server.left_alone = 1.5
    for _ in range(6):
        time.sleep(0.5)
        assert client.ask("GET", "/papers").status == 200
    assert not server.was_left_alone


def test_what_the_api_advises_at_a_command_line_is_said_otherwise_on_the_page() -> None:
    package = Path(__file__).parents[2] / "gwformat"
    said = "".join(file.read_text(encoding="utf-8") for file in package.rglob("*.py") if file.name != "wording.py")
    for words in SAID:
        assert words in said, words
        assert "--" not in on_the_page(words)
        assert "gwformat" not in on_the_page(words)
