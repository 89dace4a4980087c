"""Reports that are pages, as a browser shows them: by day and by night, on a telephone, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, Shell
from tests.web.browser import Browser, browser, needs_browser

pytestmark = needs_browser

# What is read stands out from what is behind it by 4.5 to 1 at least, as WCAG 2.1 (1.4.3) asks for.
CONTRAST = """
(() => {
  const parts = color => color.match(/[\\d.]+/g).map(Number);
  const light = color => parts(color).slice(0, 3).map(one => one / 255)
    .map(one => one <= .03928 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
  const behind = node => {
    for (; node; node = node.parentElement) {
      const color = getComputedStyle(node).backgroundColor;
      if (parts(color)[3] !== 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const worn = node => [light(getComputedStyle(node).color), light(behind(node))].sort((a, b) => b - a);
  return [...document.querySelectorAll("body *:not(svg, svg *)")]
    .filter(node => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
    .map(node => [(worn(node)[0] + .05) / (worn(node)[1] + .05), node.outerHTML.slice(0, 80)])
    .filter(([ratio]) => ratio < 4.5);
})()
"""
DEAD_LINKS = """
[...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute("href"))
  .filter(href => !document.querySelector(href))
"""


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Browser]:
    with browser(tmp_path / "browser") as opened:
        yield opened


@pytest.fixture
def report(gwformat: Shell, tmp_path: Path) -> Path:
    path = tmp_path / "报告.html"
    gwformat("check", EXAMPLES / "通知.docx", EXAMPLES / "意见.md", "-o", path)
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_can_be_read_by_day_and_by_night(shown: Browser, report: Path, scheme: str) -> None:
    shown.prefer(scheme)
    shown.open(report.as_uri())
    dark = shown.run("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark is (scheme == "dark")
    assert shown.run(CONTRAST) == []


def test_a_report_fits_a_narrow_window_and_its_links_lead_somewhere(shown: Browser, report: Path) -> None:
    shown.resize(420, 800)
    shown.open(report.as_uri())
    assert shown.run("document.documentElement.scrollWidth") <= 420
    assert shown.run(DEAD_LINKS) == []


def test_the_summary_of_a_batch_is_sorted_from_the_keyboard_too(
    shown: Browser, gwformat: Shell, tmp_path: Path
) -> None:
    drafts = tmp_path / "草稿"
    drafts.mkdir()
    for name in ("甲.txt", "乙.txt"):
        (drafts / name).write_text("关于防汛的通知\n各县：\n现就防汛工作通知如下。\n", encoding="utf-8")
    gwformat("batch", drafts, "-o", tmp_path / "成品", "--jobs", 1)
    shown.open((tmp_path / "成品" / "_gwformat" / "index.html").as_uri())
    names = "[...document.querySelectorAll('tbody td:first-child')].map(cell => cell.innerText)"
    before = shown.run(names)
    shown.run("document.querySelector('th button').focus()")
    for direction, order in (("ascending", before), ("descending", before[::-1])):
        shown.run("document.activeElement.click()")
        assert shown.run("document.querySelector('th').ariaSort") == direction
        assert shown.run(names) == order
