"""The list of signatures of an OFD comes in; what each says of itself goes out, nothing of it verified (clause 18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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
            yield Signature(name, kind, "", "", "", (), (), (), (base,), whole=False)
        else:
            signature = _signature(package, name, kind, *found, pages)
            yield replace(signature, own=(base, *signature.own))


def unprotected(package: Package, signatures: Sequence[Signature]) -> tuple[str, ...]:
    """The parts of a signed file that may be changed without any signature telling."""
    known = {name for signature in signatures for name in (*signature.protected, *signature.own)}
    return tuple(name for name in package.parts if name not in known) if signatures else ()


def _signature(
    package: Package, name: str, kind: str, part: str, root: etree._Element, pages: Mapping[str, int]
) -> Signature:
    info = first(root, "SignedInfo")
    provider = first(info, "Provider")
    value = package.find(text_of(root, "SignedValue"), part, f"签名 {name} 的签名值")
    said_seal = text_of(info, "Seal", "BaseLoc")
    seal = package.find(said_seal, part, f"签名 {name} 的印章") if said_seal else None
    references = first(info, "References")
    protected: list[str] = []
    absent: list[str] = []
    for one in inside(references, "Reference") if references is not None else ():
        said = attribute(one, "FileRef")
        there = package.find(said, part, f"签名 {name} 保护的文件")
        (absent if there is None else protected).append(there or said)
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
        tuple(filter(None, (part, value, seal))),
        whole=value is not None and info is not None,
    )


def _stamps(info: etree._Element, pages: Mapping[str, int]) -> Iterator[Stamp]:
    for one in inside(info, "StampAnnot"):
        try:
            x, y, width, height = box(attribute(one, "Boundary"))
        except ValueError:
            continue
        yield Stamp(pages.get(attribute(one, "PageRef")), Box(x, y, x + width, y + height))
