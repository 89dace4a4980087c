"""Tables of the source come in; the same tables in the system's fonts, within the type area, go out."""

from __future__ import annotations

from collections.abc import Sequence

from gwformat.fonts.system import FontSystem
from gwformat.model import Fate
from gwformat.ooxml.names import w
from gwformat.profiles.schema import Slot
from gwformat.setting.setting import Setting
from gwformat.units import Emu
from gwformat.writers.docx.oxml import RPR, TBL, Element, R, drop, el, in_order, number, put
from gwformat.writers.docx.styles import fonts
from gwformat.writers.docx.tally import Tally

_TBLPR, _TR, _TC, _TCPR, _TRPR = w("tblPr"), w("tr"), w("tc"), w("tcPr"), w("trPr")
_GRID_COLUMN, _HEIGHT = w("gridCol"), w("trHeight")
_RFONTS, _EAST_ASIA = w("rFonts"), w("eastAsia")


def fit(table: Element, width: Emu, setting: Setting, tally: Tally) -> None:
    """Dress one top-level table and those nested in it."""
    properties = table.find(_TBLPR)
    if properties is None:
        properties = el("tblPr")
        table.insert(0, properties)
    if properties.find(w("tblpPr")) is not None:
        tally.note("表格", Fate.RERENDERED, "文字环绕的表格改为随文居中")
    drop(properties, "tblpPr", "tblOverlap", "tblInd")
    in_order(properties)
    put(properties, el("jc", val="center"))
    _shrink(table, properties, width, tally)
    for height in table.iter(_HEIGHT):
        if height.get(w("hRule")) == "exact":
            height.set(w("hRule"), "atLeast")
    _repeat_header(table)
    _set_fonts(table, setting.fonts)


def _shrink(table: Element, properties: Element, width: Emu, tally: Tally) -> None:
    """Scale all column widths if the table is wider than the type area."""
    grid = [column for column in table.iter(_GRID_COLUMN) if _owner(column) is table]
    said = properties.find(w("tblW"))
    total = sum(number(column, "w") or 0 for column in grid)
    if said is not None and said.get(w("type")) == "dxa":
        total = max(total, number(said, "w") or 0)
    if total <= width.twips:
        return
    factor = width.twips / total
    widths = [*grid, *(cell for cell in table.iter(w("tcW")) if _owner(cell) is table and cell.get(w("type")) == "dxa")]
    for element in widths:
        value = number(element, "w")
        if value is not None:
            element.set(w("w"), str(int(value * factor)))
    put(properties, el("tblW", w=width.twips, type="dxa"))
    tally.note("表格", Fate.RERENDERED, "宽于版心的表格缩至版心宽度")


def _owner(node: Element) -> Element:
    return next(node.iterancestors(TBL))


def _repeat_header(table: Element) -> None:
    """The first row is repeated on every page, if there is more than one and it is no merged block."""
    rows = table.findall(_TR)
    if len(rows) < 2 or any(cell.find(f"{_TCPR}/{w('vMerge')}") is not None for cell in rows[0].iter(_TC)):
        return
    properties = rows[0].find(_TRPR)
    if properties is None:
        properties = el("trPr")
        exceptions = rows[0].find(w("tblPrEx"))
        rows[0].insert(0 if exceptions is None else 1, properties)
    if properties.find(w("tblHeader")) is None:
        properties.append(el("tblHeader"))


def _set_fonts(table: Element, system: FontSystem) -> None:
    """Runs that name a font get the system's face of that kind; the others, its 仿宋."""
    for run in table.iter(R):
        properties = run.find(RPR)
        if properties is None:
            properties = el("rPr")
            run.insert(0, properties)
        old = properties.find(_RFONTS)
        new = fonts(system.families[slot_of(old, system)], system.latin)
        if old is not None and old.get(w("hint")) is not None:
            new.set(w("hint"), old.get(w("hint"), ""))
        put(properties, new)


_STYLES: Sequence[tuple[str, Slot]] = (
    ("小标宋", Slot.XIAOBIAOSONG),
    ("黑", Slot.HEITI),
    ("楷", Slot.KAITI),
    ("仿宋", Slot.FANGSONG),
    ("宋", Slot.SONGTI),
    ("FZXBS", Slot.XIAOBIAOSONG),
    ("Hei", Slot.HEITI),
    ("Kai", Slot.KAITI),
    ("FangSong", Slot.FANGSONG),
    ("SimSun", Slot.SONGTI),
)


def slot_of(fonts_element: Element | None, system: FontSystem) -> Slot:
    """Which kind of face a run's East Asian font is, by its name."""
    name = "" if fonts_element is None else fonts_element.get(_EAST_ASIA, "")
    for slot, face in system.faces.items():
        if name in face.names:
            return slot
    return next((slot for part, slot in _STYLES if part in name), Slot.FANGSONG)
