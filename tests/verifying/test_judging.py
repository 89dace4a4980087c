"""What is said of signed values: right ones of all forms, and one fault each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gwformat.verifying.judging import judge
from gwformat.verifying.values import Fault
from tests.verifying.signing import (
    AUTHORITY,
    BEGIN,
    END,
    MAKER,
    OFFICE,
    SM2_WITH_SM3,
    STRANGER,
    Owner,
    bits,
    element,
    ia5,
    integer,
    message,
    octets,
    oid,
    seal,
    sequence,
    sign,
    sm3,
    stamped,
    stamped_of_old,
    time,
    utf8,
)

DESCRIPTION = "<ofd:Signature>某某市人民政府</ofd:Signature>".encode()
FORMS = {
    "a seal": stamped(DESCRIPTION),
    "a seal of old": stamped_of_old(DESCRIPTION),
    "a signed message": message(DESCRIPTION),
    "a signed message without attributes": message(DESCRIPTION, attributed=False),
}


@pytest.mark.parametrize("value", FORMS.values(), ids=FORMS)
def test_what_was_signed_and_not_touched_has_no_fault(value: bytes) -> None:
    said = judge(value, DESCRIPTION, None)
    assert (said.faults, said.unverified) == ((), "")
    assert (said.signer, said.issuer) == (OFFICE.name, AUTHORITY)


def test_a_seal_says_whose_it_is_and_when_it_was_used() -> None:
    said = judge(FORMS["a seal"], DESCRIPTION, seal())
    assert said.seal == "某某市人民政府"
    assert said.when is not None
    assert said.when.isoformat() == "2026-05-06T02:00:00+00:00"
    assert judge(FORMS["a seal of old"], DESCRIPTION, None).when == said.when


@pytest.mark.parametrize("form", ["a seal", "a seal of old", "a signed message"])
def test_another_description_is_told_from_the_one_that_was_signed(form: str) -> None:
    assert judge(FORMS[form], DESCRIPTION + b" ", None).faults == (Fault.DESCRIPTION_CHANGED,)


def test_what_was_signed_itself_is_told_by_the_value() -> None:
    value = FORMS["a signed message without attributes"]
    assert judge(value, DESCRIPTION + b" ", None).faults == (Fault.VALUE_WRONG,)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (FORMS["a seal"][:-1] + bytes([FORMS["a seal"][-1] ^ 1]), Fault.VALUE_WRONG),
        (stamped(DESCRIPTION, STRANGER), Fault.USER_UNKNOWN),
        (stamped(DESCRIPTION, used=seal(signed_by=STRANGER)), Fault.SEAL_FORGED),
        (stamped(DESCRIPTION, used=seal(end="20260505235959Z")), Fault.SEAL_EXPIRED),
        (stamped(DESCRIPTION, used=seal(begin="20260507000000Z")), Fault.SEAL_EXPIRED),
    ],
)
def test_each_fault_is_told_alone(value: bytes, fault: Fault) -> None:
    assert judge(value, DESCRIPTION, None).faults == (fault,)


def test_a_time_without_its_zone_is_that_of_beijing() -> None:
    said = judge(stamped(DESCRIPTION, when="20260506100000"), DESCRIPTION, None)
    assert (said.faults, said.when) == ((), judge(FORMS["a seal"], DESCRIPTION, None).when)


def test_a_certificate_that_had_expired() -> None:
    old = Owner(OFFICE.name, OFFICE.private, end="20251231235959Z")
    assert judge(stamped(DESCRIPTION, old, seal(old)), DESCRIPTION, None).faults == (Fault.CERTIFICATE_EXPIRED,)


def test_the_seal_in_the_file_must_be_the_one_that_was_used() -> None:
    assert judge(FORMS["a seal"], DESCRIPTION, seal()).faults == ()
    assert judge(FORMS["a seal"], DESCRIPTION, seal(maker=STRANGER)).faults == (Fault.SEAL_EXCHANGED,)


def test_a_seal_that_says_its_users_by_digest() -> None:
    listed = sequence(sequence(element(0x13, b"SM3"), octets(sm3(OFFICE.certificate))))
    dates = time(BEGIN), time(BEGIN), time(END)
    about = sequence(
        sequence(ia5("ES"), integer(4), ia5("TEST")),
        ia5("1"),
        sequence(integer(1), utf8("某某市人民政府"), integer(2), listed, *dates),
        sequence(ia5("PNG"), octets(b""), integer(42), integer(42)),
    )
    used = sequence(about, octets(MAKER.certificate), oid(SM2_WITH_SM3), bits(sign(MAKER.private, about)))
    assert judge(stamped(DESCRIPTION, used=used), DESCRIPTION, None).faults == ()
    assert judge(stamped(DESCRIPTION, STRANGER, used), DESCRIPTION, None).faults == (Fault.USER_UNKNOWN,)


@pytest.mark.parametrize(
    "value", [b"", b"\x30\x00", b"\x30\x80\x00\x00", b"PK\x03\x04", b"\x30\x03\x02\x01\x04", b"\xff" * 80]
)
def test_what_is_no_signed_value_is_not_verified_and_never_a_crash(value: bytes) -> None:
    said = judge(value, DESCRIPTION, None)
    assert said.faults == ()
    assert said.unverified == "签名值不是认得的格式"


SEALED = FORMS["a seal"]
_BARE = SEALED.index(oid(SM2_WITH_SM3), len(SEALED) - 100)  # the identifier of the method is no part of what is signed
_PLACES = [*range(4, _BARE), *range(_BARE + len(oid(SM2_WITH_SM3)), len(SEALED))]


@given(st.sampled_from(_PLACES), st.integers(1, 255))
@settings(max_examples=150, deadline=None)
def test_no_byte_of_what_was_signed_can_be_changed_without_being_told(place: int, change: int) -> None:
    spoilt = SEALED[:place] + bytes([SEALED[place] ^ change]) + SEALED[place + 1 :]
    said = judge(spoilt, DESCRIPTION, None)
    assert said.faults or said.unverified
