"""A public key, data and a signature come in; whether it is the key's signature of the data goes out.

The curve is that of GB/T 32918.5-2017, the steps those of GB/T 32918.2-2016 7.1; who signs has the usual identity.
"""

from __future__ import annotations

from ecdsa.ellipticcurve import CurveFp, PointJacobi
from ecdsa.errors import MalformedPointError

from gwformat.verifying.der import SEQUENCE, Undecodable, children, number, tag
from gwformat.verifying.digests import sm3

_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
_A = _P - 3
_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
_X = 0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7
_Y = 0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0
_CURVE = CurveFp(_P, _A, _B, 1)
_BASE = PointJacobi(_CURVE, _X, _Y, 1, _N, generator=True)
_SIZE = 32  # bytes of a number
_IDENTITY = b"1234567812345678"  # GB/T 35276-2017


def verifies(key: bytes, data: bytes, signature: bytes) -> bool:
    """Whether `signature`, DER or 64 bytes, is one of `data` by the owner of `key`, an uncompressed point."""
    try:
        point = PointJacobi.from_bytes(_CURVE, key, valid_encodings={"uncompressed"})
        r, s = _pair(signature)
    except (MalformedPointError, Undecodable):
        return False
    if not _CURVE.contains_point(point.x(), point.y()):
        return False
    t = (r + s) % _N
    if not (0 < r < _N and 0 < s < _N and t):
        return False
    e = int.from_bytes(sm3(_identified(key) + data))
    found = _BASE.mul_add(s, point, t)
    return bool((e + found.x()) % _N == r)


def _identified(key: bytes) -> bytes:
    """The digest of who signs and with what (Z_A)."""
    numbers = b"".join(value.to_bytes(_SIZE) for value in (_A, _B, _X, _Y))
    return sm3((len(_IDENTITY) * 8).to_bytes(2) + _IDENTITY + numbers + key[1:])


def _pair(signature: bytes) -> tuple[int, int]:
    if len(signature) == 2 * _SIZE:
        return int.from_bytes(signature[:_SIZE]), int.from_bytes(signature[_SIZE:])
    if tag(signature) != SEQUENCE or len(both := children(signature)) != 2:
        raise Undecodable("no pair of numbers")
    return number(both[0]), number(both[1])
