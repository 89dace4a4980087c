"""Faults of places and colours, planted in the laid-out pages before they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gwformat.layout.boxes import Fill, Line, Page, Pages
from gwformat.model import Role
from gwformat.units import Mm
from tests.printing.ground import (
    changed,
    coloured,
    drawn,
    is_number,
    laid,
    moved,
    rule,
    ruled,
    saying,
)
from tests.printing.plants import plant
from tests.printing.proofs import info, raw, stands, text

LAST = 4


def numbers_moved(page: Page, x: float = 0, y: float = 0) -> Page:
    lines = (moved(line, x, y) if is_number(line) else line for line in page.lines)
    return replace(page, lines=tuple(lines))


def all_moved(page: Page, x: float = 0, y: float = 0) -> Page:
    strokes = tuple(replace(stroke, x=stroke.x + Mm(x), y=stroke.y + Mm(y)) for stroke in page.strokes)
    return replace(page, lines=tuple(moved(line, x, y) for line in page.lines), strokes=strokes)  # type: ignore[arg-type]


def text_moved(page: Page, x: float = 0, y: float = 0) -> Page:
    """Everything but the page number in another place."""
    still = tuple(line for line in page.lines if is_number(line))
    rest = replace(page, lines=tuple(line for line in page.lines if not is_number(line)))
    there = all_moved(rest, x, y)
    return replace(there, lines=(*there.lines, *still))


def line_coloured(page: Page, color: str) -> Page:
    return replace(page, lines=(page.lines[0], page.lines[1], coloured(page.lines[2], color), *page.lines[3:]))


def put(first: Page, *others: Page) -> bytes:
    return drawn(Pages((first, *others)))


def pages() -> tuple[Page, ...]:
    return laid().pages.pages


def blank(number: int, printed: bool = False) -> Page:
    there = numbered(pages()[number - 1], number)
    return replace(there, lines=tuple(line for line in there.lines if is_number(line) and printed), strokes=())


def with_empty_page(number: int) -> bytes:
    """The ground with nothing but its number on one page."""
    return put(*(blank(number, True) if page.number == number else page for page in pages()))


def numbered(page: Page, number: int) -> Page:
    """The page with another number, on the side of that number."""
    if page.number == number:
        return page
    front, back = (next(line.x.mm for line in pages()[side].lines if is_number(line)) for side in (0, 1))
    shift = 0 if page.number % 2 == number % 2 else front - back if number % 2 else back - front
    lines = tuple(moved(saying(line, f"— {number} —"), shift) if is_number(line) else line for line in page.lines)
    return replace(page, number=number, lines=lines)


def without_number(page: Page) -> Page:
    return replace(page, lines=tuple(line for line in page.lines if not is_number(line)))


plant("合格", "", info(r"Pages:\s+4"))(lambda: put(*pages()))


plant("偶数页的页码偏 6 毫米", "P715", stands(2, "2", lambda x0, y0, *_: x0 > 44 and y0 > 262))(
    lambda: changed(lambda page: numbers_moved(page, 6 * (page.number % 2 == 0)))
)
plant("有一页的页码偏高", "P715", stands(3, "3", lambda x0, y0, *_: 262 < y0 < 264.5), "P717")(
    lambda: changed(lambda page: numbers_moved(page, 0, -3.2 * (page.number == 3)))
)
plant("页码居中", "P716", stands(1, "1", lambda x0, y0, *_: 95 < x0 < 115 and y0 > 262))(
    lambda: changed(lambda page: numbers_moved(page, -65.5 if page.number % 2 else 63.6))
)
plant("奇数页的页码在左边", "P716", stands(1, "1", lambda x0, y0, *_: x0 < 45 and y0 > 262), "P715")(
    lambda: changed(lambda page: numbers_moved(page, -130 * (page.number % 2)))
)
plant("页码低 9 毫米", "P717", stands(1, "1", lambda x0, y0, *_: y0 > 274))(
    lambda: changed(lambda page: numbers_moved(page, 0, 9))
)
plant("页码不连续", "P718", text("— *7 *—", 3))(
    lambda: changed(
        lambda page: (
            replace(page, lines=tuple(saying(line, "— 7 —") if is_number(line) else line for line in page.lines))
            if page.number == 3
            else page
        )
    )
)
plant("几份合在一个文件里", "P718", info(r"Pages:\s+8"))(lambda: put(*pages(), *pages()))
plant("有一页没有页码", "P719", lambda path: not text("— *2 *—", 2)(path))(
    lambda: changed(lambda page: without_number(page) if page.number == 2 else page)
)
plant("只有单数页", "P706", info(r"Pages:\s+3"))(lambda: put(*pages()[:3]))
plant("中间有空白页", "P707", info(r"Pages:\s+6"))(
    lambda: put(
        pages()[0],
        blank(2),
        numbered(pages()[1], 3),
        numbered(pages()[2], 4),
        numbered(pages()[1], 5),
        numbered(pages()[3], 6),
    )
)
plant("版记之前有空白页", "", info(r"Pages:\s+4"))(lambda: put(*pages()[:2], blank(3), without_number(pages()[3])))
plant("版记之前的空白页有页码", "P709", text("— *3 *—", 3))(lambda: put(*pages()[:2], blank(3, True), pages()[3]))
plant("最后一页空白", "P708", info(r"Pages:\s+5"), "P710")(lambda: put(*pages(), blank(2)))
plant("版记后面还有一页", "P710", info(r"Pages:\s+6"))(
    lambda: put(*pages(), numbered(pages()[2], 5), numbered(pages()[1], 6))
)


def signed_page(text_lines: int) -> Page:
    """The page with the sign-off, and so many lines of text above it."""
    page = pages()[2]
    text_above = [line for line in page.lines if line.role is Role.BODY]
    gone = text_above[: len(text_above) - text_lines]
    return replace(page, lines=tuple(line for line in page.lines if line not in gone))


plant("署名和日期单独在一页", "P776", text(r"^\s*某某市人民政府\s+2026年3月16日", 3))(
    lambda: put(*pages()[:2], signed_page(0), pages()[3])
)
plant("最后一页只有正文的末尾和落款", "", text(r"^\s*人员.*情况。\s+某某市人民政府\s+2026年3月16日", 3))(
    lambda: put(*pages()[:2], signed_page(1), pages()[3])
)
plant("版记在奇数页", "P711", info(r"Pages:\s+3"))(lambda: put(*pages()[:2], numbered(pages()[3], 3)))
plant("版记高出 20 毫米", "P712", stands(LAST, "印发", lambda x0, y0, x1, y1: y1 < 245))(
    lambda: changed(lambda page: text_moved(page, 0, -20) if page.number == LAST else page)
)
plant("印发日期已经过去", "P713", text("2026年3月16日印发", LAST))(
    lambda: changed(
        lambda page: replace(
            page,
            lines=tuple(
                replace(line, glyphs=tuple(replace(g, text=g.text.replace("18", "16")) for g in line.glyphs))
                if "印发" in line.text
                else line
                for line in page.lines
            ),
        )
    )
)
plant("主送机关没有填写", "P714", text("【主送机关】", 1))(
    lambda: changed(
        lambda page: replace(
            page,
            lines=tuple(
                saying(line, "各县（区）人民政府，【主送机关】：")
                if page.number == 1 and line.role is Role.ADDRESSEE
                else line
                for line in page.lines
            ),
        )
    )
)
plant("有蓝色的文字", "P730", raw(rb"0 0 1 (sc|rg)"))(lambda: changed(lambda page: line_coloured(page, "0000FF")))
plant("有灰色的文字", "P732", raw(rb"0\.5\d* 0\.5\d* 0\.5\d* (sc|rg)"))(
    lambda: changed(lambda page: line_coloured(page, "808080"))
)
plant("有白色的文字", "P736", raw(rb"1 1 1 (sc|rg)"))(lambda: changed(lambda page: line_coloured(page, "FFFFFF")))
plant("有绿色的线", "P730", raw(rb"0 0\.5\d* 0 (SC|RG)"))(
    lambda: changed(lambda page: ruled(page, rule(28, 200, 100, "008000")))
)
plant("暗红的线", "P733", raw(rb"0\.75\d* 0 0 (SC|RG)"))(
    lambda: changed(lambda page: ruled(page, rule(28, 200, 100, "C00000")))
)
plant("有极细的线", "P735", raw(rb"0\.028\d* w"))(
    lambda: changed(lambda page: ruled(page, rule(28, 200, 100, weight=0.01)))
)
plant("整页铺了底色", "P737", raw(rb"1 0?\.9\d* 0?\.8"), "P730")(
    lambda: changed(lambda page: replace(page, fills=(Fill(Mm(0), Mm(0), Mm(210), Mm(297), "FFF2CC"),)))
)
plant("铺了白色的底", "", raw(rb"1 1 1 (sc|rg)"))(
    lambda: changed(lambda page: replace(page, fills=(Fill(Mm(0), Mm(0), Mm(210), Mm(297), "FFFFFF"),)))
)
plant("版心偏左 3 毫米", "P770", stands(2, "各单位", lambda x0, *_: x0 < 37), "P772")(
    lambda: changed(lambda page: text_moved(page, -3))
)
plant("第二页偏下 3 毫米", "P770", stands(2, "", lambda x0, y0, *_: 39 < y0 < 42))(
    lambda: changed(lambda page: text_moved(page, 0, 3) if page.number == 2 else page)
)


def second_line(change: Callable[[Line], Line]) -> bytes:
    """The ground with the second line of the second page changed."""

    def there(page: Page) -> Page:
        first, second, *others = page.lines
        return replace(page, lines=(first, change(second), *others)) if page.number == 2 else page

    return changed(there)


def second_line_again(x: float, y: float) -> bytes:
    """The ground with the second line of the second page repeated in another place; mm."""

    def there(page: Page) -> Page:
        if page.number != 2:
            return page
        return replace(page, lines=(*page.lines, moved(page.lines[1], x, y)))

    return changed(there)


plant("文字超出版心右边", "P772", stands(2, "各单位", lambda x0, y0, x1, y1: x1 > 188))(
    lambda: second_line(lambda line: moved(line, 5))
)
plant("页眉里有文字", "P772", stands(2, "各单位", lambda x0, y0, *_: y0 < 20))(lambda: second_line_again(0, -30))
plant("文字离纸边 1 毫米", "P773", stands(2, "各单位", lambda x0, *_: x0 < 2), "P772")(
    lambda: second_line(lambda line: moved(line, 1.0 - line.x.mm))
)
plant("线条碰到纸边", "P773", raw(rb"425\.\d+"))(lambda: changed(lambda page: ruled(page, rule(150, 200, 59.5))))
plant("纸外有文字", "P774", raw(rb"1 0 0 -1 8[12]\d(\.\d+)? "), "P772")(lambda: second_line_again(250, 0))
plant("方括号里是小标题", "", text("【主送机关】各县", 2))(
    lambda: second_line(lambda line: saying(line, "【主送机关】各县（区）人民政府，市人民政府各部门。"))
)
