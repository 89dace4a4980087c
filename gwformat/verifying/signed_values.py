"""The bytes of a signed value come in; who signed what with which seal goes out.

Three forms are read: the electronic seal of GB/T 38540-2020, its predecessor of GM/T 0031-2014 (versions below 4), and
the signed message of GB/T 35275-2017, which has no seal.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from gwformat.values import dataclass
from gwformat.verifying.der import (
    BITS,
    CONTEXT_0,
    OBJECT,
    OCTETS,
    SEQUENCE,
    SET,
    Undecodable,
    children,
    moment,
    number,
    octets,
    tag,
    words,
)

_BY_STANDARD: Final = 4  # the version that GB/T 38540-2020 gives its seals
_SIGNED_MESSAGE = frozenset({"1.2.156.10197.6.1.4.2.2", "1.2.840.113549.1.7.2"})
_MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
_SIGNING_TIME = "1.2.840.113549.1.9.5"


@dataclass(frozen=True, slots=True)
class Seal:
    """An electronic seal: whose it is, when it may be used and by whom, and what its maker signed."""

    raw: bytes
    name: str
    begin: datetime
    end: datetime
    users: tuple[bytes, ...]  # certificates, or their digests
    maker: bytes  # certificate
    data: tuple[bytes, ...]  # what the maker may have signed: makers read their standard in two ways
    value: bytes


@dataclass(frozen=True, slots=True)
class SignedValue:
    """A signature: who signed, what, and the digest of the description by which the value hangs on the file."""

    signer: bytes  # certificate
    data: bytes
    value: bytes
    digest: bytes | None  # None: the description itself was signed
    when: datetime | None
    seal: Seal | None


def signed_value(raw: bytes, description: bytes) -> SignedValue:
    """What a signed value says; `Undecodable` if it has none of the three forms.

    `description` is the file that it signs, Signature.xml.
    """
    try:
        parts = children(raw)
        if tag(parts[0]) == OBJECT and words(parts[0]) in _SIGNED_MESSAGE:
            return _message(children(parts[1])[0], description)
        return _sealed(parts)
    except IndexError:
        raise Undecodable("something is lacking") from None


def _sealed(parts: list[bytes]) -> SignedValue:
    fields = children(parts[0])
    version, seal, when, digest = fields[:4]
    if number(version) >= _BY_STANDARD:
        signer, value = parts[1], parts[3]
    else:
        signer, value = fields[5], parts[1]
    return SignedValue(octets(signer), parts[0], octets(value), octets(digest), _time(when), _seal(seal))


def _time(raw: bytes) -> datetime | None:
    """When it was signed; None where a time-stamp stands, which has a signature of its own."""
    return moment(octets(raw) if tag(raw) in (BITS, OCTETS) else raw) if _is_time(raw) else None


def _is_time(raw: bytes) -> bool:
    return tag(raw) not in (BITS, OCTETS) or tag(octets(raw)) not in (SEQUENCE,)


def _seal(raw: bytes) -> Seal:
    parts = children(raw)
    about, *signed = parts if len(parts) > 2 else (parts[0], *children(parts[1]))
    maker, method, value = signed[:3]
    described = children(children(about)[2])
    name, begin, end = words(described[1]), moment(described[-2]), moment(described[-1])
    users = tuple(_user(user) for user in children(described[-4]))
    together = about + maker + method
    return Seal(raw, name, begin, end, users, octets(maker), (about, _wrapped(together)), octets(value))


def _user(raw: bytes) -> bytes:
    """The certificate of someone who may use a seal, or its digest, which has a name beside it."""
    return octets(children(raw)[-1] if tag(raw) == SEQUENCE else raw)


def _wrapped(content: bytes) -> bytes:
    """A sequence with that content."""
    size = len(content).to_bytes((len(content).bit_length() + 7) // 8 or 1)
    long = len(size) > 1 or size[0] > 0x7F
    return bytes([SEQUENCE]) + (bytes([0x80 | len(size)]) + size if long else size) + content


def _message(raw: bytes, description: bytes) -> SignedValue:
    fields = children(raw)
    signers = children(next(field for field in reversed(fields) if tag(field) == SET))
    if len(signers) != 1:
        raise Undecodable("not one signer")
    certificates = children(next(field for field in fields[3:] if tag(field) == CONTEXT_0))
    _, signed_by, _, *rest = children(signers[0])
    serial = children(signed_by)[1]
    signer = next((one for one in certificates if serial in children(children(one)[0])), certificates[0])
    value = next(octets(part) for part in rest if tag(part) == OCTETS)
    if tag(rest[0]) != CONTEXT_0:
        return SignedValue(signer, description, value, None, None, None)
    said = {words(kind): children(values)[0] for kind, values in map(children, children(rest[0]))}
    when = moment(said[_SIGNING_TIME]) if _SIGNING_TIME in said else None
    if _MESSAGE_DIGEST not in said:
        raise Undecodable("nothing is signed")
    attributes = bytes([SET]) + rest[0][1:]  # they are signed as the set that they are
    return SignedValue(signer, attributes, value, octets(said[_MESSAGE_DIGEST]), when, None)
