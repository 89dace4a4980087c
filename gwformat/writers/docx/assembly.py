"""The order of work of the writer: a document and its setting come in, a finished package goes out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.errors import InputUnreadable
from gwformat.layout.boxes import SealBox
from gwformat.layout.facts import PageFacts
from gwformat.layout.furniture import Furniture, furniture_of
from gwformat.model import Change, Document, Role
from gwformat.ooxml import marks
from gwformat.ooxml.names import w
from gwformat.ooxml.package import Package
from gwformat.ooxml.sections import is_landscape
from gwformat.setting.head import is_drawn, room_below
from gwformat.setting.passages import all_passages_of, stretches_of
from gwformat.setting.sections import plan_sections
from gwformat.setting.setting import Setting
from gwformat.setting.turning import turned
from gwformat.writers.docx import (
    blank,
    endnotes,
    head,
    imprint,
    look,
    marking,
    notes,
    numbering,
    page,
    pictures,
    repair,
    seals,
    separators,
    sign_off,
    style_sheet,
    styles,
    tables,
    top_rows,
)
from gwformat.writers.docx.content import pieces_of
from gwformat.writers.docx.footers import Footers
from gwformat.writers.docx.leftovers import without_leftovers
from gwformat.writers.docx.manuscript import Manuscript, Placed
from gwformat.writers.docx.oxml import SECTPR, TBL, Element, el, is_on
from gwformat.writers.docx.parts import Parts, beside
from gwformat.writers.docx.tally import Tally

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def assemble(
    document: Document, setting: Setting, facts: PageFacts, boxes: Sequence[SealBox] = ()
) -> tuple[Package, tuple[Change, ...]]:
    """The package of the result, and what was done to the look."""
    tally = Tally()
    source = document.draft.package
    parts = Parts(blank.package() if source is None else source)
    main = parts.package.main_part
    root = parts.tree(main)
    manuscript = Manuscript(root, tally)
    if marks.found_in(parts.package) is not None:
        marking.remove_bookmarks(root)
    numbering.spell_shared_lists(document, manuscript, parts, tally)
    adjacent = separators.neighbours(manuscript.body)
    passages = [(passage, pieces_of(stretches_of(passage, setting))) for passage in all_passages_of(document)]
    if source is None:
        passages = [(passage, [blank.shown(piece, parts, setting) for piece in pieces]) for passage, pieces in passages]
    placed = manuscript.place(passages)
    if source is None:
        blank.fill_tables(placed)
    seen = [item for item in placed if not item.passage.is_hidden]
    unnumbered = _dress(document, seen, manuscript, setting, facts, tally)
    for item in placed:
        if item.passage.is_hidden:
            look.hide(item.node, styles.style_id(item.passage.role), tally)
    seals.press(placed, document, boxes, parts)
    separators.keep_apart(manuscript.body, adjacent)
    pictures.settle(root, setting, tally)
    notes.set_notes(parts, main, tally)
    marking.set_bookmarks(root, placed)
    repair.sort_properties(root)
    drawn = is_drawn([passage for passage, _ in passages if passage.in_head])
    furniture = furniture_of(document.draft, setting, lies=any(map(is_landscape, page.sections(root))))
    _set_parts(parts, main, root, unnumbered, furniture, setting, tally, drawn=drawn)
    marking.list_elements(document, setting, parts, main)
    package = parts.result()
    return (package if source is None else without_leftovers(package, root)), tally.changes()


def _dress(
    document: Document,
    placed: Sequence[Placed],
    manuscript: Manuscript,
    setting: Setting,
    facts: PageFacts,
    tally: Tally,
) -> Element | None:
    """Styles and places of all passages, from the head to the imprint; a section without page numbers goes out."""
    above = [item for item in placed if item.passage.in_head]
    below = [item for item in placed if item.passage.in_imprint]
    between = [item for item in placed if not (item.passage.in_head or item.passage.in_imprint)]
    body = manuscript.body
    below_head = room_below([item.passage for item in above], setting)
    tops = look.dress_passages(between, setting, facts, tally, below_head=below_head)
    for node in manuscript.latent:
        look.restyle(node, styles.style_id(Role.OTHER), tally)
    for index, node in enumerate(head.draw(above, setting, tally)):
        body.insert(index, node)
    final = body.find(SECTPR)
    if final is None:
        final = el("sectPr")
        body.append(final)
    plan = plan_sections([item.passage for item in placed], document.draft)
    plan = turned(plan, [item.passage for item in between], setting, headed=bool(above))
    page.part(body, plan, between, final, setting, tally)
    page.follow(manuscript.root, plan, setting)
    where = page.section_of(body)
    for item in between:
        if item.node.tag == TBL:
            section = where.get(next((node for node in item.node.iterancestors() if node in where), item.node), final)
            carrier = item.passage.blocks[0].carrier
            assert carrier is not None
            tables.fit(item.node, carrier, page.text_width(section, setting), setting, tally)
    sign_off.set_abreast(between, setting)
    top_rows.leave_rows(body, tops)
    has_endnotes = next(manuscript.root.iter(w("endnoteReference")), None) is not None
    nodes, unnumbered = imprint.draw(below, setting, facts, final, tally, has_endnotes=has_endnotes)
    for node in nodes:
        final.addprevious(node)
    if len(body) == 1:
        body.insert(0, el("p"))
    return unnumbered


def _checked(tree: Element, name: str, root: str) -> Element:
    """The tree of a part; `InputUnreadable` if it is not what its relationship says."""
    if tree.tag != w(root):
        raise InputUnreadable(
            f"文档部件 {name} 已损坏（内容不是应有的）", "请用 Word 或 WPS 打开，另存为新的 .docx 文件后再试"
        )
    return tree


def _set_parts(
    parts: Parts,
    main: str,
    root: Element,
    unnumbered: Element | None,
    furniture: Furniture,
    setting: Setting,
    tally: Tally,
    *,
    drawn: bool,
) -> None:
    """Page, footers, styles and settings; only below a head that is `drawn` the first page may be of its own kind."""
    settings_part = parts.package.related(main, "settings") or beside(main, "settings.xml")
    known = parts.has(settings_part)
    settings = _checked(parts.tree(settings_part), settings_part, "settings") if known else page.new_settings()
    parts.put(settings_part, settings, _WML + "settings+xml")
    parts.relate(main, "gwSettings", "settings", settings_part)
    sections = list(page.sections(root))
    has_notes = next(root.iter(w("footnoteReference")), None) is not None
    for number, section in enumerate(sections):
        first = drawn and number == 0
        page.set_page(section, setting, tally, below=furniture.below, has_notes=has_notes, first=first)
    Footers(parts, main, setting, furniture, tally, drawn=drawn).set_all(
        sections, is_on(settings.find(w("evenAndOddHeaders"))), unnumbered
    )
    page.set_document(settings)
    endnotes.gather(parts, main, root, sections, settings)
    repair.mend_settings(settings)
    repair.mend_numbering(parts, parts.package.related(main, "numbering"))
    styles_part = parts.package.related(main, "styles") or beside(main, "styles.xml")
    if not parts.has(styles_part):
        parts.put(styles_part, style_sheet.empty_styles(), _WML + "styles+xml")
    parts.declare(styles_part, _WML + "styles+xml")
    parts.relate(main, "gwStyles", "styles", styles_part)
    _set_styles(parts, styles_part, root, setting)


def _set_styles(parts: Parts, name: str, root: Element, setting: Setting) -> None:
    """Our styles beside those of the source; a sheet may be as large as a book, and mostly none of it gives way."""
    tree, data = _checked(parts.seen(name), name, "styles"), parts.untouched(name)
    sheet = style_sheet.sheet_of(tree, data)
    if sheet.is_sorted and data is not None and sheet.ends_with_ours(data, setting):
        return
    if not (sheet.is_sorted and sheet.has_room(setting)):
        tree, data = parts.tree(name), None
        repair.sort_properties(tree)
        renamed = style_sheet.make_room(tree, setting)
        for reference in root.iter(w("pStyle"), w("rStyle")) if renamed else ():
            reference.set(w("val"), renamed.get(reference.get(w("val"), ""), reference.get(w("val"), "")))
    parts.serialise(name, style_sheet.with_ours(tree, setting, data))
