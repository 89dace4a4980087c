"""The list of signatures of an OFD comes in; what each says of itself goes out, nothing of it verified (clause 18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from gwformat.finished.values import Box
from gwformat.ofd.names import ENTRY
from gwformat.ofd.numbers import box
from gwformat.ofd.package import Package, attribute, first, inside, text_of
from gwformat.ofd.values import Signature, Stamp


def signatures_of(package: Package, said: str, pages: Mapping[str, int]) -> Iterator[Signature]:
    """All signatures; `pages` are the numbers of pages by ID."""
    for base, one in package.listed(said, ENTRY, "签名列表", "Signature"):
        name, kind = attribute(one, "ID"), attribute(one, "Type") or "Seal"
        found = package.part(attribute(one, "BaseLoc"), base, f"签名 {name}")
        if found is None:
            yield Signature(name, kind, "", "", "", (), (), (), whole=False)
        else:
            yield _signature(package, name, kind, *found, pages)


def _signature(
    package: Package, name: str, kind: str, part: str, root: etree._Element, pages: Mapping[str, int]
) -> Signature:
    info = first(root, "SignedInfo")
    provider = first(info, "Provider")
    value = package.find(text_of(root, "SignedValue"), part, f"签名 {name} 的签名值")
    seal = text_of(info, "Seal", "BaseLoc")
    if seal:
        package.find(seal, part, f"签名 {name} 的印章")
    references = first(info, "References")
    protected: list[str] = []
    absent: list[str] = []
    for one in inside(references, "Reference") if references is not None else ():
        said = attribute(one, "FileRef")
        protected.append(said)
        if package.find(said, part, f"签名 {name} 保护的文件") is None:
            absent.append(said)
    stamps = tuple(_stamps(info, pages)) if info is not None else ()
    return Signature(
        name,
        kind,
        "" if provider is None else attribute(provider, "ProviderName"),
        text_of(info, "SignatureDateTime"),
        text_of(info, "SignatureMethod"),
        tuple(protected),
        tuple(absent),
        stamps,
        whole=value is not None and info is not None,
    )


def _stamps(info: etree._Element, pages: Mapping[str, int]) -> Iterator[Stamp]:
    for one in inside(info, "StampAnnot"):
        try:
            x, y, width, height = box(attribute(one, "Boundary"))
        except ValueError:
            continue
        yield Stamp(pages.get(attribute(one, "PageRef")), Box(x, y, x + width, y + height))
