"""Keys, certificates, seals and signatures for tests, encoded and signed by hand: nothing of it is the program's.

The keys are printed here; nobody uses them for anything else.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (
    0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
    0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0,
)
SM2_WITH_SM3 = "1.2.156.10197.1.501"
BEGIN, END = "20240101000000Z", "20341231235959Z"
USED = "20260506020000Z"

Point = tuple[int, int]


def sm3(data: bytes) -> bytes:
    return hashlib.new("sm3", data).digest()


def _added(one: Point | None, two: Point | None) -> Point | None:
    if one is None or two is None:
        return one or two
    if one[0] == two[0]:
        if (one[1] + two[1]) % P == 0:
            return None
        slope = (3 * one[0] ** 2 + A) * pow(2 * one[1], -1, P)
    else:
        slope = (two[1] - one[1]) * pow(two[0] - one[0], -1, P)
    x = (slope**2 - one[0] - two[0]) % P
    return x, (slope * (one[0] - x) - one[1]) % P


@cache
def times(factor: int) -> Point:
    """That many times the base point."""
    found: Point | None = None
    for bit in f"{factor:b}":
        found = _added(found, found)
        found = _added(found, G) if bit == "1" else found
    assert found is not None
    return found


def key_of(private: int) -> bytes:
    x, y = times(private)
    return b"\x04" + x.to_bytes(32) + y.to_bytes(32)


def sign(private: int, data: bytes, nonce: int = 0x1234567890ABCDEF) -> bytes:
    """An SM2 signature in DER (GB/T 32918.2-2016 6.1). A nonce that is known gives the key away: only for tests."""
    whose = b"".join(value.to_bytes(32) for value in (A, B, *G, *times(private)))
    e = int.from_bytes(sm3(sm3(b"\x00\x80" + b"1234567812345678" + whose) + data))
    r = (e + times(nonce)[0]) % N
    s = pow(1 + private, -1, N) * (nonce - r * private) % N
    return sequence(integer(r), integer(s))


def element(tag: int, *content: bytes) -> bytes:
    body = b"".join(content)
    if len(body) <= 0x7F:
        return bytes([tag, len(body)]) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(size)]) + size + body


def sequence(*parts: bytes) -> bytes:
    return element(0x30, *parts)


def integer(value: int) -> bytes:
    return element(0x02, value.to_bytes(value.bit_length() // 8 + 1))


def octets(data: bytes) -> bytes:
    return element(0x04, data)


def bits(data: bytes) -> bytes:
    return element(0x03, b"\0", data)


def ia5(words: str) -> bytes:
    return element(0x16, words.encode())


def utf8(words: str) -> bytes:
    return element(0x0C, words.encode())


def time(said: str) -> bytes:
    return element(0x18, said.encode())


def utc(said: str) -> bytes:
    return element(0x17, said[2:].encode())


def oid(dotted: str) -> bytes:
    first, second, *rest = map(int, dotted.split("."))
    found = bytearray([40 * first + second])
    for value in rest:
        group = [value & 0x7F]
        while value := value >> 7:
            group.append(0x80 | (value & 0x7F))
        found += bytes(reversed(group))
    return element(0x06, bytes(found))


def named(name: str) -> bytes:
    return sequence(element(0x31, sequence(oid("2.5.4.3"), utf8(name))))


@dataclass(frozen=True)
class Owner:
    """Someone with a key and a certificate."""

    name: str
    private: int
    begin: str = BEGIN
    end: str = END

    @property
    def certificate(self) -> bytes:
        told = sequence(
            element(0xA0, integer(2)),
            integer(self.private % 10_000),
            sequence(oid(SM2_WITH_SM3)),
            named(AUTHORITY),
            sequence(utc(self.begin), utc(self.end)),
            named(self.name),
            sequence(
                sequence(oid("1.2.840.10045.2.1"), oid("1.2.156.10197.1.301")),
                bits(key_of(self.private)),
            ),
        )
        return sequence(told, sequence(oid(SM2_WITH_SM3)), bits(sign(ROOT, told)))


AUTHORITY = "某某省证书认证中心"
ROOT = 0x5A1E
OFFICE = Owner("某某市人民政府办公室", 0xC0FFEE)
MAKER = Owner("某某省印章制作中心", 0xFACADE)
STRANGER = Owner("某某市水务局", 0xDECADE)


def seal(
    user: Owner = OFFICE, maker: Owner = MAKER, *, begin: str = BEGIN, end: str = END, signed_by: Owner | None = None
) -> bytes:
    """An electronic seal (GB/T 38540-2020)."""
    about = sequence(
        sequence(ia5("ES"), integer(4), ia5("TEST")),
        ia5("33010020260001"),
        sequence(
            integer(1),
            utf8("某某市人民政府"),
            integer(1),
            sequence(octets(user.certificate)),
            time(begin),
            time(begin),
            time(end),
        ),
        sequence(ia5("PNG"), octets(b"\x89PNG"), integer(42), integer(42)),
    )
    value = sign((signed_by or maker).private, about)
    return sequence(about, octets(maker.certificate), oid(SM2_WITH_SM3), bits(value))


def stamped(description: bytes, user: Owner = OFFICE, used: bytes | None = None, when: str = USED) -> bytes:
    """The signed value of an electronic seal (GB/T 38540-2020)."""
    told = sequence(
        integer(4), used or seal(), time(when), bits(sm3(description)), ia5("/Doc_0/Signs/Sign_0/Signature.xml")
    )
    return sequence(told, octets(user.certificate), oid(SM2_WITH_SM3), bits(sign(user.private, told)))


def stamped_of_old(description: bytes, user: Owner = OFFICE, maker: Owner = MAKER) -> bytes:
    """The signed value of GM/T 0031-2014; its seal says no kind of its list of users, and years with two digits."""
    about = sequence(
        sequence(ia5("ES"), integer(1), ia5("TEST")),
        ia5("33010020260001"),
        sequence(
            integer(1), utf8("某某市人民政府"), sequence(octets(user.certificate)), utc(BEGIN), utc(BEGIN), utc(END)
        ),
        sequence(ia5("PNG"), octets(b"\x89PNG"), integer(42), integer(42)),
    )
    by = octets(maker.certificate), oid(SM2_WITH_SM3)
    used = sequence(about, sequence(*by, bits(sign(maker.private, sequence(about, *by)))))
    told = sequence(
        integer(1),
        used,
        bits(utc(USED)),
        bits(sm3(description)),
        ia5("/Doc_0/Signs/Sign_0/Signature.xml"),
        octets(user.certificate),
        oid(SM2_WITH_SM3),
    )
    return sequence(told, bits(sign(user.private, told)))


def message(description: bytes, user: Owner = OFFICE, *, attributed: bool = True) -> bytes:
    """The signed message of GB/T 35275-2017, without the message."""
    attributes = element(
        0x31,
        sequence(oid("1.2.840.113549.1.9.3"), element(0x31, oid("1.2.156.10197.6.1.4.2.1"))),
        sequence(oid("1.2.840.113549.1.9.4"), element(0x31, octets(sm3(description)))),
        sequence(oid("1.2.840.113549.1.9.5"), element(0x31, utc(USED))),
    )
    signer = sequence(
        integer(1),
        sequence(named(AUTHORITY), integer(user.private % 10_000)),
        sequence(oid("1.2.156.10197.1.401")),
        *([b"\xa0" + attributes[1:]] if attributed else []),
        sequence(oid("1.2.156.10197.1.301.1")),
        octets(sign(user.private, attributes if attributed else description)),
    )
    signed = sequence(
        integer(1),
        element(0x31, sequence(oid("1.2.156.10197.1.401"))),
        sequence(oid("1.2.156.10197.6.1.4.2.1")),
        element(0xA0, MAKER.certificate, user.certificate),
        element(0x31, signer),
    )
    return sequence(oid("1.2.156.10197.6.1.4.2.2"), element(0xA0, signed))
