"""A finished file and how it is to be printed come in; the PDF for the press goes out: imposed, parted, numbered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from gwformat import drawing, layout, output, pdf
from gwformat.api.common import fonts_of, profile_for, undisturbed
from gwformat.api.finished import demand_open
from gwformat.api.formatting import LaidOut, lay_out_file
from gwformat.api.options import FormatOptions, StrPath
from gwformat.errors import Refused, UsageError, is_folder
from gwformat.finished.values import MM_PER_PT, FinishedFile
from gwformat.model import IMPRINT_ROLES, Block, Document, Draft, Kind, Role, Run
from gwformat.ooxml.archive import read_file
from gwformat.printing.copies import Progress, copies
from gwformat.printing.distribution import Distribution, Recipient, read_distribution, undistributed
from gwformat.printing.existing_number import all_but, existing_number, in_the_way, letter_rule, place_of
from gwformat.printing.imposing import Imposition, Order, check_sheet, impose, pages_per_sheet, with_blanks
from gwformat.printing.imprint_leaf import filled as filled_pdf
from gwformat.printing.imprint_page import filled
from gwformat.printing.numbering import Stamp, number_text, stamp_like
from gwformat.printing.overprint import Layer, moved, overprint
from gwformat.printing.parting import part
from gwformat.printing.pdf_forms import Leaf, leaves_of, open_pdf, reading, size_of
from gwformat.printing.plates import plates
from gwformat.printing.ruled_sheet import ruled_sheet as sheet_with_rulers
from gwformat.printing.sheets import Side, plain_side
from gwformat.setting.setting import setting_of
from gwformat.units import Emu, Mm
from gwformat.values import dataclass

_FIRST_NUMBER = "000001"
_ANY_ORGAN = "某某局"
_RED_LAYERS = (Layer.HEAD, Layer.RED)
_SAME_SIZE = Mm(1)
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class PressOptions:
    """How to print; `None` means "not wanted". `formatting` matters to drafts and docx, a PDF is taken as it is."""

    imposition: Imposition | None = None
    layer: Layer | None = None
    right: Emu = Emu(0)  # how far everything moves, to make up for how the machine feeds
    down: Emu = Emu(0)
    copies: int | None = None
    distribution: StrPath | None = None
    first_number: int = 1
    per_organ: bool = False  # a file for each organ, in a folder
    formatting: FormatOptions = field(default_factory=FormatOptions)
    force: bool = False

    @property
    def numbered(self) -> bool:
        """Whether each copy bears its 份号."""
        return self.copies is not None or self.distribution is not None


@dataclass(frozen=True, slots=True)
class Master:
    """A file as it is to be printed: its pages as PDF, and how its 份号 is set."""

    source: Path
    data: bytes
    sha256: str  # of the file itself
    laid: LaidOut | None = None  # None for a PDF
    pdf: FinishedFile | None = None  # None for anything else
    stamp: Stamp | None = None
    number: tuple[float, float] | None = None  # where a PDF bears one already, in points
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was written for the press."""

    master: Master
    files: tuple[Path, ...]
    pages: int  # of one copy, blank ones included
    sides: tuple[Side, ...]
    distribution: Distribution | None
    notices: tuple[str, ...] = ()

    @property
    def sheets(self) -> int:
        """Sheets of paper for one copy, printed on both sides."""
        return -(-len(self.sides) // 2)


@undisturbed()
def press_file(path: StrPath, target: StrPath, options: PressOptions, progress: Progress | None = None) -> Pressed:
    """Write the PDF for the press to `target`, or one for each organ into the folder `target`.

    Raises `UsageError` if the options contradict each other, `ConfigurationInvalid` for a faulty distribution list.
    What an interrupted run of many copies left is taken up again.
    """
    path, target = Path(path), Path(target)
    _refuse_nonsense(options)
    distribution = _distribution(options)
    targets = _targets(path, target, distribution, options)
    master = master_of(path, options)
    with reading(path.name):
        leaves, notices = _leaves(master, options)
        leaves, order, more = _ordered(leaves, master, options)
        sides = _sides(leaves, order, options)
        plate = plates(leaves, sides, None if master.stamp is None else master.stamp.font)
    notices = (*master.notices, *notices, *more, *_sized(leaves, options.imposition))
    if distribution is None or master.stamp is None:
        output.write_atomically(target, plate.data)
    else:
        stamp = master.stamp.moved(options.right.pt, -options.down.pt)
        output.write_in_parts({name: copies(plate, stamp, numbers, progress) for name, numbers in targets.items()})
    return Pressed(master, tuple(targets), len(order), sides, distribution, notices)


@undisturbed()
def ruled_sheet(target: StrPath, options: PressOptions) -> None:
    """Write the sheet with rulers that shows how far the machine prints beside the place."""
    target = Path(target)
    profile, _ = profile_for(Document(Draft(Path(), "txt", ()), Kind.GENERAL, ()))
    setting = setting_of(profile, fonts_of(options.formatting.system, profile), options.formatting.grid)
    output.check_target(Path(), target, force=options.force)
    drawn = drawing.draw(sheet_with_rulers(setting, options.right, options.down), setting, "pdf")
    output.write_atomically(target, drawn.files[0])


def _refuse_nonsense(options: PressOptions) -> None:
    if options.numbered and options.layer in _RED_LAYERS:
        raise UsageError("只印红色的时候没有份号可印", "份号是黑色的，随 --overprint rest 或 black 印。")
    if options.imposition is not None:
        check_sheet(options.imposition)
    if options.per_organ and options.distribution is None:
        raise UsageError("--per-organ 要有发放表", "用 --distribution 写明发放表。")
    if (options.right or options.down) and options.layer is None:
        raise UsageError("--offset 是套打用的", "和 --overprint 一起用。")


def _distribution(options: PressOptions) -> Distribution | None:
    if options.distribution is None:
        return None if options.copies is None else undistributed(options.copies, options.first_number)
    found = read_distribution(Path(options.distribution), options.first_number)
    if options.copies is not None and found.copies != options.copies:
        raise UsageError(
            f"印数写的是 {options.copies} 份，发放表相加是 {found.copies} 份",
            "改好其中之一；只用发放表时不必写 --copies。",
        )
    return found


def _targets(
    source: Path, target: Path, distribution: Distribution | None, options: PressOptions
) -> Mapping[Path, range]:
    """Each file with the numbers of the copies it holds."""
    found = {target: distribution.numbers if distribution is not None else range(0)}
    if options.per_organ and distribution is not None:
        if target.suffix.lower() == ".pdf" and not is_folder(target):
            raise UsageError("每个机关一个文件时，-o 应写一个文件夹", "例：-o 付印")
        output.make_folder(target)
        found = {target / f"{_file_name(one)}.pdf": one.numbers for one in distribution.recipients}
    for name in found:
        output.check_target(source, name, force=options.force)
    return found


def _file_name(recipient: Recipient) -> str:
    safe = "".join("_" if char in '\\/:*?"<>|' or not char.isprintable() else char for char in recipient.organ)
    return f"{number_text(recipient.numbers.start)}-{number_text(recipient.numbers[-1])} {safe[:60]}"


def master_of(path: Path, options: PressOptions) -> Master:
    """The pages of the file at `path` as PDF: a PDF as it is, anything else laid out and drawn."""
    data = read_file(path)
    master = Master(path, data, hashlib.sha256(data).hexdigest())
    return _taken(master, options) if pdf.is_pdf(data) else _drawn(master, options)


def _taken(master: Master, options: PressOptions) -> Master:
    """A PDF; its number stands where one stands already, or else where 7.2.1 puts it."""
    read = pdf.read_pdf(master.data)
    demand_open(read, master.source.name, "印不了")
    if not options.numbered:
        return replace(master, pdf=read)
    words = existing_number(read)
    if words is None:
        return replace(master, pdf=read, stamp=_free_stamp(read, options.formatting))
    stamp, _ = _standard_stamp(options.formatting)
    place = place_of(words, read)
    notice = f"首页已有份号 {words.text.strip()}，在同一位置换成各份的份号"
    return replace(master, pdf=read, stamp=stamp.placed(*place), number=place, notices=(notice,))


def _free_stamp(read: FinishedFile, wanted: FormatOptions) -> Stamp:
    """How 份号 is set on a page that has none: in line 1, or below the red rules of a letter (7.2.1, 10.1)."""
    rule = letter_rule(read)
    stamp, own = _standard_stamp(wanted, Kind.GENERAL if rule is None else Kind.LETTER)
    if rule is not None and own is not None:
        stamp = stamp.moved(0, (own - rule) / MM_PER_PT)
    if (words := in_the_way(read, *stamp.extent)) is not None:
        raise Refused(
            f"首页印份号的地方已有“{words.text.strip()[:_SHOWN]}”，会叠在一起",
            "用草稿或 docx 印，由程序让出份号的位置；或者先在 PDF 的这个位置排好 000001，再编份号。",
        )
    return stamp


def _standard_stamp(wanted: FormatOptions, kind: Kind = Kind.GENERAL) -> tuple[Stamp, float | None]:
    """How 份号 is set on a document that has nothing above it, and where the red rules are if that is a letter."""
    above = (Block(Role.ISSUER_MARK, (Run(_ANY_ORGAN),)),) if kind is Kind.LETTER else ()
    blocks = (*above, Block(Role.COPY_NUMBER, (Run(_FIRST_NUMBER),)))
    profile, document = profile_for(Document(Draft(Path(), "txt", ()), kind, blocks))
    setting = setting_of(profile, fonts_of(wanted.system, profile), wanted.grid)
    pages = layout.lay_out(document, setting)
    line = next(line for line in pages.pages[0].lines if line.role is Role.COPY_NUMBER)
    rule = letter_rule(pdf.read_pdf(drawing.draw(pages, setting, "pdf").files[0])) if above else None
    return stamp_like(line, pages.pages[0], setting.fonts), rule


def _drawn(master: Master, options: PressOptions) -> Master:
    """Anything else; the line of its number is not drawn but stamped on each copy."""
    wanted = options.formatting
    if options.numbered:
        wanted = replace(wanted, values={**wanted.values, Role.COPY_NUMBER: (_FIRST_NUMBER,)})
    laid = lay_out_file(master.source, wanted)
    pages, stamp = laid.pages, None
    if options.imposition is not None:
        pages = filled(pages, pages_per_sheet(options.imposition.form))
    if options.numbered:
        first = pages.pages[0]
        line = next(line for line in first.lines if line.role is Role.COPY_NUMBER)
        stamp = stamp_like(line, first, laid.setting.fonts)
        others = tuple(one for one in first.lines if one is not line)
        pages = replace(pages, pages=(replace(first, lines=others), *pages.pages[1:]))
    drawn = drawing.draw(pages, laid.setting, "pdf", strict_fonts=wanted.strict_fonts, media=laid.media)
    notices = tuple(dict.fromkeys((*laid.notices, *drawn.notices)))
    return replace(master, data=drawn.files[0], laid=laid, stamp=stamp, notices=notices)


def _leaves(master: Master, options: PressOptions) -> tuple[tuple[Leaf, ...], tuple[str, ...]]:
    """The pages to be placed, with only what is to be printed of them."""
    leaves = leaves_of(open_pdf(master.data, master.source.name))
    without = all_but(master.number, leaves[0].page) if master.number is not None else None
    if options.layer is not None:
        done = overprint(leaves, options.layer, without)
        return tuple(moved(leaf, options.right, options.down) for leaf in done.leaves), done.notices
    if without is not None:
        done_first = part(leaves[0].page, without)
        leaves = (Leaf(leaves[0].page, done_first.content, done_first.forms), *leaves[1:])
    return leaves, ()


def _ordered(
    leaves: tuple[Leaf, ...], master: Master, options: PressOptions
) -> tuple[tuple[Leaf, ...], Order, tuple[str, ...]]:
    """The pages in reading order with the blank ones that sheets need."""
    if options.imposition is None:
        return leaves, range(len(leaves)), ()
    multiple = pages_per_sheet(options.imposition.form)
    if master.pdf is not None:
        done = filled_pdf(leaves, multiple, master.pdf)
        return done.leaves, done.order, done.notices
    assert master.laid is not None
    added = len(leaves) - len(master.laid.pages.pages)
    notices = (_filled(master.laid, added),) if added > 0 else ()
    return leaves, with_blanks(len(leaves), multiple, imprint=False), notices


def _sides(leaves: tuple[Leaf, ...], order: Order, options: PressOptions) -> tuple[Side, ...]:
    if options.imposition is not None:
        return impose(order, options.imposition)
    return tuple(plain_side(size_of(leaves[number].page), number) for number in order if number is not None)


def _filled(laid: LaidOut, added: int) -> str:
    imprint = any(line.role in IMPRINT_ROLES for line in laid.pages.pages[-1].lines)
    return f"原件 {len(laid.pages.pages)} 页，补 {added} 页，" + ("版记在最后一页" if imprint else "在末尾")


def _sized(leaves: tuple[Leaf, ...], imposition: Imposition | None) -> Iterator[str]:
    """Pages that are not as large as the room they get."""
    if imposition is None:
        return
    room = sorted(imposition.page.edges)
    odd = [
        str(number)
        for number, leaf in enumerate(leaves, 1)
        if any(abs(a - b) > _SAME_SIZE for a, b in zip(sorted(size_of(leaf.page).edges), room, strict=True))
    ]
    if odd:
        yield f"第 {'、'.join(odd[:_SHOWN])} 页不是 A4 纸，拼版时居中，不缩放"
