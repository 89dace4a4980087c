"""Words and roles in, documents of new text out; their pages, and what stands on them, for tests to look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from gwformat.fonts.system import FontSystem, load_system
from gwformat.layout.boxes import Line, Page, Pages, SealBox
from gwformat.layout.pages import lay_out
from gwformat.model import Block, Document, Role, Run, Seal
from gwformat.profiles.loader import load_profile
from gwformat.profiles.schema import Profile
from gwformat.setting.setting import setting_of
from gwformat.units import Emu
from tests.build import p
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


def jointly(
    names: Sequence[str],
    *,
    signed: Sequence[str] = (),
    signers: Sequence[str] = (),
    up: bool = False,
    lines: int = 5,
    dated: str = "2026年12月16日",
) -> Document:
    """A document of several organs, which may sign otherwise than the mark names them; upwards it has 签发人."""
    signers = signers or [f"{'张王李赵钱孙周吴郑'[number]}某某" for number in range(len(names))] if up else signers
    head = [*((Role.ISSUER_MARK, name) for name in names), (Role.ISSUER_MARK, "文件")]
    head += [(Role.DOC_NUMBER, "某发〔2026〕5号")]
    head += [(Role.SIGNER, f"签发人：{'　'.join(signers)}")] if signers else []
    title = (Role.TITLE, "关于加强公文处理工作的请示")
    organs = [(Role.SIGNATURE, name) for name in signed or names]
    return document(*head, title, (Role.BODY, paragraph(lines)), *organs, (Role.DATE, dated))


def laid(doc: Document, seal: Seal = Seal.ROUND, diameter: Emu | None = None) -> Pages:
    return lay_out(doc, setting_of(general(), government(), None, seal, diameter))


def of(pages: Pages, role: Role) -> list[Line]:
    """The lines of a role, from the first page to the last."""
    return [line for page in pages.pages for line in words(page) if line.role is role]


def centre(box: Line | SealBox) -> int:
    return box.x + box.width // 2


def pages(doc: Document, seal: Seal = Seal.ROUND, grid: str | None = None) -> Pages:
    return lay_out(doc, setting_of(general(), government(), grid, seal))


def lines(count: int) -> str:
    """So many paragraphs of a docx, one line each."""
    return "".join(p(f"第{number}项工作已经完成。") for number in range(1, count + 1))


def words(page: Page) -> list[Line]:
    """The lines of the document, without the page number."""
    return [line for line in page.lines if line.spans]


def texts(page: Page) -> list[str]:
    return [line.text for line in words(page)]


def all_lines(laid: Pages) -> list[Line]:
    return [line for page in laid.pages for line in words(page)]
