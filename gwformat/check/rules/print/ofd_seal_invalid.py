"""P798: a signature or seal of an OFD that does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Location, Severity
from gwformat.verifying.values import Fault

_SAID = {
    Fault.VALUE_WRONG: "签名值与签名人的证书、所签的内容对不上",
    Fault.SEAL_FORGED: "印章里制章人的签名与印章对不上",
    Fault.SEAL_EXCHANGED: "文件里的印章（Seal.esl）不是签名值里的那一枚",
    Fault.USER_UNKNOWN: "用印的人不在印章写明的用印人之内",
    Fault.SEAL_EXPIRED: "用印的时间不在印章的有效期内",
    Fault.CERTIFICATE_EXPIRED: "签名的时间不在签名人证书的有效期内",
}


@rule(
    "P798",
    name="ofd-seal-invalid",
    clause="GB/T 38540-2020",
    severity=Severity.WARNING,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """电子签章有效：签名值由证书的主人签出，印章由制章人签发，用印的人和时间都是印章、证书所允许的。

    核对 SM2、SM3 的签名和印章；别的算法列为未核实（P792）。证书是不是可信的机构颁发的，不在这台计算机上核对。

    不合规::

        ［印件］OFD 的签名值不对

    不合规::

        ［印件］OFD 的印章过了有效期

    不合规::

        ［印件］OFD 的印章由别人使用

    不合规::

        ［印件］OFD 的印章是伪造的

    合规::

        ［印件］有印章的 OFD
    """
    for signature in printable.ofd.signatures:
        pages = [stamp.page for stamp in signature.stamps if stamp.page is not None]
        for fault in signature.judgement.faults if signature.judgement else ():
            if fault in _SAID:
                message = f"{signature.said}：{_SAID[fault]}，请用签章软件验证"
                yield Problem(message, Location(page=pages[0]) if pages else None)
