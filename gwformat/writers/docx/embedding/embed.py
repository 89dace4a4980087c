"""A docx and font files by family come in; the docx that carries them goes out (ECMA-376-1 17.8)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lxml import etree

from gwformat.ooxml.names import R, W, r, w
from gwformat.ooxml.package import Package
from gwformat.values import dataclass
from gwformat.writers.docx.embedding.odttf import CONTENT_TYPE, EXTENSION, key_of, obfuscate
from gwformat.writers.docx.oxml import Element, drop, el, on_off, put
from gwformat.writers.docx.parts import Parts, beside

REGULAR, BOLD = "embedRegular", "embedBold"
KINDS = (REGULAR, BOLD, "embedItalic", "embedBoldItalic")
_FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_SETTINGS = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"


@dataclass(frozen=True, slots=True)
class Embedded:
    """A font file for a family as the document names it; `kind` is one of `KINDS`."""

    family: str
    data: bytes
    subset: bool
    kind: str = REGULAR


def embedded_families(package: Package) -> tuple[str, ...]:
    """The families whose fonts the docx carries."""
    name = package.related(package.main_part, "fontTable")
    root = package.optional_tree(name) if name else None
    fonts = root.iter(w("font")) if root is not None else ()
    return tuple(font.get(w("name"), "") for font in fonts if any(font.find(w(kind)) is not None for kind in KINDS))


def embed(package: Package, fonts: Sequence[Embedded]) -> Package:
    """The docx with the fonts in it; what it carries of the same families already is replaced."""
    parts = Parts(released(package, {font.family for font in fonts}))
    table = _table(parts)
    root = parts.tree(table)
    for font in fonts:
        entry = _entry(root, font.family)
        key = key_of(font.data)
        put(entry, _reference(font, key, _part(parts, table, font.data, key)))
    _switch_on(parts, any(font.subset for font in fonts))
    return parts.result()


def released(package: Package, families: Collection[str] | None) -> Package:
    """The docx without the fonts of these families (None: of all), and without the parts nothing refers to any more."""
    table = package.related(package.main_part, "fontTable")
    if table is None or package.optional_tree(table) is None:
        return package
    parts = Parts(package)
    root = parts.tree(table)
    for entry in root.iter(w("font")):
        if families is None or entry.get(w("name")) in families:
            drop(entry, *KINDS)
    left = {node.get(r("id")) for kind in KINDS for node in root.iter(w(kind))}
    fonts = [relation for relation in package.relationships(table).values() if relation.kind == "font"]
    gone = [relation for relation in fonts if relation.id not in left]
    if not gone:
        return package
    parts.unrelate(table, {relation.id for relation in gone})
    kept = {relation.target for relation in fonts if relation.id in left}
    for target in sorted({relation.target for relation in gone} - kept):
        if parts.has(target):
            parts.remove(target)
    return parts.result()


def _table(parts: Parts) -> str:
    """The font table, made if there is none."""
    main = parts.package.main_part
    name = parts.package.related(main, "fontTable")
    if name is None:
        name = beside(main, "fontTable.xml")
        parts.put(name, etree.Element(w("fonts"), nsmap={"w": W, "r": R}), _FONT_TABLE)
        parts.relate(main, "rIdFontTable", "fontTable", name)
    return name


def _entry(root: Element, family: str) -> Element:
    for font in root.iter(w("font")):
        if font.get(w("name")) == family:
            return font
    entry = el("font", name=family)
    root.append(entry)
    return entry


def _part(parts: Parts, table: str, data: bytes, key: str) -> str:
    """The id of the relationship to the part that holds the font; the same font is held once."""
    name = beside(table, f"fonts/{key.strip('{}').lower()}.{EXTENSION}")
    parts.default_type(EXTENSION, CONTENT_TYPE)
    parts.add_data(name, obfuscate(data, key))
    return parts.relate(table, f"rIdFont{key[1:9]}", "font", name)


def _reference(font: Embedded, key: str, identifier: str) -> Element:
    node = etree.Element(w(font.kind), nsmap={"w": W, "r": R})
    node.set(r("id"), identifier)
    node.set(w("fontKey"), key)
    if font.subset:
        node.set(w("subsetted"), "true")
    return node


def _switch_on(parts: Parts, subset: bool) -> None:
    """Say in the settings that fonts are embedded, else Word leaves them out when it saves."""
    main = parts.package.main_part
    name = parts.package.related(main, "settings")
    if name is None:
        name = beside(main, "settings.xml")
        parts.put(name, el("settings"), _SETTINGS)
        parts.relate(main, "rIdSettings", "settings", name)
    settings = parts.tree(name)
    for switch in ("embedTrueTypeFonts", "embedSystemFonts", *(("saveSubsetFonts",) if subset else ())):
        put(settings, on_off(switch, True))
