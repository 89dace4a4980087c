"""A text on its pages comes in; what its user should know of them goes out, in Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.layout.column import Column
from gwformat.layout.head import LaidHead
from gwformat.layout.text import LaidText
from gwformat.model import TEXT_ROLES, Document, Draft, Kind, Role
from gwformat.setting.head import is_unmarked
from gwformat.setting.passages import passages_of
from gwformat.setting.setting import Setting
from gwformat.setting.sign_off import End
from gwformat.units import Emu, Mm

_NEAR = Mm(1)


def notices_of(text: LaidText, *, only_signed: bool) -> Iterator[str]:
    """What to tell of the pages; `only_signed` if one has a sign-off but no text."""
    if text.estimated_from is not None:
        yield f"表格、图片、注释、页眉页脚的实际尺寸要由排版软件决定，第 {text.estimated_from} 页起各行的位置是估计"
    if only_signed:
        yield "落款所在的页没有正文；应调整行距或字距，使正文与落款同页（GB/T 9704-2012 7.3.5.5）"
    elif text.end in (End.LONG, End.ANY):
        said = "，末行之前有分页符，改动正文以后请重新排版" if text.page_ends else ""
        yield f"落款单独在一页，已把正文的末尾移到这一页{said}（GB/T 9704-2012 7.3.5.5）"
    elif text.page_ends:
        yield "正文的末段随落款另起一页，段前有分页，改动正文以后请重新排版（GB/T 9704-2012 7.3.5.5）"
    yield from _of_first_page(text.columns)


def of_draft(draft: Draft) -> Iterator[str]:
    """What is drawn in a plainer way than the draft says."""
    if draft.simplified:
        yield f"PDF、OFD 和图片里，{'；'.join(draft.simplified)}；docx 成品中原样保留"


def of_mark(head: LaidHead, setting: Setting, document: Document) -> Iterator[str]:
    """That there is no mark, or a small one, or a picture too high for its place (7.2.4), and where that stands."""
    spec = setting.profile.head
    yield from _of_no_mark(setting, document)
    yield from _of_small_mark(head, setting)
    for item in head.lines:
        top = Emu(setting.first_top + item.top)
        high = max((picture.height for picture in item.line.pictures), default=Emu(0))
        if item.paragraph.role is Role.ISSUER_MARK and high and top < spec.mark_top - _NEAR:
            wanted, most = spec.mark_top.mm, spec.joint_max_height.mm
            yield (
                f"发文机关标志的图片高{high.mm:.0f} mm，放在距纸上边{wanted:.0f} mm处首页难以显示正文，"
                f"已上移到距纸上边{top.mm:.0f} mm；请把图片裁到{most:.0f} mm以内（GB/T 9704-2012 7.2.4、7.3.3）"
            )
            return


def _of_no_mark(setting: Setting, document: Document) -> Iterator[str]:
    """That a red line belongs to a mark, and how that may read if one organ has signed."""
    if is_unmarked([passage for passage in passages_of(document) if passage.in_head], setting):
        organs = [block.text.strip() for block in document.of(Role.SIGNATURE)]
        one_word = len(organs) == 1 and len(organs[0].split()) == 1 and "（" not in organs[0]
        named = document.kind is Kind.GENERAL and one_word
        like = f"（如“{organs[0]}{setting.profile.head.mark_suffix}”）" if named else ""
        yield (
            "没有发文机关标志：标志的位置空着，红色分隔线也不画，可以印在预印红头的纸上；"
            f"补上标志{like}，就连同分隔线一并排出（GB/T 9704-2012 7.2.4、7.2.7）"
        )


def _of_small_mark(head: LaidHead, setting: Setting) -> Iterator[str]:
    """That a name is so long that on one line it is set smaller than the title."""
    glyphs = [one for item in head.lines if item.paragraph.role is Role.ISSUER_MARK for one in item.line.glyphs]
    size = min((one.size for one in glyphs), default=None)
    if size is not None and size < setting.spec(Role.TITLE).size:
        yield (
            f"发文机关标志过长，排在一行里字号只有 {size.pt:g} 磅，比标题还小，不够醒目；"
            "请改用规范化简称，或在草稿里用换行分成两行（GB/T 9704-2012 7.2.4）"
        )


def _of_first_page(columns: Sequence[Column]) -> Iterator[str]:
    """That page 1 has a title but no text, and what takes its room (7.3.3)."""
    roles = {item.paragraph.role for item in columns[0].lines}
    shown = roles.intersection(TEXT_ROLES) or any(item.paragraph.grid for item in columns[0].lines)
    if len(columns) > 1 and Role.TITLE in roles and not shown:
        if Role.ADDRESSEE in roles:
            yield "主送机关过多，首页没有显示正文；请改用规范化简称或同类型机关统称（GB/T 9704-2012 7.3.2）"
        elif any(item.paragraph.role in TEXT_ROLES for column in columns for item in column.lines):
            yield "版头和标题占满首页，首页没有显示正文；请精简标题，或只标主办机关（GB/T 9704-2012 7.3.3）"
