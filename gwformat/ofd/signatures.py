"""The list of signatures of an OFD comes in; what each says of itself and whether that is true go out (clause 18)."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto

from lxml import etree

from gwformat.finished.values import Box
from gwformat.ofd.names import ENTRY
from gwformat.ofd.numbers import box
from gwformat.ofd.package import Package, attribute, first, inside, text_of
from gwformat.ofd.values import Signature, Stamp
from gwformat.values import dataclass
from gwformat.verifying.digests import UnknownDigest, digest
from gwformat.verifying.values import Judgement

_USUAL = "MD5"  # where References does not say its CheckMethod


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
    references = tuple(_references(package, info, part, name))
    there = tuple(one for one in references if one.part)
    return Signature(
        name,
        kind,
        "" if provider is None else attribute(provider, "ProviderName"),
        text_of(info, "SignatureDateTime"),
        text_of(info, "SignatureMethod"),
        tuple(one.part for one in there),
        tuple(one.said for one in references if not one.part),
        tuple(_stamps(info, pages)) if info is not None else (),
        tuple(filter(None, (part, value, seal))),
        whole=value is not None and info is not None,
        changed=tuple(one.part for one in there if one.state is _State.CHANGED),
        unhashed=tuple(one.part for one in there if one.state is _State.UNHASHED),
        unknown=_method(info) if any(one.state is _State.UNKNOWN for one in there) else "",
        judgement=None if value is None else _judged(package, part, value, seal),
    )


class _State(Enum):
    """Of a part that a signature protects."""

    KEPT = auto()
    CHANGED = auto()
    UNHASHED = auto()  # there is no digest of it
    UNKNOWN = auto()  # it is of a function that is not known here


@dataclass(frozen=True, slots=True)
class _Reference:
    """What a signature protects."""

    said: str
    part: str  # "": it is not in the package
    state: _State = _State.UNKNOWN


def _method(info: etree._Element | None) -> str:
    references = first(info, "References")
    return (attribute(references, "CheckMethod") if references is not None else "") or _USUAL


def _references(package: Package, info: etree._Element | None, base: str, name: str) -> Iterator[_Reference]:
    references = first(info, "References")
    for one in inside(references, "Reference") if references is not None else ():
        said = attribute(one, "FileRef")
        part = package.find(said, base, f"签名 {name} 保护的文件")
        if part is None:
            yield _Reference(said, "")
        else:
            yield _Reference(said, part, _state(package.parts[part], _method(info), text_of(one, "CheckValue")))


def _state(data: bytes, method: str, written: str) -> _State:
    try:
        signed = b64decode(written)
        if not signed:
            return _State.UNHASHED
        return _State.KEPT if digest(method, data) == signed else _State.CHANGED
    except binascii.Error:
        return _State.UNHASHED
    except UnknownDigest:
        return _State.UNKNOWN


def _judged(package: Package, description: str, value: str, seal: str | None) -> Judgement:
    try:
        from gwformat.verifying.judging import judge
    except ImportError:
        return Judgement((), "这台计算机上没有装组件 print")
    return judge(package.parts[value], package.parts[description], package.parts[seal] if seal else None)


def _stamps(info: etree._Element, pages: Mapping[str, int]) -> Iterator[Stamp]:
    for one in inside(info, "StampAnnot"):
        try:
            x, y, width, height = box(attribute(one, "Boundary"))
        except ValueError:
            continue
        yield Stamp(pages.get(attribute(one, "PageRef")), Box(x, y, x + width, y + height))
