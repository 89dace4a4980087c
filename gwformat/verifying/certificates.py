"""An encoded certificate comes in (GB/T 20518-2018, X.509); whom it names, when it is good and its key go out."""

from __future__ import annotations

from datetime import datetime

from gwformat.values import dataclass
from gwformat.verifying.der import CONTEXT_0, Undecodable, children, moment, octets, tag, words

_COMMON_NAME = "2.5.4.3"
_SM2 = "1.2.156.10197.1.301"  # the curve


@dataclass(frozen=True, slots=True)
class Certificate:
    """What of a certificate matters for a signature."""

    subject: str  # common name
    issuer: str
    begin: datetime
    end: datetime
    key: bytes
    is_sm2: bool


def certificate(raw: bytes) -> Certificate:
    """`Undecodable` if it is none."""
    try:
        fields = children(children(raw)[0])
        if tag(fields[0]) == CONTEXT_0:  # the version, which the first one does not say
            fields = fields[1:]
        _, _, issuer, validity, subject, info = fields[:6]
        begin, end = map(moment, children(validity))
        algorithm, key = children(info)
        curve = children(algorithm)[-1]
        is_sm2 = _SM2 in (words(part) for part in (curve, children(algorithm)[0]) if tag(part) == 6)
    except (IndexError, ValueError) as error:
        raise Undecodable(str(error)) from None
    return Certificate(_name(subject), _name(issuer), begin, end, octets(key), is_sm2)


def _name(raw: bytes) -> str:
    """The common name, or all that is said where there is none."""
    pairs = [children(pair) for part in children(raw) for pair in children(part)]
    said = {words(kind): words(value) for kind, value in pairs}
    return said.get(_COMMON_NAME) or "，".join(said.values())
