"""Pages and what is preprinted come in; pages with only what the press still has to print go out, moved as wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from pypdf import PageObject

from gwformat.printing.inks import Ink
from gwformat.printing.parting import Mark, Wanted, What, part
from gwformat.printing.pdf_forms import Leaf, operands
from gwformat.units import Emu
from gwformat.values import dataclass

_HEAD_PICTURES = 0.5  # a red picture above this part of the page belongs to the head; below it is a seal


class Layer(StrEnum):
    """What is printed; the value is the one of the command line. `HEAD` and `REST`, `RED` and `BLACK` make the page."""

    HEAD = "head"  # the red mark and lines of the first page: what is preprinted
    REST = "rest"  # everything else
    RED = "all-red"  # all that is red, on every page
    BLACK = "black"  # all that is not


@dataclass(frozen=True, slots=True)
class Overprint:
    """The pages of one layer, and what the printer should know of them."""

    leaves: tuple[Leaf, ...]
    notices: tuple[str, ...] = ()


def overprint(leaves: Sequence[Leaf], layer: Layer, also: Wanted | None = None) -> Overprint:
    """The `layer` of each page; `HEAD` is the first page alone. `also` must want the marks of the first page too."""
    if layer is Layer.HEAD:
        leaves = leaves[:1]
    parted = []
    found = 0
    for number, leaf in enumerate(leaves):
        wanted = _wanted(layer, leaf.page, first=number == 0)
        done = part(leaf.page, _both(wanted, also) if also and number == 0 else wanted)
        found += done.kept
        # Stamps that are annotations are pressed over the head as part of the rest; they are never preprinted.
        parted.append(Leaf(leaf.page, done.content, done.forms, stamps=layer in (Layer.REST, Layer.BLACK)))
    return Overprint(tuple(parted), () if found else (_NOTHING[layer],))


_NOTHING = {
    Layer.HEAD: "首页没有红色的版头，印出来是白纸",
    Layer.RED: "全文没有红色的内容，印出来是白纸",
    Layer.REST: "除了版头没有别的内容，印出来是白纸",
    Layer.BLACK: "除了红色没有别的内容，印出来是白纸",
}


def moved(leaf: Leaf, right: Emu, down: Emu) -> Leaf:
    """The page with everything on it moved; its own size stays."""
    if not (right or down):
        return leaf
    x, y = right.pt, -down.pt
    turned = {0: (x, y), 90: (-y, x), 180: (-x, -y), 270: (y, -x)}[leaf.page.rotation % 360]
    content = leaf.content
    if content is None:
        own = leaf.page.get_contents()
        content = b"" if own is None else own.get_data()
    unit = float(leaf.page.user_unit)
    shift = operands((1, 0, 0, 1, turned[0] / unit, turned[1] / unit))
    return replace(leaf, content=shift + b" cm\n" + content)


def _both(first: Wanted, second: Wanted) -> Wanted:
    return lambda mark: first(mark) and second(mark)


def _wanted(layer: Layer, page: PageObject, *, first: bool) -> Wanted:
    """Which marks belong to the layer; white ones take away what is below them, so they belong to every layer."""
    middle = float(page.cropbox.bottom) + float(page.cropbox.height) * _HEAD_PICTURES

    def is_red(mark: Mark) -> bool:
        return mark.inks == {Ink.RED}

    def is_head(mark: Mark) -> bool:
        return first and is_red(mark) and (mark.what is not What.PICTURE or mark.box[1] >= middle)

    def wants(mark: Mark) -> bool:
        if mark.inks == {Ink.WHITE}:
            return True
        if layer in (Layer.HEAD, Layer.REST):
            return is_head(mark) is (layer is Layer.HEAD)
        return is_red(mark) is (layer is Layer.RED)

    return wants
