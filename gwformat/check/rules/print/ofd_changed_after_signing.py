"""P797: an OFD that was changed after it was signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity
from gwformat.ofd.values import Signature
from gwformat.verifying.values import Fault

_NAMED = 3  # parts in a message


@rule(
    "P797",
    name="ofd-changed-after-signing",
    clause="GB/T 33190-2016 18",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 签名、盖章以后没有改动：每个受保护的文件都与签名里的校验值一致，签名的描述与签名值里的杂凑值一致。

    又盖一枚章，签名列表自然不同；没有校验值，改动了看不出：都只给以警告。不认得的算法列为未核实。

    不合规::

        ［印件］OFD 盖章以后改了正文

    不合规::

        ［印件］OFD 盖章以后改了校验值

    不合规::

        ［印件］OFD 的签名没有校验值

    合规::

        ［印件］有印章的 OFD
    """
    for signature in printable.ofd.signatures:
        changed = [name for name in signature.changed if name != _list(signature)]
        if changed:
            yield Problem(f"{signature.said}：签名以后改动了{_named(changed)}".rstrip(), measured=changed[0])
        if _list(signature) in signature.changed:
            message = f"{signature.said}：签名以后又增加或者去掉了签名"
            yield Problem(message, severity=Severity.WARNING, measured=_list(signature))
        if signature.judgement and Fault.DESCRIPTION_CHANGED in signature.judgement.faults:
            yield Problem(f"{signature.said}：签名以后改动了签名的描述，其中有各文件的校验值")
        if signature.unhashed:
            message = f"{signature.said}：{_named(signature.unhashed)}没有校验值，改动了看不出"
            yield Problem(message, severity=Severity.WARNING)
        if signature.unknown:
            message = f"{signature.said}：不认得校验的算法 {signature.unknown}，文件有没有改动没有核对"
            yield Problem(message, severity=Severity.UNVERIFIED)


def _named(parts: Sequence[str]) -> str:
    """The first of the parts, and how many there are."""
    more = f"等 {len(parts)} 个文件" if len(parts) > _NAMED else ""
    return f" {'、'.join(parts[:_NAMED])} {more}"


def _list(signature: Signature) -> str:
    """The part that lists the signatures."""
    return signature.own[0]
