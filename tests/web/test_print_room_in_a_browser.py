"""What the print room does in a real browser; and what a page keeps that is loaded again, or open twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from gwformat.web import Server
from tests.printing.plants import plants
from tests.web.browser import Browser, browser, needs_browser
from tests.web.client import Client
from tests.web.test_hand import LONG
from tests.web.test_print_room import DRAFT, file_of

pytestmark = needs_browser


def opened(page: Browser, server: Server) -> None:
    page.open(server.address)
    page.until("document.querySelectorAll('select[name=impose] option').length > 2")


def given(page: Browser, *files: Path) -> None:
    before = page.run("document.querySelectorAll('#papers li').length")
    page.choose_files("#pick", *files)
    page.until(f"document.querySelectorAll('#papers li').length === {before + len(files)}")


def done(page: Browser, button: str) -> str:
    page.click(button)
    page.until("document.querySelector('#work').hidden && document.querySelector('#told').textContent")
    return page.text()


def test_a_pdf_is_judged_and_a_finding_leads_to_its_page(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "印件<i>.pdf"
    file.write_bytes(plants()["有看不见的文字"].make())
    with browser(tmp_path / "profile") as page:
        opened(page, server)
        given(page, file)
        assert page.run("document.querySelector('#tab-print').getAttribute('aria-selected')") == "true"
        assert "P726" in done(page, "#form-print .main")
        assert page.run("document.querySelector('.verdict').textContent").startswith("可以印制")
        assert "印制" in page.run("document.querySelector('[role=status]').textContent")
        page.until("document.querySelectorAll('.mark').length === 1")
        page.click("td.pages .code")
        page.until("document.activeElement.closest('figure')?.querySelector('img').naturalWidth > 500")
        assert page.problems == []


def test_the_print_room_compares_what_was_approved_with_what_was_printed(server: Server, tmp_path: Path) -> None:
    approved = file_of(tmp_path, "定稿.docx", DRAFT)
    printed = file_of(tmp_path, "清样.pdf", DRAFT.replace("高度", "<b>特别</b>"))
    with browser(tmp_path / "profile") as page:
        opened(page, server)
        given(page, printed, approved)
        page.click("#tab-compare")
        chosen = "document.querySelector('#form-compare').elements.{}.selectedOptions[0].text"
        assert [page.run(chosen.format(name)) for name in ("approved", "other")] == ["定稿.docx", "清样.pdf"]
        said = done(page, "#form-compare .main")
        assert "定稿.docx → 清样.pdf" in said
        assert "不一致：文字 1 处" in said
        assert page.run("document.querySelector('#result ins').textContent") == "<b>特别</b>"
        assert page.run("document.querySelector('#result del').textContent") == "高度"
        assert page.run("document.querySelector('.files a').download") == "定稿-比对.txt"
        assert page.problems == []


def test_work_is_stopped_from_the_page(server: Server, tmp_path: Path) -> None:
    draft = tmp_path / "长.txt"
    draft.write_bytes(LONG)
    with browser(tmp_path / "profile") as page:
        opened(page, server)
        given(page, draft)
        page.click("#form-format .main")
        page.until("!document.querySelector('#work').hidden")
        assert "停下了" in done(page, "#halt")


def test_a_page_loaded_again_shows_what_was_done_and_what_came_in_another(server: Server, tmp_path: Path) -> None:
    draft = tmp_path / "通知.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    with browser(tmp_path / "profile") as page:
        opened(page, server)
        given(page, draft)
        page.click("#more")
        page.run(
            "{ const row = document.querySelector('#values .value');"
            "row.querySelector('select').value = '发文字号'; row.querySelector('input').value = '某政发〔2026〕5号'; }"
        )
        done(page, "#form-format .main")
        client = Client(server.port)
        client.open(server.address)
        client.give("另一份.txt", DRAFT.encode())
        opened(page, server)
        page.until("document.querySelectorAll('#papers li').length === 2")
        page.click("#papers .name")
        page.until("document.querySelector('.files a')?.download === '通知-排版.docx'")
        assert page.run("document.querySelector('#values input').value") == "某政发〔2026〕5号"


def test_results_that_were_not_fetched_are_not_thrown_away_unasked(server: Server, tmp_path: Path) -> None:
    draft = tmp_path / "通知.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    with browser(tmp_path / "profile") as page:
        opened(page, server)
        given(page, draft)
        done(page, "#form-check .main")
        page.click("#stop")
        assert "没有取走" in page.run("document.querySelector('dialog[open]').innerText")
        page.click("#stay")
        assert client_still_there(server)
        page.click("#stop")
        page.click("#leave-now")
        page.until("document.body.innerText.includes('已结束')")


def client_still_there(server: Server) -> bool:
    client = Client(server.port)
    client.open(server.address)
    return client.ask("GET", "/papers").status == 200


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_is_wider_than_the_window(server: Server, tmp_path: Path, width: int) -> None:
    file = tmp_path / f"{'某某市人民政府办公室关于进一步做好汛期安全工作的通知' * 2}.pdf"
    file.write_bytes(plants()["页码不连续"].make())
    with browser(tmp_path / "profile") as page:
        page.resize(width, 800)
        opened(page, server)
        given(page, file)
        done(page, "#form-print .main")
        assert page.run("document.documentElement.scrollWidth <= innerWidth")


def test_tabs_are_moved_among_by_keys_and_every_field_has_a_name(server: Server, tmp_path: Path) -> None:
    with browser(tmp_path / "profile") as page:
        opened(page, server)
        page.run("document.querySelector('#tab-format').focus()")
        for key, name in (("ArrowRight", "tab-check"), ("End", "tab-compare"), ("ArrowRight", "tab-format")):
            page.run(
                f"document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true}}))"
            )
            assert page.run("document.activeElement.id") == name
            assert page.run("[...document.forms].filter((form) => !form.hidden).length") == 1
        nameless = "[...document.querySelectorAll('select, input')].filter((field) => !field.labels?.length)"
        assert page.run(f"{nameless}.map((field) => field.name || field.id)") == []
