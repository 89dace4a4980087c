"""Docx files come in; the same files as LibreOffice saves them go out."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.standin.office import soffice

_AT_ONCE = 60  # files in one run of LibreOffice
_TIMEOUT = 600.0


def resaved(files: Sequence[bytes]) -> list[bytes]:
    """Each file after LibreOffice has read and written it; its profile is thrown away with the rest."""
    program = soffice()
    if program is None:
        raise SystemExit("LibreOffice is not installed: --foreign needs it")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sources = [folder / f"{number}.docx" for number in range(len(files))]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        call = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "docx"]
        for start in range(0, len(sources), _AT_ONCE):
            batch = [str(source) for source in sources[start : start + _AT_ONCE]]
            done = [*call, "--outdir", str(folder / "saved"), *batch]
            subprocess.run(done, check=True, capture_output=True, timeout=_TIMEOUT)
        return [(folder / "saved" / source.name).read_bytes() for source in sources]
