"""Faults of the signatures and electronic seals of an OFD that goes to the press."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from pathlib import Path

from tests.ofd.building import ENTRY, XMLNS, Parts, behind, changed, page_part, xml, zipped
from tests.ofd.ground import parts
from tests.printing.plants import plant
from tests.printing.proofs import Proof, part, without
from tests.verifying.signing import OFFICE, STRANGER, Owner, seal, sm3, stamped

SIGNATURES, SIGNATURE = "Doc_0/Signs/Signatures.xml", "Doc_0/Signs/Sign_0/Signature.xml"
VALUE, ESL = "Doc_0/Signs/Sign_0/SignedValue.dat", "Doc_0/Signs/Sign_0/Seal.esl"
ON_THE_DATE, OFF_THE_DATE = "120 234 42 42", "40 100 42 42"
OVER = "20251231160000Z"  # before the seal was used


def sealed(
    boundary: str = ON_THE_DATE,
    page: str = "3000",
    *,
    more: str = "",
    unprotected: str = "",
    used: bytes | None = None,
    user: Owner = OFFICE,
) -> Parts:
    """The ground with a seal that protects everything, `more` besides, but not what is `unprotected`."""
    found = behind(parts(), ENTRY, "</ofd:DocBody>", f"<ofd:Signatures>/{SIGNATURES}</ofd:Signatures>")
    used = used or seal()
    names = (name for name in (*found, *filter(None, [more])) if name != unprotected)
    protected = "".join(_protected(name, found.get(name, b"")) for name in names)
    description = xml(
        f'<ofd:Signature {XMLNS}><ofd:SignedInfo><ofd:Provider ProviderName="某某签章"/>'
        "<ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>"
        f'<ofd:References CheckMethod="1.2.156.10197.1.401">{protected}</ofd:References>'
        f'<ofd:StampAnnot ID="2" PageRef="{page}" Boundary="{boundary}"/>'
        f"<ofd:Seal><ofd:BaseLoc>/{ESL}</ofd:BaseLoc></ofd:Seal>"
        "</ofd:SignedInfo><ofd:SignedValue>SignedValue.dat</ofd:SignedValue></ofd:Signature>"
    )
    return found | {
        SIGNATURES: xml(
            f"<ofd:Signatures {XMLNS}><ofd:MaxSignId>1</ofd:MaxSignId>"
            '<ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>'
        ),
        SIGNATURE: description,
        VALUE: stamped(description, user, used),
        ESL: used,
    }


def _protected(name: str, data: bytes) -> str:
    value = base64.b64encode(sm3(data)).decode()
    return f'<ofd:Reference FileRef="/{name}"><ofd:CheckValue>{value}</ofd:CheckValue></ofd:Reference>'


def has_digest(name: str, *, wrong: bool) -> Proof:
    """The digest that Signature.xml has of a part is, or is not, that of the part."""

    def holds(path: Path) -> bool:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            said = re.search(rf'{name}"><ofd:CheckValue>(.*?)<', package.read(SIGNATURE).decode())
            now = base64.b64encode(hashlib.new("sm3", package.read(name)).digest()).decode()
        return said is not None and (said[1] != now) is wrong

    return holds


def other_page(found: Parts) -> Parts:
    """With another word in the text, which no tag names."""
    before = found[page_part(2)]
    after = before.replace("按时报告".encode(), "按时办理".encode(), 1)
    assert after != before
    return found | {page_part(2): after}


plant("有印章的 OFD", "", has_digest(page_part(2), wrong=False), form="ofd")(lambda: zipped(sealed()))


@plant("OFD 的签名缺签名值", "P792", without(VALUE), "P782", form="ofd")
def _() -> bytes:
    found = sealed()
    del found[VALUE]
    return zipped(found)


@plant("OFD 的签名所保护的文件不在", "P792", part(SIGNATURE, b"/Doc_0/Gone.xml"), "P782", form="ofd")
def _() -> bytes:
    return zipped(sealed(more="Doc_0/Gone.xml"))


@plant("OFD 有一页不受签名保护", "P792", part(SIGNATURE, b"Page_2/Content.xml.*Page_3/Content.xml"), form="ofd")
def _() -> bytes:
    return zipped(sealed(unprotected=page_part(2)))


@plant("OFD 的印章在没有的页上", "P792", part(SIGNATURE, b'PageRef="9000"'), "P793", form="ofd")
def _() -> bytes:
    return zipped(sealed(page="9000"))


@plant("OFD 的印章不在日期上", "P793", part(SIGNATURE, OFF_THE_DATE.encode()), form="ofd")
def _() -> bytes:
    return zipped(sealed(OFF_THE_DATE))


@plant("OFD 盖章以后改了正文", "P797", has_digest(page_part(2), wrong=True), form="ofd")
def _() -> bytes:
    return zipped(other_page(sealed()))


@plant("OFD 盖章以后改了校验值", "P797", has_digest(page_part(2), wrong=False), form="ofd")
def _() -> bytes:
    found = other_page(sealed())
    old, new = (base64.b64encode(sm3(one[page_part(2)])).decode() for one in (parts(), found))
    return zipped(changed(found, SIGNATURE, lambda text: text.replace(old, new)))


@plant("OFD 的签名没有校验值", "P797", part(SIGNATURE, b"<ofd:CheckValue/>"), form="ofd")
def _() -> bytes:
    def emptied(text: str) -> str:
        return re.sub("<ofd:CheckValue>.*?</ofd:CheckValue>", "<ofd:CheckValue/>", text)

    found = changed(sealed(), SIGNATURE, emptied)
    return zipped(found | {VALUE: stamped(found[SIGNATURE])})


@plant("OFD 的签名值不对", "P798", part(VALUE, b"\x00$"), form="ofd")
def _() -> bytes:
    found = sealed()
    return zipped(found | {VALUE: found[VALUE][:-1] + b"\0"})


@plant("OFD 的印章过了有效期", "P798", part(VALUE, OVER.encode()), form="ofd")
def _() -> bytes:
    return zipped(sealed(used=seal(end=OVER)))


@plant("OFD 的印章由别人使用", "P798", part(VALUE, re.escape(STRANGER.certificate)), form="ofd")
def _() -> bytes:
    return zipped(sealed(user=STRANGER))


@plant("OFD 的印章是伪造的", "P798", part(ESL, re.escape(seal(signed_by=STRANGER)[-32:])), form="ofd")
def _() -> bytes:
    return zipped(sealed(used=seal(signed_by=STRANGER)))
