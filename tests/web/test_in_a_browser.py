"""What a clerk does in a real browser: a draft goes in, its account is read, the result is there to be fetched."""

from __future__ import annotations

from pathlib import Path

from gwformat.web import Server
from tests.web.browser import browser, needs_browser

DRAFT = """关于做好汛期安全工作的通知
各县（区）人民政府：
一、提高认识
要高度重视防汛工作，确保人民群众生命财产安全。
某某市人民政府
2026年5月8日
"""


@needs_browser
def test_a_draft_is_formatted_looked_at_and_completed(server: Server, tmp_path: Path) -> None:
    draft = tmp_path / "汛期<b>通知.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    with browser(tmp_path / "profile") as page:
        page.open(server.address)
        page.until("document.querySelectorAll('select[name=kind] option').length > 3")
        assert "key=" not in page.run("location.href")

        page.choose_files("#pick", draft)
        page.until("document.querySelectorAll('#papers li').length === 1")
        page.click("#form-format button.main")
        page.until("document.querySelector('.files a') !== null")
        said = page.text()
        assert "内容核对无误" in said
        assert "发文机关标志" in said
        assert page.until("[...document.images].some((image) => image.naturalWidth > 500)")
        assert page.run("document.querySelector('.files a').download") == "汛期_b_通知-排版.docx"

        page.click("#more")
        page.run(
            "{ const row = [...document.querySelectorAll('#values .value')].at(-1);"
            "row.querySelector('select').value = '发文字号'; row.querySelector('input').value = '某政发〔2026〕5号'; }"
        )
        page.click("#form-format button.main")
        page.until("document.body.innerText.includes('某政发〔2026〕5号')")

        page.click("#jobs [data-job=check]")
        page.click("#form-check button.main")
        page.until("document.querySelector('.files a')?.download.endsWith('.html')")
        page.click(".code")
        page.until("document.querySelector('td pre')?.textContent.includes('依据')")
        assert page.problems == []


@needs_browser
def test_what_cannot_be_done_is_told_with_what_to_do(server: Server, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04" + b"\0" * 64)
    with browser(tmp_path / "profile") as page:
        page.open(server.address)
        page.until("document.querySelectorAll('select[name=kind] option').length > 3")
        page.choose_files("#pick", broken)
        page.until("document.querySelectorAll('#papers li').length === 1")
        page.click("#form-format button.main")
        told = page.until("document.querySelector('.failed')?.innerText")
        assert "压缩包缺少结尾" in told
        assert str(tmp_path) not in told
        page.click("#stop")
        page.until("document.body.innerText.includes('已结束')")
