"""Pages come in, PDF, PNG and SVG go out, every line where the pages say; typst draws and decides nothing.

Pictures are drawn from `Carrier.data` or, if they are still in the source package, from its parts (`media`). What has
no picture, or one that typst cannot draw, is a dashed frame of its size, and `Rendered.undrawn` names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from gwformat.errors import FontMissing, UsageError
from gwformat.fonts import FontSystem
from gwformat.fonts.choosing import Choice, choose
from gwformat.fonts.installed import installed_fonts
from gwformat.layout.boxes import Page, Pages
from gwformat.writers.drawn.paragraphs import title_of
from gwformat.writers.drawn.pictures import NOTHING, Media, pictures_of
from gwformat.writers.drawn.rendered import Rendered, faces_of, marked, undrawn, wanted
from gwformat.writers.drawn.signs import Lettering
from gwformat.writers.typst.compiler import Format, PictureDamaged, compiled, drawable, forget, typefaces
from gwformat.writers.typst.joining import joined
from gwformat.writers.typst.source import Cast, document_rule, source

# What typst can write, except the levels that need an attached file.
STANDARDS = ("1.4", "1.5", "1.6", "1.7", "2.0", "a-1b", "a-1a", "a-2b", "a-2u", "a-2a", "a-3b", "a-4", "ua-1")
MAX_DPI = 2400
# Where each file would have to begin with a title, or names what its tags mean.
_IN_ONE_GO = frozenset(("ua-1", "2.0", "a-4"))
# Pages. Joining takes a third more time a page, so a file is drawn in one go as long as that stays well below the 2 GB
# that a batch gives a file.
_MOST, _PORTION = 1200, 200


def write_pdf(
    pages: Pages,
    fonts: FontSystem,
    *,
    standard: str | None = None,
    created: datetime | None = None,
    font_dirs: Sequence[Path] = (),
    strict: bool = False,
    media: Media = NOTHING,
) -> Rendered:
    """A tagged PDF with bookmarks and all fonts embedded; `standard` is e.g. `a-2b`.

    The same arguments give the same bytes: without `created` (with its time zone) no date is written, or 1970 where
    an archive standard demands one. Raises `FontMissing` if `strict` and a font is missing, or if an archive standard
    is wanted and no installed font has some of the characters.
    """
    if standard is not None and standard not in STANDARDS:
        raise UsageError(f"没有“{standard}”这种 PDF 标准", f"可以用：{'、'.join(STANDARDS)}")
    return _rendered(
        *(pages, fonts, "pdf", font_dirs, strict, media),
        standard=standard,
        created=created,
    )


def write_png(
    pages: Pages,
    fonts: FontSystem,
    *,
    dpi: float = 150,
    font_dirs: Sequence[Path] = (),
    strict: bool = False,
    media: Media = NOTHING,
) -> Rendered:
    """One picture per page."""
    if not 1 <= dpi <= MAX_DPI:
        raise UsageError(f"分辨率应在 1 与 {MAX_DPI} 之间", "常用 150 或 300")
    return _rendered(pages, fonts, "png", font_dirs, strict, media, dpi=dpi)


def write_svg(
    pages: Pages,
    fonts: FontSystem,
    *,
    font_dirs: Sequence[Path] = (),
    strict: bool = False,
    media: Media = NOTHING,
) -> Rendered:
    """One drawing per page; characters are outlines."""
    return _rendered(pages, fonts, "svg", font_dirs, strict, media)


def _rendered(
    pages: Pages,
    fonts: FontSystem,
    form: Format,
    font_dirs: Sequence[Path],
    strict: bool,
    media: Media,
    *,
    dpi: float | None = None,
    standard: str | None = None,
    created: datetime | None = None,
) -> Rendered:
    choice = choose(wanted(pages), fonts, installed_fonts(font_dirs), strict)
    if standard and standard.startswith(("a-", "ua-")):
        _refuse_boxes(choice, standard)
    faces = faces_of(choice)
    dated = created is not None or (standard or "").startswith("a-")
    about = document_rule(title_of(pages.pages), marked(choice.substitutions), dated)
    named = typefaces(faces)

    contents = pictures_of(pages, media)
    portions = _portions(pages.pages, standard)

    def draw(pictures: Mapping[bytes, str]) -> Rendered:
        drawn = {content: pictures[shown] for content, shown in contents if shown in pictures}
        cast = Cast(Lettering(choice), named, drawn, media)
        standards = (standard,) if standard else ()
        files: list[bytes] = []
        for some in portions:
            text = source(some, cast, about)
            files += compiled(text, faces, pictures, form, ppi=dpi, standards=standards, created=created)
            if len(portions) > 1:
                forget(faces)
        if form == "pdf" and len(files) > 1:
            files = [joined(files)]
        return Rendered(tuple(files), choice.substitutions, tuple(undrawn(pages, drawn, media)))

    pictures = {shown: f"picture{number}" for number, (_, shown) in enumerate(contents)}
    try:
        return draw(pictures)
    except PictureDamaged:
        return draw(drawable(pictures))


def _portions(pages: Sequence[Page], standard: str | None) -> Sequence[Sequence[Page]]:
    """The pages that are compiled together: typst takes a megabyte for each, and gives it back only afterwards."""
    if len(pages) <= _MOST or standard in _IN_ONE_GO:
        return (pages,)
    return [pages[start : start + _PORTION] for start in range(0, len(pages), _PORTION)]


def _refuse_boxes(choice: Choice, standard: str) -> None:
    """An archive file may not show a box for a character."""
    lost = "".join(item.characters for item in choice.substitutions if not item.replaced_by)
    if lost:
        raise FontMissing(f"已装的字体都没有“{lost}”，不能输出 PDF/{standard.upper()}", "请安装有这些字的字体")
