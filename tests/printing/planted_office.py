"""Faults of a docx that LibreOffice prints as they are: its PDFs, made in one run."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from docx import Document
from docx.shared import Mm
from PIL import Image

from tests.check.specimen import docx_of
from tests.printing.plants import plant
from tests.printing.proofs import Proof, images, info, lacks, raw, stands, text
from tests.standin.office import convert_all, install

_DRAFTS: dict[str, Callable[[], bytes]] = {}


def printed(name: str, rule: str, proof: Proof, *also: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register what makes the docx; the plant is the PDF that LibreOffice makes of it."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        _DRAFTS[name] = make
        plant(name, rule, proof, *also, program="soffice")(lambda: _pdfs()[name])
        return make

    return register


@cache
def _pdfs() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{number}.docx" for number in range(len(_DRAFTS))]
        for source, make in zip(sources, _DRAFTS.values(), strict=True):
            source.write_bytes(make())
        made = convert_all(sources, Path(folder), install(Path(folder) / "office"))
        return {name: path.read_bytes() for name, path in zip(_DRAFTS, made, strict=True) if path is not None}


def pictured(dpi: float, mode: str) -> bytes:
    """A notice with a picture 100 mm wide in its text."""
    pixels = round(100 / 25.4 * dpi)
    picture = io.BytesIO()
    drawn = Image.radial_gradient("L").resize((pixels, pixels // 4))
    made = Image.merge("LA", (drawn, drawn)) if mode == "LA" else drawn.convert(mode)
    made.save(picture, "PNG")
    document = Document(io.BytesIO(docx_of("")))
    paragraph = next(p for p in document.paragraphs if p.text.startswith("汛期")).insert_paragraph_before()
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.add_run().add_picture(picture, width=Mm(100))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


printed("LibreOffice 照样印", "", info(r"LibreOffice"))(lambda: docx_of(""))
printed("LibreOffice 印的 B5 纸", "P701", info(r"498.\d+ x 708"), "P712", "P719", "P770", "P772", "P773")(
    lambda: docx_of("［页面 纸张］176毫米×250毫米")
)
printed("LibreOffice 印的窄订口", "P770", stands(1, "各县", lambda x0, *_: x0 < 27), "P772")(
    lambda: docx_of("［页面 左边距］25毫米")
)
printed("LibreOffice 印的蓝字", "P730", raw(rb"0 0 1 rg"))(lambda: docx_of("［正文 颜色］0000FF"))
printed("LibreOffice 印的灰字", "P732", raw(rb"0\.50\d* 0\.50\d* 0\.50\d* rg"))(lambda: docx_of("［正文 颜色］808080"))
printed("LibreOffice 印出的修订", "P730", text("暗记", 1), "P735")(lambda: docx_of("［留痕］删除的文字"))
printed("LibreOffice 印的居中页码", "P716", stands(1, "1", lambda x0, y0, *_: 95 < x0 < 115 and y0 > 262))(
    lambda: docx_of("［页码 对齐］中")
)
printed("LibreOffice 印的页眉", "P772", text("某某市人民政府办公室", 1))(
    lambda: docx_of("［页眉 文字］某某市人民政府办公室")
)
printed("LibreOffice 印的粗图片", "P740", images(r"gray +1 +8 .* 7[23] +7[23] "))(lambda: pictured(72, "L"))
printed("LibreOffice 印的透明图片", "P745", images(r"smask"))(lambda: pictured(300, "LA"))
printed("LibreOffice 印的细图片", "", lacks(rb"/SMask"))(lambda: pictured(300, "L"))
