"""A docx file in, a `Draft` out: body, stories, counts, notices and the package itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypedDict

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.model import Carrier, Draft, Kind, Note, Paragraph, Seal, Section, Story
from gwformat.ooxml import marks
from gwformat.ooxml.block_alternatives import shown_said
from gwformat.ooxml.first_header import in_text
from gwformat.ooxml.hidden import hidden_said
from gwformat.ooxml.names import r, w
from gwformat.ooxml.numbering import Numbering
from gwformat.ooxml.own_pages import without_own_pages
from gwformat.ooxml.package import Package
from gwformat.ooxml.placeholders import prompts
from gwformat.ooxml.revisions import (
    FORMER_LOOKS,
    REVISION_TAGS,
    settle,
    strip_comments,
    what_is_settled,
    what_is_stripped,
)
from gwformat.ooxml.sections import read_sections
from gwformat.ooxml.styles import Styles
from gwformat.ooxml.values import tab_stops
from gwformat.readers.docx.body import Body
from gwformat.readers.docx.census import census
from gwformat.readers.docx.looks import Looks
from gwformat.readers.docx.notes import read_notes
from gwformat.readers.docx.simplified import simplified
from gwformat.readers.docx.stories import TEXT_PARTS, stories, text_parts
from gwformat.units import Emu, Mm

_SEALS = range(Mm(20), Mm(60) + 1)  # diameters that may be asked for
_SHOWN = 8  # of the places left open


def read_docx(path: Path, revisions: str = "keep", comments: str = "keep", *, checking: bool = False) -> Draft:
    """The draft in a docx file (also docm, dotx, dotm, whatever the suffix).

    `revisions` is keep, accept or reject; `comments` keep or strip. For `checking` see `readers.read`.
    """
    return read_opened(path, Package.open(path), revisions, comments, checking=checking)


def read_opened(path: Path, package: Package, revisions: str, comments: str, *, checking: bool) -> Draft:
    """The draft in a package, as `read_docx` has it; `path` is what it is called."""
    done: list[str] = []
    if revisions != "keep":
        done.append(what_is_settled(package, accept=revisions == "accept"))
        package = settle(package, accept=revisions == "accept")
    if comments == "strip":
        done.append(what_is_stripped(package))
        package = strip_comments(package)
    draft = read_package(path, package, checking=checking)
    told = tuple(filter(None, done))
    return replace(draft, notices=(*told, *draft.notices)) if told else draft


def read_package(path: Path, package: Package, *, checking: bool = False) -> Draft:
    """The draft in a package that was opened already; `path` is what it is called."""
    aside: tuple[str, ...] = ()
    try:
        if not checking:
            package, aside = shown_said(without_own_pages(package))
        draft = _draft(path, hidden_said(package), faces=not checking)
        return replace(draft, losses=(*draft.losses, *aside)) if aside else draft
    except RecursionError as error:
        raise InputUnreadable("文档嵌套过深", "可能是恶意文件，请核实文件来源") from error


def with_header_in_text(draft: Draft, part: str) -> Draft:
    """The draft with the header `part` of its first page at the top of its text; itself where that cannot be."""
    found = draft.package.as_said if draft.package is not None else None
    package = in_text(found, part) if found is not None else None
    if package is None:
        return draft
    read = read_package(draft.path, package)
    return replace(read, format=draft.format, losses=draft.losses, notices=draft.notices, as_found=found)


def _draft(path: Path, package: Package, *, faces: bool) -> Draft:
    main = package.main_part
    root = package.tree(main)
    if root.find(w("body")) is None:
        raise InputUnreadable("文档里没有正文", "文件可能已损坏，请用 Word 或 WPS 打开，另存为新的 .docx 文件后再试")
    looks = _looks(package)
    roots = [root, *(package.tree(name) for _, name in text_parts(package))]
    found, unread = stories(package, partial(_shown, package, looks, faces=faces))
    left = marks.found_in(package)
    notes = _notes_of(package, root, looks)
    numbering = _numbering(package, looks)
    return Draft(
        path=path,
        format="docx",
        blocks=Body(package, main, looks, numbering, notes, faces).blocks(),
        stories=found,
        carriers=census(roots),
        losses=tuple(_losses(package, root)),
        notices=(*package.notices, *unread, *_notices(roots)),
        package=package,
        sections=_sections(package, root, found),
        tab_stops=tab_stops(_optional(package, "settings")),
        simplified=tuple(simplified(root)) if faces else (),
        **_written(left[1] if left is not None else None),
    )


def _shown(
    package: Package, looks: Looks, root: etree._Element, part: str, *, faces: bool
) -> tuple[Paragraph | Carrier, ...]:
    """What a header or footer shows; its lists are counted apart from those of the text."""
    numbering = _numbering(package, looks)
    return Body(package, part, looks, numbering, faces=faces, shown=root).blocks_of(root)


def _sections(package: Package, root: etree._Element, found: tuple[Story, ...]) -> tuple[Section, ...]:
    """The sections, with their headers and footers if these say something."""
    sections = read_sections(root)
    if not any(story.blocks for story in found):
        return sections
    from gwformat.ooxml.on_pages import with_margins  # asks for the looks of everything

    return with_margins(sections, root, _optional(package, "settings"), package.relationships(package.main_part))


def _notes_of(package: Package, root: etree._Element, looks: Looks) -> dict[etree._Element, Note]:
    """The footnotes and endnotes by their references; lists in notes are counted apart from those of the text."""
    notes: dict[etree._Element, Note] = {}
    for kind in ("footnote", "endnote"):
        part = package.related(package.main_part, f"{kind}s")
        if part is not None:
            tree = package.tree(part)
            body = Body(package, part, looks, _numbering(package, looks))
            notes.update(read_notes(root, kind, tree, _optional(package, "settings"), body.blocks_of))
    return notes


def _looks(package: Package) -> Looks:
    """The looks of all documents with the same styles, lists and theme."""
    sheet, lists, theme = _tree(package, "styles"), _tree(package, "numbering"), _optional(package, "theme")

    def made() -> Looks:
        styles = Styles(sheet, lambda: theme)
        return Looks(styles, Numbering(lists, styles.numbers))

    found = package.worked_out("styles", made, (Looks, lists, theme))
    found.make_room()
    return found


def _numbering(package: Package, looks: Looks) -> Numbering:
    """The lists, of which nothing has been counted yet."""
    return Numbering(_tree(package, "numbering"), looks.styles.numbers)


def _tree(package: Package, kind: str) -> etree._Element | None:
    """A part without which the text would be read wrongly: missing is fine, broken is not."""
    name = package.related(package.main_part, kind)
    return package.tree(name) if name else None


def _optional(package: Package, kind: str) -> etree._Element | None:
    name = package.related(package.main_part, kind)
    return package.optional_tree(name) if name else None


class _Written(TypedDict, total=False):
    """What an earlier run left of itself."""

    marks: tuple[marks.Mark, ...]
    kind: Kind | None
    seal: Seal | None
    seal_diameter: Emu | None


def _written(root: etree._Element | None) -> _Written:
    """The element list of an earlier run, the format it wrote, and its seals."""
    if root is None:
        return {}
    kind, (seal, diameter) = marks.kind(root), marks.sealing(root)
    return {
        "marks": marks.load(root),
        "kind": Kind(kind) if kind in list(Kind) else None,
        "seal": next((one for one in Seal if one.value == seal), None),
        "seal_diameter": Emu(diameter) if diameter in _SEALS else None,
    }


def _losses(package: Package, root: etree._Element) -> Iterator[str]:
    """Content that is in another file, or whose part is gone."""
    relationships = package.relationships(package.main_part)
    for element in root.iter(w("subDoc"), w("altChunk")):
        relationship = relationships.get(element.get(r("id"), ""))
        if element.tag == w("subDoc"):
            yield f"主控文档的子文档没有读入：{relationship.target if relationship else '链接已失效'}"
        elif relationship is None or relationship.target not in package.parts:
            yield "插入的外部文档块没有内容，部件已丢失"
    for relationship in relationships.values():
        if relationship.kind in TEXT_PARTS and relationship.target not in package.parts:
            yield f"部件 {relationship.target} 已丢失，其中的页眉、页脚、注释或批注无法读取"


def _is_of_list(change: etree._Element) -> bool:
    """Whether a number, not words, is what was inserted."""
    holder = change.getparent()
    return holder is not None and holder.tag == w("numPr")


def _notices(roots: list[etree._Element]) -> Iterator[str]:
    changes = [change for root in roots for change in root.iter(*REVISION_TAGS)]
    looks = sum(change.tag in FORMER_LOOKS or _is_of_list(change) for change in changes)
    if len(changes) > looks:
        yield f"文档有 {len(changes) - looks} 处修订标记，已原样保留；定稿前应接受或拒绝全部修订"
    if looks:
        yield f"文档有 {looks} 处格式修订记录，只说原来的格式和编号；排成标准格式的地方不再留着"
    comments = sum(1 for root in roots for _ in root.iter(w("comment")))
    if comments:
        yield f"文档有 {comments} 条批注，已原样保留；印发前应删除"
    if labels := dict.fromkeys(prompt.label for root in roots for prompt in prompts(root)):
        shown = "、".join(list(labels)[:_SHOWN]) + ("等" if len(labels) > _SHOWN else "")
        yield f"模板中还有 {len(labels)} 项没有填写：{shown}"
    if any(next(root.iter(w("altChunk")), None) is not None for root in roots):
        yield "文档插有外部文档块（altChunk），其内容原样保留，不识别也不排版；用 Word 打开另存后即成为正文"
