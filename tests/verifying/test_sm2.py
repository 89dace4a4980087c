"""SM2: the example of the standard, signatures of OpenSSL, and what is no signature."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from gwformat.verifying import sm2
from gwformat.verifying.certificates import certificate
from gwformat.verifying.digests import UnknownDigest, digest
from tests.verifying.signing import OFFICE, N, bits, integer, key_of, oid, sequence, sign

DATA = "某某市人民政府关于做好2026年防汛工作的通知".encode()


def test_the_digest_of_the_standard() -> None:
    """GB/T 32905-2016, example 1, in all the ways a file may name the function."""
    expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert {digest(name, b"abc").hex() for name in ("SM3", "sm3", " 1.2.156.10197.1.401 ")} == {expected}
    assert digest("SHA-256", b"abc") == digest("sha256", b"abc") == digest("2.16.840.1.101.3.4.2.1", b"abc")


def test_a_digest_nobody_knows_is_said() -> None:
    with pytest.raises(UnknownDigest, match="Whirlpool"):
        digest("Whirlpool", b"abc")


def test_the_signature_of_the_standard() -> None:
    """GB/T 32918.5-2017, A.2."""
    private = 0x3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8
    r = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
    s = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA
    key = key_of(private)
    assert key.hex().upper().startswith("0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490C")
    assert sm2.verifies(key, b"message digest", sequence(integer(r), integer(s)))
    assert sm2.verifies(key, b"message digest", r.to_bytes(32) + s.to_bytes(32))
    assert not sm2.verifies(key, b"message digesT", sequence(integer(r), integer(s)))
    assert not sm2.verifies(key, b"message digest", sequence(integer(r), integer(s - 1)))


def test_what_can_be_no_signature() -> None:
    key, right = key_of(OFFICE.private), sign(OFFICE.private, DATA)
    assert sm2.verifies(key, DATA, right)
    for wrong in (b"", right[:-1], bytes(64), sequence(integer(N), integer(1)), sequence(integer(1), integer(N - 1))):
        assert not sm2.verifies(key, DATA, wrong)
    for no_point in (b"", key[:-1], b"\x04" + bytes(64), key[:-1] + bytes([key[-1] ^ 1])):
        assert not sm2.verifies(no_point, DATA, right)


@pytest.fixture(scope="module")
def openssl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a key and a certificate that OpenSSL made."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("openssl")
    command = "req -x509 -newkey sm2 -sm3 -nodes -keyout key.pem -out certificate.der -outform DER -days 3 -utf8"
    identity = "-sigopt distid:1234567812345678 -subj /C=CN/O=某某市/CN=某某市人民政府办公室"
    made = subprocess.run(
        [program, *command.split(), *identity.split()],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if made.returncode:
        pytest.skip(f"this openssl has no SM2: {made.stderr[-200:]}")
    return folder


def test_a_certificate_and_a_signature_of_openssl(openssl: Path) -> None:
    (openssl / "data").write_bytes(DATA)
    command = "openssl pkeyutl -sign -rawin -digest sm3 -inkey key.pem -in data -out signature"
    subprocess.run([*command.split(), "-pkeyopt", "distid:1234567812345678"], cwd=openssl, check=True, timeout=60)
    read = certificate((openssl / "certificate.der").read_bytes())
    assert (read.subject, read.issuer, read.is_sm2) == ("某某市人民政府办公室", "某某市人民政府办公室", True)
    assert (read.end - read.begin).days == 3
    signature = (openssl / "signature").read_bytes()
    assert sm2.verifies(read.key, DATA, signature)
    assert not sm2.verifies(read.key, DATA + b"\n", signature)


def test_openssl_verifies_what_the_tests_sign(openssl: Path) -> None:
    """So that the fixtures of these tests are right signatures and not only what we take for one."""
    info = sequence(
        sequence(oid("1.2.840.10045.2.1"), oid("1.2.156.10197.1.301")),
        bits(key_of(OFFICE.private)),
    )
    (openssl / "public.der").write_bytes(info)
    (openssl / "ours").write_bytes(DATA)
    (openssl / "ours.sig").write_bytes(sign(OFFICE.private, DATA))
    command = (
        "openssl pkeyutl -verify -rawin -digest sm3 -pubin -keyform DER -inkey public.der -in ours -sigfile ours.sig"
    )
    done = subprocess.run(
        [*command.split(), "-pkeyopt", "distid:1234567812345678"],
        cwd=openssl,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Verified Successfully" in done.stdout + done.stderr, done.stderr
