"""Pages come in, an OFD (GB/T 33190-2016) goes out: every character where the pages say, every face embedded.

The file has the words as text in the order of reading, the headings as an outline, the elements of the document as a
semantic tree (custom tags), and the same data about the document as its first page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from gwformat.fonts import FontSystem
from gwformat.fonts.choosing import choose
from gwformat.fonts.installed import installed_fonts
from gwformat.layout.boxes import Pages
from gwformat.ofd.names import ENTRY
from gwformat.writers.drawn.paragraphs import title_of
from gwformat.writers.drawn.pictures import NOTHING, Media
from gwformat.writers.drawn.rendered import Rendered, marked, wanted
from gwformat.writers.drawn.signs import Lettering, runs_from_right
from gwformat.writers.ofd import about, tags
from gwformat.writers.ofd.faces import fonts_of
from gwformat.writers.ofd.images import Images
from gwformat.writers.ofd.package import Package
from gwformat.writers.ofd.page import Draughtsman

_DOCUMENT = "Doc_0"


def write_ofd(
    pages: Pages,
    fonts: FontSystem,
    *,
    genre: str = "",
    created: datetime | None = None,
    font_dirs: Sequence[Path] = (),
    strict: bool = False,
    media: Media = NOTHING,
) -> Rendered:
    """An OFD with text, outline and custom tags, all fonts embedded; `genre` is the 文种.

    The same arguments give the same bytes: without `created` no date is written. Raises `FontMissing` if `strict` and
    a font is missing, or if there is no Chinese font and no other that has any of a family's characters.
    """
    families = wanted(pages)
    choice = choose(families, fonts, installed_fonts(font_dirs), strict)
    lettering = Lettering(choice)
    numbers = count(1)

    def new() -> int:
        return next(numbers)

    faces = fonts_of(pages, lettering, numbers)
    images, tagger, package = Images(media, new), tags.Tagger(), Package()
    draughtsman = Draughtsman(new, lettering, faces, images, tagger)
    listed: list[int] = []
    for place, page in enumerate(pages.pages):
        listed.append(new())
        package.put(f"{_DOCUMENT}/Pages/Page_{place}/Content.xml", draughtsman.page(page, listed[-1]))
    for font in faces.values():
        package.put(f"{_DOCUMENT}/Res/{font.name}", font.excerpt.data)
    resources = tuple(images.resources)
    for resource in resources:
        package.put(f"{_DOCUMENT}/Res/{resource.name}", resource.data)
    package.put(f"{_DOCUMENT}/PublicRes.xml", about.fonts(faces.values()))
    if resources:
        package.put(f"{_DOCUMENT}/DocumentRes.xml", about.images(resources))
    package.put(f"{_DOCUMENT}/Tags/CustomTags.xml", tags.index(tagger.kind))
    package.put(f"{_DOCUMENT}/Tags/CustomTag.xml", tags.written(tagger.tree))
    package.put(
        f"{_DOCUMENT}/Document.xml",
        about.document(new(), pages.pages[0], listed, draughtsman.headings, images=bool(resources)),
    )
    said = about.About(
        package.identity, title_of(pages.pages), genre, marked(choice.substitutions), created, len(pages.pages)
    )
    package.put(ENTRY, about.entry(said, tagger.tree))
    return Rendered(
        (package.closed(ENTRY),),
        choice.substitutions,
        tuple(draughtsman.undrawn),
        any(runs_from_right("".join(characters)) for characters in families.values()),
        tuple((font.face.name, font.excerpt.embedding) for font in faces.values() if font.guarded),
    )
