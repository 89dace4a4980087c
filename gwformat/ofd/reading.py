"""An OFD comes in, as a path or as bytes; an `OfdFile` goes out, read once from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from gwformat.errors import InputUnreadable
from gwformat.ofd import features
from gwformat.ofd.names import ENTRY
from gwformat.ofd.numbers import whole
from gwformat.ofd.package import EXPORT_AGAIN, Package, attribute, first, inside, local, text_of
from gwformat.ofd.pages import Pages, Read, annotations_of
from gwformat.ofd.resources import Resources
from gwformat.ofd.signatures import signatures_of, unprotected
from gwformat.ofd.tags import tags_of
from gwformat.ofd.values import OfdFile, Shown
from gwformat.ooxml.archive import read_file

_ENCRYPTED = "Encryptions.xml"  # GM/T 0099-2020, annex C
_LOCKED = "按 GM/T 0099 加密"


def read_ofd(source: Path | bytes) -> OfdFile:
    """Everything in an OFD; `InputUnreadable` if it is none, damaged beyond reading, or an attack."""
    data = source if isinstance(source, bytes) else read_file(source)
    try:
        return _read(Package(data))
    except RecursionError:
        raise InputUnreadable("OFD 的结构嵌套太深", EXPORT_AGAIN) from None


def _read(package: Package) -> OfdFile:
    entry = package.needed(ENTRY, "主入口 OFD.xml")
    bodies = list(inside(entry, "DocBody"))
    locked = _ENCRYPTED in package.parts
    if locked and not _can_be_read(package, bodies):
        return OfdFile(attribute(entry, "Version"), (), (), _LOCKED, locked=True)
    if not bodies:
        raise InputUnreadable("OFD 里没有文档", EXPORT_AGAIN)
    body = bodies[0]
    part = package.find(text_of(body, "DocRoot"), ENTRY, "文档根节点")
    document = package.needed(part, "文档根节点（DocRoot）")
    assert part is not None
    found = _document(package, part, document)
    found = _described(found, package, body)
    return replace(
        found,
        version=attribute(entry, "Version"),
        encryption=f"部分内容{_LOCKED}" if locked else "",
        faults=tuple(features.container_faults(package, entry, len(bodies))),
        damage=tuple(package.damaged),
        lost=tuple(package.lost),
        outside=tuple(package.outside),
        stray=package.stray,
    )


def _can_be_read(package: Package, bodies: list[etree._Element]) -> bool:
    """Whether the document of an encrypted package stands in it as it is."""
    return bool(bodies) and text_of(bodies[0], "DocRoot").lstrip("/") in package.parts


def _document(package: Package, part: str, document: etree._Element) -> OfdFile:
    """The pages of a document, and what is said with them."""
    resources, listed = _resources(package, part, document)
    pages = Pages(package, resources, part, document)
    if not pages.listed:
        raise InputUnreadable("OFD 里没有页面", EXPORT_AGAIN)
    read = list(pages.read(dict(annotations_of(package, text_of(document, "Annotations"), part))))
    shown = dict(_shown(read))
    drawn = [*pages.templates(), *(root for _, root in pages.roots.values())]
    repeated, greatest = features.numbers([*_numbered(document), *listed, *drawn])
    most = text_of(document, "CommonData", "MaxUnitID")
    tagged = first(document, "CustomTags")
    resources.profiles()
    for base, one in package.listed(text_of(document, "Extensions"), part, "扩展信息", "ExtendData"):
        package.find(one.text or "", base, "扩展信息的内容")
    return OfdFile(
        version="",
        pages=tuple(one.page for one in read),
        faces=resources.faces(),
        actions=tuple(dict.fromkeys(features.actions([document, *drawn]))),
        attachments=tuple(features.attachments(package, text_of(document, "Attachments"), part)),
        repeated=repeated,
        greatest_id=greatest,
        max_unit_id=whole(most),
        tags=None if tagged is None else tuple(tags_of(package, text_of(tagged), part, pages.numbers, shown)),
        numbers=pages.numbers,
        shown=shown,
        media=tuple(features.media(resources)),
        links=tuple(dict.fromkeys(features.links([document, *drawn]))),
        stacked=tuple(Shown(one.page.number, text) for one in read for text in one.stacked),
        restricted=resources.restricted(),
        limits=features.limits(document),
    )


def _described(found: OfdFile, package: Package, body: etree._Element) -> OfdFile:
    """With what OFD.xml says of the document, its signatures too."""
    about, custom = features.metadata(first(body, "DocInfo"))
    signatures = tuple(signatures_of(package, text_of(body, "Signatures"), found.numbers))
    if cover := text_of(body, "DocInfo", "Cover"):
        package.find(cover, ENTRY, "封面")
    versions = first(body, "Versions")
    for version in inside(versions, "Version") if versions is not None else ():
        for base, file in package.listed(attribute(version, "BaseLoc"), ENTRY, "版本", "File"):
            package.find(file.text or "", base, "版本里的文件")
    loose = unprotected(package, signatures)
    return replace(found, about=about, custom=custom, signatures=signatures, unprotected=loose)


def _resources(package: Package, part: str, document: etree._Element) -> tuple[Resources, list[etree._Element]]:
    """The resources of the document, with the roots of their parts."""
    resources = Resources(package)
    roots: list[etree._Element] = []
    common = first(document, "CommonData")
    resources.default_space = text_of(common, "DefaultCS")
    for one in common if common is not None else ():
        if local(one) in ("PublicRes", "DocumentRes"):
            found = package.part(one.text, part, "资源")
            if found is not None:
                resources.add(*found)
                roots.append(found[1])
    return resources, roots


def _shown(read: list[Read]) -> Iterator[tuple[str, Shown]]:
    """The words of all objects by their IDs; those of templates are on several pages, which is page 0."""
    pages: dict[str, Shown] = {}
    for one in read:
        for number, text in one.texts.items():
            before = pages.get(number)
            pages[number] = Shown(one.page.number if before is None else 0, text)
    yield from pages.items()


def _numbered(document: etree._Element) -> Iterator[etree._Element]:
    """The parts of Document.xml whose IDs are numbers of the document."""
    for name in ("CommonData", "Pages"):
        found = first(document, name)
        if found is not None:
            yield found
