"""Words and roles in, documents of new text out; their pages, and what stands on them, for tests to look at."""

from __future__ import annotations

from functools import cache

from gwformat.fonts.system import FontSystem, load_system
from gwformat.layout.boxes import Line, Page, Pages
from gwformat.layout.pages import lay_out
from gwformat.model import Block, Document, Role, Run, Seal
from gwformat.profiles.loader import load_profile
from gwformat.profiles.schema import Profile
from gwformat.setting.setting import setting_of
from tests.writers.setting_up import supplied

HAN = "各级人民政府要加强组织领导完善工作机制"


@cache
def general() -> Profile:
    return load_profile("general")


@cache
def government() -> FontSystem:
    return load_system("government")


def paragraph(lines: int) -> str:
    """A body paragraph that takes exactly `lines` lines: 26 characters in the first, 28 in the others."""
    count = 26 + 28 * (lines - 1) - 5
    return (HAN * (count // len(HAN) + 1))[:count] + "。"


def document(*blocks: tuple[Role, str]) -> Document:
    empty = supplied()
    attachment = 0
    made = []
    for role, text in blocks:
        attachment += role is Role.ATTACHMENT_LABEL
        within = 0 if role in (Role.COPY_TO, Role.PRINTER, Role.PRINT_DATE) else attachment
        made.append(Block(role, (Run(text),), attachment=within))
    return Document(empty.draft, empty.kind, tuple(made))


def letter(lines: int, *, imprint: bool = True, attachment: bool = False, longest: int = 7) -> Document:
    """A document whose body takes `lines` lines, in paragraphs of at most `longest`."""
    blocks = [(Role.BODY, paragraph(min(longest, lines - done))) for done in range(0, lines, longest)]
    if attachment:
        blocks.append((Role.ATTACHMENT_NOTE, "附件：某某方案"))
    blocks += [(Role.SIGNATURE, "某某市人民政府"), (Role.DATE, "2026年3月20日")]
    if attachment:
        blocks += [(Role.ATTACHMENT_LABEL, "附件"), (Role.ATTACHMENT_TITLE, "某某方案")]
        blocks.append((Role.ATTACHMENT_BODY, paragraph(3)))
    if imprint:
        blocks += [(Role.PRINTER, "某某市人民政府办公室"), (Role.PRINT_DATE, "2026年3月20日印发")]
    return document(*blocks)


def pages(doc: Document, seal: Seal = Seal.ROUND, grid: str | None = None) -> Pages:
    return lay_out(doc, setting_of(general(), government(), grid, seal))


def words(page: Page) -> list[Line]:
    """The lines of the document, without the page number."""
    return [line for line in page.lines if line.spans]


def texts(page: Page) -> list[str]:
    return [line.text for line in words(page)]


def all_lines(laid: Pages) -> list[Line]:
    return [line for page in laid.pages for line in words(page)]
