"""What the reader says of signatures, whose digests it compares and whose values it has judged."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gwformat.ofd.reading import read_ofd
from gwformat.ofd.values import OfdFile
from gwformat.verifying.values import Fault
from tests.ofd.building import Parts, changed, page_part, zipped
from tests.printing.planted_seals import ESL, SIGNATURE, SIGNATURES, VALUE, other_page, sealed
from tests.verifying.signing import message, stamped


def read(parts: Parts) -> OfdFile:
    return read_ofd(zipped(parts))


def signed_again(parts: Parts) -> Parts:
    return parts | {VALUE: stamped(parts[SIGNATURE])}


def test_a_file_that_nobody_touched() -> None:
    (signature,) = read(sealed()).signatures
    assert (signature.changed, signature.unhashed, signature.unknown) == ((), (), "")
    assert signature.judgement is not None
    assert (signature.judgement.faults, signature.judgement.unverified) == ((), "")
    assert signature.said == "电子印章“某某市人民政府” 1，某某签章"


def test_every_part_that_was_changed_is_named() -> None:
    (signature,) = read(other_page(sealed())).signatures
    assert signature.changed == (page_part(2),)


def test_digests_of_a_function_nobody_knows_prove_nothing() -> None:
    other = changed(sealed(), SIGNATURE, lambda text: text.replace("1.2.156.10197.1.401", "1.2.3.4"))
    (signature,) = read(signed_again(other)).signatures
    assert (signature.changed, signature.unhashed, signature.unknown) == ((), (), "1.2.3.4")


def test_where_no_function_is_said_it_is_md5() -> None:
    silent = changed(sealed(), SIGNATURE, lambda text: text.replace(' CheckMethod="1.2.156.10197.1.401"', ""))
    (signature,) = read(signed_again(silent)).signatures
    assert page_part(1) in signature.changed


def test_a_seal_that_was_put_besides_changes_only_the_list() -> None:
    """The first seal protects the list, which now names the second as well."""
    first = sealed()
    listed = '<ofd:Reference FileRef="/{}"><ofd:CheckValue>AAAA</ofd:CheckValue></ofd:Reference></ofd:References>'
    both = changed(first, SIGNATURE, lambda text: text.replace("</ofd:References>", listed.format(SIGNATURES)))
    both = signed_again(both)
    second = SIGNATURE.replace("Sign_0", "Sign_1")
    both |= {second: first[SIGNATURE], second.replace("Signature.xml", "SignedValue.dat"): first[VALUE]}
    entry = '<ofd:Signature ID="2" Type="Seal" BaseLoc="Sign_1/Signature.xml"/></ofd:Signatures>'
    both = changed(both, SIGNATURES, lambda text: text.replace("</ofd:Signatures>", entry))
    one, two = read(both).signatures
    assert (one.changed, two.changed) == ((SIGNATURES,), ())
    assert one.judgement is not None
    assert one.judgement.faults == ()


def test_the_seal_beside_the_value_is_compared_with_the_one_in_it() -> None:
    (signature,) = read(sealed() | {ESL: b"\x30\x00"}).signatures
    assert signature.judgement is not None
    assert signature.judgement.faults == (Fault.SEAL_EXCHANGED,)


def test_a_signature_without_a_seal() -> None:
    said = f"<ofd:Seal><ofd:BaseLoc>/{ESL}</ofd:BaseLoc></ofd:Seal>"
    bare = changed(sealed(), SIGNATURE, lambda text: text.replace(said, ""))
    bare = changed(bare, SIGNATURES, lambda text: text.replace('Type="Seal"', 'Type="Sign"'))
    (signature,) = read(bare | {VALUE: message(bare[SIGNATURE])}).signatures
    assert signature.said == "数字签名 1，某某签章"
    assert signature.judgement is not None
    assert (signature.judgement.faults, signature.judgement.unverified) == ((), "")


def test_without_the_component_digests_are_compared_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "成品.ofd"
    path.write_bytes(zipped(other_page(sealed())))
    program = (
        "import sys; sys.modules |= {'pyasn1': None, 'ecdsa': None}\n"
        "from pathlib import Path; from gwformat.ofd.reading import read_ofd\n"
        "(one,) = read_ofd(Path(sys.argv[1])).signatures; print(*one.changed, one.judgement.unverified)"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == f"{page_part(2)} 这台计算机上没有装组件 print"
