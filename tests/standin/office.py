"""A docx comes in, the PDF that LibreOffice makes of it with the stand-in fonts only goes out."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.standin.fonts import build_all

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""
_NO_AUTOSPACE = b'<w:autoSpaceDE w:val="0"/>'
# What LibreOffice 7.4 writes for `autoSpaceDE` and `overflowPunct` switched off, and what it means.
_MEANT = (
    ('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"'),
    ('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"'),
)


def soffice() -> str | None:
    """The LibreOffice program, if there is one."""
    return shutil.which("soffice")


def install(directory: Path) -> dict[str, str]:
    """The environment in which a program sees the stand-in fonts and no others; its files go to `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    fonts = build_all()
    conf = directory / "fonts.conf"
    cache = fonts / "fontconfig"
    conf.write_text(_FONTS_CONF.format(fonts=escape(str(fonts)), cache=escape(str(cache))), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(conf), "GWFORMAT_OFFICE_PROFILE": str(directory / "profile")}


def convert_to_pdf(docx: Path, out_dir: Path, env: Mapping[str, str], timeout: float = 180) -> Path:
    """The PDF of `docx`; the LibreOffice profile of `install` is used again by later runs, which are then faster."""
    return convert_all([docx], out_dir, env, timeout)[0]


def convert_all(sources: Sequence[Path], out_dir: Path, env: Mapping[str, str], timeout: float = 180) -> list[Path]:
    """The PDFs of several documents, made in one run of LibreOffice, two if any of them switches autospace off.

    LibreOffice 7.4 does not read `w:autoSpaceDE` and sets a fifth of an em between Han and digits; it reads
    `w:overflowPunct` the wrong way round and hangs punctuation. Where the file says not to, it goes through flat
    ODF, in which both switches have names that LibreOffice knows.
    """
    tight = [source for source in sources if _says_no_autospace(source)]
    with tempfile.TemporaryDirectory() as scratch:
        flat = _convert("fodt", tight, Path(scratch), env, timeout) if tight else []
        for path in flat:
            text = path.read_text(encoding="utf-8")
            for written, meant in _MEANT:
                text = text.replace(written, meant)
            path.write_text(text, encoding="utf-8")
        ready = dict(zip(tight, flat, strict=True))
        return _convert("pdf", [ready.get(source, source) for source in sources], out_dir, env, timeout)


def _says_no_autospace(docx: Path) -> bool:
    if not zipfile.is_zipfile(docx):
        return False
    with zipfile.ZipFile(docx) as package:
        return "word/styles.xml" in package.namelist() and _NO_AUTOSPACE in package.read("word/styles.xml")


def _convert(target: str, sources: Sequence[Path], out_dir: Path, env: Mapping[str, str], timeout: float) -> list[Path]:
    command = [
        soffice() or "soffice",
        f"-env:UserInstallation={Path(env['GWFORMAT_OFFICE_PROFILE']).resolve().as_uri()}",
        *("--headless", "--convert-to", target, "--outdir", str(out_dir)),
        *map(str, sources),
    ]
    result = subprocess.run(command, env=dict(env), capture_output=True, text=True, timeout=timeout, check=False)
    results = [out_dir / f"{source.stem}.{target}" for source in sources]
    for path in results:
        if not path.exists():
            raise RuntimeError(f"LibreOffice made no {path.name}: {result.stderr or result.stdout}")
    return results
