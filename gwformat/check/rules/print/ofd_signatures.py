"""P792: signatures and seals of an OFD."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity
from gwformat.ofd.values import Signature


@rule(
    "P792",
    name="ofd-signatures",
    clause="GB/T 33190-2016 18",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 的签名和电子印章是完整的：描述、签名值和所保护的文件都在，印章所在的页也在，没有文件漏在签名之外。

    签名以后有没有改动由 P797 核对，签名值和印章由 P798 核对。签名人的证书是不是可信的机构颁发的、有没有吊销，
    在这台计算机上无从知道：每一个签名都列为未核实，不算通过，请用签章软件验证。

    不合规::

        ［印件］OFD 的签名缺签名值

    不合规::

        ［印件］OFD 的签名所保护的文件不在

    不合规::

        ［印件］OFD 的印章在没有的页上

    不合规::

        ［印件］OFD 有一页不受签名保护

    合规::

        ［印件］合格的 OFD
    """
    loose = printable.ofd.unprotected
    if loose:
        shown = "、".join(loose[:3])
        message = f"有 {len(loose)} 个文件没有签名保护，改动了看不出（{shown}{'等' if loose[3:] else ''}）"
        yield Problem(message, severity=Severity.WARNING, measured=f"{len(loose)} 个文件")
    for signature in printable.ofd.signatures:
        if not signature.whole:
            yield Problem(f"{signature.said}：签名的描述或签名值不在文件里")
        for name in signature.absent:
            yield Problem(f"{signature.said}：所保护的文件“{name}”不在文件里", measured=name)
        if any(stamp.page is None for stamp in signature.stamps):
            yield Problem(f"{signature.said}：印章所在的页不在文件里")
        pages = sorted({stamp.page for stamp in signature.stamps if stamp.page is not None})
        yield Problem(
            f"{signature.said}：{_open(signature)}，请用签章软件验证",
            Location(page=pages[0]) if pages else None,
            severity=Severity.UNVERIFIED,
        )


def _open(signature: Signature) -> str:
    """What nobody here can tell of a signature."""
    judgement = signature.judgement
    if judgement is None or judgement.unverified:
        why = f"（{judgement.unverified}）" if judgement else ""
        return f"签名值没有验证{why}"
    issued = f"“{judgement.signer}”的证书由“{judgement.issuer}”颁发"
    return f"{issued}，这个机构是不是可信、证书有没有吊销没有核对"
