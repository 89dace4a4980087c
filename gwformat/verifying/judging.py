"""A signed value and what it signs come in; what does not fit goes out, and what could not be found out."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.verifying import sm2
from gwformat.verifying.certificates import Certificate, certificate
from gwformat.verifying.der import Undecodable
from gwformat.verifying.digests import UnknownDigest, sm3
from gwformat.verifying.signed_values import Seal, SignedValue, signed_value
from gwformat.verifying.values import Fault, Judgement


def judge(raw: bytes, description: bytes, seal: bytes | None) -> Judgement:
    """What there is to say about a signed value, its description and, if there is one, its Seal.esl."""
    try:
        value = signed_value(raw, description)
        signer = certificate(value.signer)
    except Undecodable:
        return Judgement((), "签名值不是认得的格式")
    name = value.seal.name if value.seal else ""
    try:
        faults = tuple(_faults(value, signer, description, seal))
    except UnknownDigest as error:
        return Judgement((), f"这台计算机没有算法 {error.method}", signer.subject, signer.issuer, name, value.when)
    unverified = "" if signer.is_sm2 else "签名不用 SM2 算法"
    return Judgement(faults, unverified, signer.subject, signer.issuer, name, value.when)


def _faults(value: SignedValue, signer: Certificate, description: bytes, esl: bytes | None) -> Iterator[Fault]:
    if value.digest is not None and value.digest != sm3(description):
        yield Fault.DESCRIPTION_CHANGED
    if signer.is_sm2 and not sm2.verifies(signer.key, value.data, value.value):
        yield Fault.VALUE_WRONG
    if value.when is not None and not signer.begin <= value.when <= signer.end:
        yield Fault.CERTIFICATE_EXPIRED
    if value.seal is not None:
        yield from _faults_of_seal(value.seal, value, esl)


def _faults_of_seal(seal: Seal, value: SignedValue, esl: bytes | None) -> Iterator[Fault]:
    if esl is not None and esl != seal.raw:
        yield Fault.SEAL_EXCHANGED
    try:
        maker = certificate(seal.maker)
    except Undecodable:
        maker = None
    if maker is not None and maker.is_sm2 and not any(sm2.verifies(maker.key, data, seal.value) for data in seal.data):
        yield Fault.SEAL_FORGED
    if value.signer not in seal.users and sm3(value.signer) not in seal.users:
        yield Fault.USER_UNKNOWN
    if value.when is not None and not seal.begin <= value.when <= seal.end:
        yield Fault.SEAL_EXPIRED
