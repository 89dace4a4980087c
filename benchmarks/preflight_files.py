"""Good files for the press, made by programs that have nothing to do with each other: name and path of each go out.

Pages set by this program, by LibreOffice, by typst from a source of our own hand, by Chromium from HTML, and what qpdf
and cairo write when they take a file over. A program that is not there is left out.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from gwformat import api
from gwformat.writers.typst import write_pdf
from tests.standin.fonts import build_all
from tests.standin.office import convert_all, install, soffice

EXAMPLES = Path(__file__).parents[1] / "examples"
TODAY = date(2026, 3, 1)  # not after any 印发日期 of the examples

_SENTENCE = "各单位要加强领导，落实责任，把各项任务分解到岗位、到人员，明确时限和要求，定期检查，按时报告办理情况。"
_COARSE = ("报告",)  # its picture is a drawing of 104 dpi


def good_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """All good files, made in `folder`, each with the name of its source."""
    ours = list(own(folder))
    yield from (("gwformat", path) for path in ours)
    if soffice():
        yield from (("LibreOffice", path) for path in from_office(folder))
    yield from (("typst", path) for path in from_typst(folder))
    if shutil.which("chromium"):
        yield from (("Chromium", path) for path in from_chromium(folder))
    for program, (command, *_) in _REWRITERS.items():
        if shutil.which(command):
            yield from ((program, path) for path in taken_over(program, ours[:3], folder))


def drafts() -> list[Path]:
    """The examples whose pictures are fine enough to print."""
    found = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in (".txt", ".md", ".docx")]
    return [path for path in found if path.stem not in _COARSE]


def own(folder: Path, most: int | None = None) -> Iterator[Path]:
    """The examples as this program draws them, some as PDF/A."""
    for number, draft in enumerate(drafts()[:most]):
        laid = api.lay_out_file(draft)
        standard = "a-2b" if number % 3 == 0 else None
        target = folder / f"{draft.stem}-自排.pdf"
        fonts = laid.setting.fonts
        target.write_bytes(
            write_pdf(laid.pages, fonts, font_dirs=[build_all()], standard=standard, media=laid.media).files[0]
        )
        yield target


def from_office(folder: Path, most: int | None = None) -> Iterator[Path]:
    """The examples as formatted docx, printed by LibreOffice."""
    made = folder / "docx"
    made.mkdir(exist_ok=True)
    sources = []
    for draft in drafts()[:most]:
        target = made / f"{draft.stem}-LibreOffice.docx"
        api.format_file(draft, target, replace(api.DEFAULTS, force=True))
        sources.append(target)
    for path in convert_all(sources, folder, install(folder / "office")):
        if path is not None:
            yield path


def from_typst(folder: Path) -> Iterator[Path]:
    """Sheets set by typst from a source of our own hand."""
    import typst

    for name, (lines, tail) in _SHEETS.items():
        source = folder / f"{name}.typ"
        source.write_text(_TYPST.format(lines="\n".join(lines), tail=tail), encoding="utf-8")
        target = folder / f"{name}-typst.pdf"
        typst.compile(str(source), output=str(target), font_paths=[str(build_all())], ignore_system_fonts=True)
        yield target


def from_chromium(folder: Path) -> Iterator[Path]:
    """The same sheets, printed by Chromium from HTML."""
    environment = install(folder / "chromium")
    for name, (lines, tail) in _SHEETS.items():
        source = folder / f"{name}.html"
        pages = _pages_of_html([line for line in lines if line.strip()], bool(tail))
        source.write_text(_HTML.format(pages=pages), encoding="utf-8")
        target = folder / f"{name}-Chromium.pdf"
        with tempfile.TemporaryDirectory() as profile:
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
            command += ["--no-pdf-header-footer", f"--print-to-pdf={target}", source.resolve().as_uri()]
            subprocess.run(command, env=environment, capture_output=True, check=False, timeout=120)
        if target.exists():
            yield target


def taken_over(program: str, sources: Iterable[Path], folder: Path) -> Iterator[Path]:
    """Files as another program writes them again."""
    for source in sources:
        target = folder / f"{source.stem}-{program}.pdf"
        words = [word.format(source=source, target=target) for word in _REWRITERS[program]]
        subprocess.run(words, capture_output=True, check=True, timeout=120)
        yield target


_REWRITERS = {
    "qpdf": ("qpdf", "--linearize", "--object-streams=generate", "{source}", "{target}"),
    "cairo": ("pdftocairo", "-pdf", "{source}", "{target}"),
}
_IMPRINT_TYPST = """#place(top + left, dx: 0mm, dy: 205mm)[#set text(size: 14pt)
#line(length: 156mm, stroke: 0.35mm)]
#place(top + left, dx: 4.94mm, dy: 210mm)[#text(size: 14pt)[抄送：市委办公室，市人大常委会办公室。]]
#place(top + left, dx: 0mm, dy: 217mm)[#line(length: 156mm, stroke: 0.25mm)]
#place(top + left, dx: 4.94mm, dy: 219mm)[#text(size: 14pt)[某某市人民政府办公室]]
#place(top + left, dx: 100mm, dy: 219mm)[#text(size: 14pt)[2026年3月16日印发]]
#place(top + left, dx: 0mm, dy: 225mm)[#line(length: 156mm, stroke: 0.35mm)]
"""
_SHEETS: dict[str, tuple[list[str], str]] = {
    "两页": ([_SENTENCE, ""] * 18, ""),
    "四页": ([_SENTENCE, ""] * 38, ""),
    "带版记": ([_SENTENCE, ""] * 18, _IMPRINT_TYPST),
}
_TYPST = """
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 0mm,
  footer: context {{
  let n = counter(page).get().first()
  set text(font: "SimSun", size: 14pt)
  let side = if calc.odd(n) {{ right }} else {{ left }}
  place(top + side, dx: if calc.odd(n) {{ -4.94mm }} else {{ 4.94mm }}, dy: 5.1mm)[— #n —]
}})
#set text(font: ("FangSong", "SimSun"), size: 16pt, tracking: -0.3pt, lang: "zh")
#set text(top-edge: 0.859em, bottom-edge: -0.141em)
#set par(leading: 4.7mm, spacing: 4.7mm, first-line-indent: (amount: 2em, all: true), justify: false)
{lines}
{tail}
"""
_HTML = """<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><style>
@page {{ size: 210mm 297mm; margin: 0 }}
body {{ margin: 0; font: 16pt "方正仿宋_GBK"; letter-spacing: -0.3pt; color: #000 }}
section {{ position: relative; width: 210mm; height: 296.9mm; break-after: page; overflow: hidden }}
section:last-child {{ break-after: auto }}
p {{ position: absolute; margin: 0; line-height: 1; white-space: pre }}
hr {{ position: absolute; left: 28mm; width: 156mm; margin: 0; border: 0; background: #000 }}
.n {{ font: 14pt SimSun; letter-spacing: 0 }}
.i {{ font-size: 14pt; letter-spacing: 0 }}
</style><body>{pages}</body></html>
"""
_ROWS, _PITCH, _WIDE = 22, 10.39, 28


def _pages_of_html(lines: list[str], imprint: bool) -> str:
    rows = [row for line in lines for row in _broken(line)]
    sheets = [rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS)]
    sheets = sheets[: len(sheets) // 2 * 2]
    if imprint:
        sheets[-1] = sheets[-1][:14]
    made = []
    for number, sheet in enumerate(sheets, 1):
        side = "right: 30.94mm" if number % 2 else "left: 32.94mm"
        body = [f'<p style="left: 28mm; top: {37 + row * _PITCH:.2f}mm">{text}</p>' for row, text in enumerate(sheet)]
        body.append(f'<p class="n" style="{side}; top: 266.5mm">— {number} —</p>')
        if imprint and number == len(sheets):
            body.append(_IMPRINT_HTML)
        made.append(f"<section>{''.join(body)}</section>")
    return "".join(made)


def _broken(line: str) -> Iterator[str]:
    """The rows of a paragraph, its first one indented; a mark that may not begin a row hangs on the one before."""
    text = "　　" + line
    while text:
        end = _WIDE
        while end < len(text) and text[end] in "，。、；：":
            end -= 1
        yield text[:end]
        text = text[end:]


_IMPRINT_HTML = (
    '<hr style="top: 241.8mm; height: 0.35mm"><p class="i" style="left: 32.94mm; top: 244mm">抄送：市委办公室。</p>'
    '<hr style="top: 251.9mm; height: 0.25mm"><p class="i" style="left: 32.94mm; top: 254mm">某某市人民政府办公室</p>'
    '<p class="i" style="left: 130mm; top: 254mm">2026年3月16日印发</p><hr style="top: 261.8mm; height: 0.35mm">'
)
