"""Encoded ASN.1 comes in (X.690); its elements, each as it is encoded, and their plain values go out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from pyasn1.codec.ber import decoder
from pyasn1.error import PyAsn1Error
from pyasn1.type import univ, useful

SEQUENCE: Final = 0x30
SET: Final = 0x31
OBJECT: Final = 0x06  # an identifier
OCTETS: Final = 0x04
BITS: Final = 0x03
CONTEXT_0: Final = 0xA0
_CONSTRUCTED = 0x20
_TWO_BYTES = 0x1E  # a BMPString
_BEIJING = timezone(timedelta(hours=8))
_WHOLE = 8  # bits of a byte


class Undecodable(ValueError):
    """Bytes that are not the ASN.1 they should be."""


def tag(raw: bytes) -> int:
    """The first byte of an element."""
    if not raw:
        raise Undecodable("empty")
    return raw[0]


def children(raw: bytes) -> list[bytes]:
    """The elements within a constructed element, in their order."""
    if not tag(raw) & _CONSTRUCTED:
        raise Undecodable("not constructed")
    spec = univ.SequenceOf(componentType=univ.Any())
    return [bytes(child) for child in _decoded(bytes([SEQUENCE]) + raw[1:], spec)]


def number(raw: bytes) -> int:
    """An INTEGER."""
    found = _decoded(raw)
    if not isinstance(found, univ.Integer):
        raise Undecodable("not a number")
    return int(found)


def octets(raw: bytes) -> bytes:
    """An OCTET STRING, or a BIT STRING of whole bytes."""
    found: Any = _decoded(raw)
    whole = isinstance(found, univ.OctetString) or (isinstance(found, univ.BitString) and not len(found) % _WHOLE)
    if not whole:
        raise Undecodable("not octets")
    return bytes(found.asOctets())


def words(raw: bytes) -> str:
    """A character string of any kind, or an object identifier with its dots.

    Many issuers write UTF-8 whatever the kind of string says.
    """
    if tag(raw) == OBJECT:
        return str(_decoded(raw))
    if tag(raw) & _CONSTRUCTED:
        raise Undecodable("not words")
    content = octets(bytes([OCTETS]) + raw[1:])
    return content.decode("utf-16-be" if tag(raw) == _TWO_BYTES else "utf-8", "replace")


def moment(raw: bytes) -> datetime:
    """A GeneralizedTime or UTCTime; one that does not say its zone is Beijing's."""
    found: Any = _decoded(raw)
    if not isinstance(found, useful.GeneralizedTime | useful.UTCTime):
        raise Undecodable("not a time")
    try:
        told: datetime = found.asDateTime
        return (told if told.tzinfo else told.replace(tzinfo=_BEIJING)).astimezone(UTC)
    except (PyAsn1Error, ValueError, OverflowError) as error:
        raise Undecodable(str(error)) from None


def _decoded(raw: bytes, spec: object = None) -> Any:
    """One element with nothing behind it."""
    try:
        found, rest = decoder.decode(raw, asn1Spec=spec)
    except (PyAsn1Error, ValueError, IndexError, TypeError, RecursionError) as error:
        raise Undecodable(str(error)) from None
    if rest:
        raise Undecodable("something behind it")
    return found
