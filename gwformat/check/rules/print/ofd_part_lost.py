"""P782: something an OFD refers to that is not in it."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Need, Problem, rule
from gwformat.check.printable import Printable
from gwformat.findings import Severity


@rule(
    "P782",
    name="ofd-part-lost",
    clause="GB/T 33190-2016 7",
    severity=Severity.ERROR,
    needs=(Need.PRINT,),
)
def check(printable: Printable) -> Iterator[Problem]:
    """OFD 里提到的文件、资源和模板都在包里；路径区分大小写。

    缺页面内容的，那一页见 P757。

    不合规::

        ［印件］OFD 缺资源文件

    不合规::

        ［印件］OFD 缺字体文件

    不合规::

        ［印件］OFD 引用了没有的图片

    不合规::

        ［印件］OFD 的路径大小写不符

    合规::

        ［印件］合格的 OFD
    """
    for lost in printable.ofd.lost:
        if lost.near:
            message = f"{lost.part} 写的路径“{lost.target}”与包里的“{lost.near}”大小写不符"
        else:
            name = "" if lost.what.endswith(f" {lost.target}") else f"（“{lost.target}”）"
            message = f"{lost.part} 提到的{lost.what} 不在文件里{name}"
        yield Problem(message, measured=lost.target)
