"""What was found out about a signature, as values."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto

from gwformat.values import dataclass


class Fault(Enum):
    """What may be wrong with a signature."""

    DESCRIPTION_CHANGED = auto()  # Signature.xml is not the one that was signed
    VALUE_WRONG = auto()  # it is no signature by the owner of the certificate
    SEAL_FORGED = auto()  # the maker of the seal did not sign it
    SEAL_EXCHANGED = auto()  # Seal.esl is not the seal in the signed value
    USER_UNKNOWN = auto()  # the seal does not list who used it
    SEAL_EXPIRED = auto()  # when it was used it was not yet, or no longer, good
    CERTIFICATE_EXPIRED = auto()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found out about a signature."""

    faults: tuple[Fault, ...]
    unverified: str = ""  # why its value was not verified, Chinese
    signer: str = ""
    issuer: str = ""  # who issued the signer's certificate; whether it may is not judged
    seal: str = ""
    when: datetime | None = None
