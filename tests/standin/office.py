"""A docx comes in, the PDF that LibreOffice makes of it with the stand-in fonts only goes out."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from gwformat import office as running
from gwformat.ooxml.names import w
from tests.standin.fonts import build_all, build_fallback

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  {fonts}
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""
# Word prints the page left empty before a section that begins on an odd one; so LibreOffice shall.
_EXPORT = {"pdf": 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'}
_SETTINGS = b'<config:config-item-set config:name="ooo:configuration-settings">'
_LINE_ENDS = (("BeginLine", "noLineBreaksBefore"), ("EndLine", "noLineBreaksAfter"))
_NO_AUTOSPACE = b'<w:autoSpaceDE w:val="0"/>'
# What LibreOffice, 7.4 to 26.8, writes for `autoSpaceDE` and `overflowPunct` switched off, and what it means.
_MEANT = (
    (b'style:text-autospace="ideograph-alpha"', b'style:text-autospace="none"'),
    (b'style:punctuation-wrap="hanging"', b'style:punctuation-wrap="simple"'),
)


def soffice() -> str | None:
    """The LibreOffice program, if there is one."""
    return shutil.which("soffice")


def install(directory: Path, *, fallback: bool = False) -> dict[str, str]:
    """The environment in which a program sees the stand-in fonts and no others; its files go to `directory`.

    With `fallback` there is one more font, which has what no font of a font system has.
    """
    directory.mkdir(parents=True, exist_ok=True)
    fonts = build_all()
    folders = (fonts, build_fallback()) if fallback else (fonts,)
    conf = directory / "fonts.conf"
    seen = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders)
    cache = escape(str(fonts / "fontconfig"))
    conf.write_text(_FONTS_CONF.format(fonts=seen, cache=cache), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(conf), "GWFORMAT_OFFICE_PROFILE": str(directory / "profile")}


def convert_to_pdf(docx: Path, out_dir: Path, env: Mapping[str, str], timeout: float = 180) -> Path:
    """The PDF of `docx`; the LibreOffice profile of `install` is used again by later runs, which are then faster."""
    (pdf,) = convert_all([docx], out_dir, env, timeout)
    if pdf is None:
        raise RuntimeError(f"LibreOffice made no PDF of {docx.name}")
    return pdf


def convert_all(
    sources: Sequence[Path], out_dir: Path, env: Mapping[str, str], timeout: float = 180, *, line_ends: bool = True
) -> list[Path | None]:
    """The PDFs of several documents, made in one run of LibreOffice, two if any of them switches autospace off.

    LibreOffice, 7.4 to 26.8, does not read `w:autoSpaceDE` and sets a fifth of an em between Han and digits; it reads
    `w:overflowPunct` the wrong way round and hangs punctuation; the characters that `w:noLineBreaksBefore` and
    `w:noLineBreaksAfter` name it does not read. Where the file says not to set it apart, it goes through ODF, in which
    all of this has names that LibreOffice knows: not through flat ODF, which it writes but cannot read again
    where an object is embedded. What it cannot convert is None; the others are made all the same. Without `line_ends`
    it keeps its own characters that do not begin or end a line, as for one who opens the docx.
    """
    tight = [source for source in sources if _says_no_autospace(source)]
    with tempfile.TemporaryDirectory() as scratch:
        made = dict(zip(tight, _convert("odt", tight, Path(scratch), env, timeout), strict=True))
        ready = [made.get(source, source) for source in sources]
        for docx, path in made.items():
            if path is not None:
                _say_what_is_meant(path, docx, line_ends=line_ends)
        pdfs = iter(_convert("pdf", [path for path in ready if path is not None], out_dir, env, timeout))
        return [None if path is None else next(pdfs) for path in ready]


def print_warm(docx: Path, pdf: Path, time_limit: float, *, line_ends: bool = True) -> None:
    """Write the PDF of one document by a LibreOffice that stays open: faster for many files, and ended if it hangs.

    It sees what `os.environ` says, where the caller puts what `install` says. `InputUnreadable` if LibreOffice cannot
    open the file or takes longer than `time_limit` seconds; autospace and `line_ends` are as in `convert_all`.
    """
    with tempfile.TemporaryDirectory() as scratch:
        source = docx
        if _says_no_autospace(docx):
            source = Path(scratch) / "meant.odt"
            running.convert(docx, "odt", source, time_limit=time_limit)
            _say_what_is_meant(source, docx, line_ends=line_ends)
        running.convert(source, _EXPORT["pdf"], pdf, time_limit=time_limit)


def _say_what_is_meant(odt: Path, docx: Path, *, line_ends: bool = True) -> None:
    """Put right in `odt` what LibreOffice has misread of `docx`, or not read at all."""
    sets = _line_ends(docx) if line_ends else {}
    with zipfile.ZipFile(odt) as package:
        parts = [(info, package.read(info)) for info in package.infolist()]
    with zipfile.ZipFile(odt, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in parts:  # with its compression: the first part, the media type, is stored
            if info.filename in ("content.xml", "styles.xml"):
                for written, meant in _MEANT:
                    data = data.replace(written, meant)
            if info.filename == "settings.xml" and sets:
                data = data.replace(_SETTINGS, _SETTINGS + _forbidden(sets), 1)
            package.writestr(info, data)


def _line_ends(docx: Path) -> dict[str, str]:
    """What a file says no line of Chinese begins with and ends with, by the name ODF has for it."""
    with zipfile.ZipFile(docx) as package:
        root = etree.fromstring(package.read("word/settings.xml"))
    found = {name: root.find(w(said)) for name, said in _LINE_ENDS}
    return {name: said.get(w("val"), "") for name, said in found.items() if said is not None}


def _forbidden(sets: Mapping[str, str]) -> bytes:
    said = {"Language": "zh", "Country": "CN", "Variant": "", **sets}
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="string">{escape(value)}</config:config-item>'
        for name, value in said.items()
    )
    return (
        '<config:config-item-map-indexed config:name="ForbiddenCharacters"><config:config-item-map-entry>'
        f"{items}</config:config-item-map-entry></config:config-item-map-indexed>"
    ).encode()


def _says_no_autospace(docx: Path) -> bool:
    if not zipfile.is_zipfile(docx):
        return False
    with zipfile.ZipFile(docx) as package:
        return "word/styles.xml" in package.namelist() and _NO_AUTOSPACE in package.read("word/styles.xml")


def _convert(
    target: str, sources: Sequence[Path], out_dir: Path, env: Mapping[str, str], timeout: float
) -> list[Path | None]:
    """What LibreOffice makes of the sources; it goes on after one it cannot load, and may die of one."""
    results = [out_dir / f"{source.stem}.{target}" for source in sources]
    for path in results:
        path.unlink(missing_ok=True)
    _run(target, sources, out_dir, env, timeout)
    missing = [source for source, path in zip(sources, results, strict=True) if not path.exists()]
    if len(sources) > 1:
        for source in missing:
            _run(target, [source], out_dir, env, timeout)
    return [path if path.exists() else None for path in results]


def _run(target: str, sources: Sequence[Path], out_dir: Path, env: Mapping[str, str], timeout: float) -> None:
    if not sources:
        return
    command = [
        soffice() or "soffice",
        f"-env:UserInstallation={Path(env['GWFORMAT_OFFICE_PROFILE']).resolve().as_uri()}",
        *("--headless", "--convert-to", _EXPORT.get(target, target), "--outdir", str(out_dir)),
        *map(str, sources),
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    # A session of its own, because what is started is only a starter of the program that may have to be stopped.
    with subprocess.Popen(command, env=dict(env), start_new_session=True, **quiet) as process:
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
