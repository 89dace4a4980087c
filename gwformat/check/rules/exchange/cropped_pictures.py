"""X629: pictures with parts that are cropped but still there."""

from __future__ import annotations

from collections.abc import Iterator

from gwformat.check import Context, Need, Problem, rule
from gwformat.check.left_behind import told
from gwformat.findings import Severity
from gwformat.ooxml.leaks import LeakKind


@rule(
    "X629",
    name="cropped-pictures",
    clause="惯例",
    severity=Severity.INFO,
    needs=(Need.FORMATTING,),
)
def check(context: Context) -> Iterator[Problem]:
    """图片裁去的部分应当真正删除。

    裁剪只是不显示，整张图片还在文件里；在 Word 中用“压缩图片”并选“删除图片的剪裁区域”。

    不合规::

        ［留痕］裁剪的图片

    合规::

        ［留痕］PNG的文字
    """
    yield from told(context, LeakKind.CROPPED, "图片有裁剪")
