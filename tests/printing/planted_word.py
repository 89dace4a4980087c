"""Faults of a docx that goes to the press."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from tests.check.specimen import docx_of
from tests.printing.ground import docx
from tests.printing.plants import plant
from tests.printing.proofs import part

_TEXT = "word/document.xml"

plant("干净的 docx", "", part(_TEXT, b"w:pgSz"), form="docx")(docx)
plant("docx 里有修订", "P760", part(_TEXT, b"<w:(ins|del) "), form="docx")(lambda: docx_of("［留痕］删除的文字"))
plant("docx 里有批注", "P761", part("word/comments.xml", b"<w:comment "), form="docx")(lambda: docx_of("［留痕］批注"))
plant("docx 里有隐藏文字", "P762", part(_TEXT, b"<w:vanish"), form="docx")(lambda: docx_of("［留痕］隐藏文字"))


@plant("docx 的纸张是 Letter", "P764", part(_TEXT, rb'w:w="12240" w:h="15840"'), form="docx")
def _() -> bytes:
    return edited(docx(), rb'w:w="11906" w:h="16838"', b'w:w="12240" w:h="15840"')


@plant("别的软件排的 docx", "P765", part("docProps/core.xml", b"."), form="docx")
def _() -> bytes:
    document = Document()
    for words in ("某某市人民政府关于做好防汛工作的通知", "各县（区）人民政府：", "现将有关事项通知如下。"):
        document.add_paragraph(words)
    section = document.sections[0]
    section.page_width, section.page_height = 7560310, 10692130  # EMU: A4
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edited(data: bytes, before: bytes, after: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            assert name != _TEXT or before in content, "the text has nothing to change"
            target.writestr(name, content.replace(before, after) if name == _TEXT else content)
    return out.getvalue()
