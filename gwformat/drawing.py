"""Pages come in; files that show them go out – PDF, OFD, PNG, SVG, text – with what the user should know of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from gwformat.errors import ComponentMissing, ConfigurationInvalid
from gwformat.layout import Pages
from gwformat.layout.boxes import Page
from gwformat.model import CARRIER_NAMES
from gwformat.setting.setting import Setting
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.fonts.choosing import Substitution
    from gwformat.writers.drawn.rendered import Rendered

FORMS = ("pdf", "ofd", "png", "svg", "txt")
_OURS = ("ofd", "txt")  # drawn without components
_SHOWN = 20  # characters of a list


@dataclass(frozen=True, slots=True)
class Drawing:
    """One file for all pages, or one per page for PNG and SVG."""

    files: tuple[bytes, ...]
    notices: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """The file of all pages, or the first page."""
        return self.files[0]


def demand(form: str) -> None:
    """`ComponentMissing` if files of one of `FORMS` cannot be made here: asked before work that would only fail."""
    if form not in _OURS and find_spec("typst") is None:
        raise ComponentMissing("输出 PDF、PNG、SVG ", "typst", "pdf")


def draw(
    pages: Pages,
    setting: Setting,
    form: str,
    *,
    dpi: float = 150,
    pdf_standard: str | None = None,
    strict_fonts: bool = False,
    media: Mapping[str, bytes] = MappingProxyType({}),
    genre: str | None = None,
) -> Drawing:
    """Draw the pages in one of `FORMS`; `FontMissing` if `strict_fonts` and a font would have to be replaced.

    `media` are the parts of the draft's package, where its pictures are; an OFD says the `genre` (文种).
    """
    if form == "txt":
        from gwformat.writers import grid

        return Drawing(((grid.pictures(pages, setting.grid) + "\n").encode(),), tuple(_simplified(pages)))
    if form == "ofd":
        from gwformat.writers import ofd

        rendered = ofd.write_ofd(
            *(pages, setting.fonts), genre=genre or "", created=creation_time(), strict=strict_fonts, media=media
        )
        return Drawing(rendered.files, (*_notices(rendered), *_simplified(pages)))
    from gwformat.writers import typst  # draws by a large library

    if form == "pdf":
        rendered = typst.write_pdf(
            *(pages, setting.fonts), standard=pdf_standard, created=creation_time(), strict=strict_fonts, media=media
        )
    elif form == "png":
        rendered = typst.write_png(pages, setting.fonts, dpi=dpi, strict=strict_fonts, media=media)
    else:
        rendered = typst.write_svg(pages, setting.fonts, strict=strict_fonts, media=media)
    return Drawing(rendered.files, (*_notices(rendered), *_simplified(pages)))


def page_of_pdf(path: Path, page: int, *, dpi: float) -> bytes:
    """A page of the PDF at `path`, from 1, as PNG; `InputUnreadable` if it cannot be drawn."""
    from gwformat.writers.typst.finished import picture_of

    return picture_of(path, page, dpi=dpi)


def creation_time() -> datetime:
    """When a file says it was made: now, or the second that SOURCE_DATE_EPOCH names, for the same bytes every time."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not said:
        return datetime.now().astimezone().replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError):
        raise ConfigurationInvalid(
            f"环境变量 SOURCE_DATE_EPOCH 的值“{said}”不是时间", "写成 1970 年以来的秒数，或者去掉这个变量。"
        ) from None


def _notices(rendered: Rendered) -> Iterator[str]:
    yield from _replaced(rendered.substitutions)
    if rendered.unjoined:
        yield "从右向左书写的文字，OFD 里各字母照次序排列而没有连写，请核对"
    if rendered.guarded:
        listed = "，".join(f"“{name}”{embedding.words}" for name, embedding in rendered.guarded)
        yield f"字体按阅读所需的字嵌入；字体文件声明：{listed}，对外分发前请确认授权"
    if rendered.undrawn:
        counts = Counter(rendered.undrawn)
        shown = [f"第 {page} 页{CARRIER_NAMES[kind]} {count} 个" for (kind, page), count in counts.items()]
        listed = "、".join(shown[:_SHOWN]) + ("等" if len(shown) > _SHOWN else "")
        yield f"画不出来，画成了虚线框：{listed}；docx 成品中原样保留"


def _simplified(pages: Pages) -> Iterator[str]:
    if where := _places(pages, lambda page: bool(page.watermarks)):
        words = "、".join(
            f"“{text}”" for text in dict.fromkeys(text for page in pages.pages for text in page.watermarks)
        )
        yield f"衬在文字下面的水印{words}没有画出（{where}）；docx 成品中原样保留"
    if where := _places(pages, lambda page: bool(page.formulas)):
        count = sum(page.formulas for page in pages.pages)
        yield f"{count} 个公式写成了一行文字（{where}）；docx 成品中原样保留"
    if where := _places(pages, lambda page: bool(page.lost)):
        count = sum(page.lost for page in pages.pages)
        yield f"{count} 个对象没有画出（{where}），它们的位置或大小不明；docx 成品中原样保留"
    if where := _places(pages, _runs_off):
        yield f"{where}有文字排到了纸外，纸上看不见；请移动或缩小所在的文本框"


def _places(pages: Pages, holds: Callable[[Page], bool]) -> str:
    """The numbers of the pages for which it holds, in words."""
    numbers = [str(page.number) for page in pages.pages if holds(page)]
    return f"第 {'、'.join(numbers[:_SHOWN])} 页" if numbers else ""


def _runs_off(page: Page) -> bool:
    """Whether words are, wholly or in part, where the sheet has ended: boxes stand where the draft puts them."""
    return any(
        line.top < 0 or line.bottom > page.height or line.x < 0 or line.x + line.width > page.width
        for line in page.lines
    )


def _replaced(substitutions: Sequence[Substitution]) -> Iterator[str]:
    """What was drawn in other faces: families that are replaced as badly as each other in one sentence."""
    families: dict[str, list[str]] = {}
    for one in substitutions:
        if not one.characters:
            families.setdefault(one.risk, []).append(f"“{one.family}”用“{one.replaced_by}”")
    for risk, pairs in families.items():
        yield f"没有安装的字体用别的代替，{'，'.join(pairs)}：{risk}"
    for one in substitutions:
        if one.characters:
            shown = one.characters[:_SHOWN] + ("…" if len(one.characters) > _SHOWN else "")
            instead = f"，用“{one.replaced_by}”代替" if one.replaced_by else ""
            yield f"{one.risk}：{shown}{instead}"
