"""The page as a plain installation has it, without the components for PDF and printing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.running import EXAMPLES

_PLAIN = """
import json, sys
from pathlib import Path
for name in ("pypdf", "typst", "PIL", "openpyxl"):
    sys.modules[name] = None
import gwformat.web  # the page itself
from gwformat.errors import GwError
from gwformat.web.workshop import Workshop
workshop = Workshop()
for job, asked in (("format", {}), ("check", {}), ("proof", {}), ("impose", {"impose": "2up"}), ("print", {})):
    try:
        workshop.do(1, job, Path(sys.argv[1]), asked)
        print(json.dumps([job, len(workshop.pages(1, job)["sizes"]) if job == "format" else None]))
    except GwError as error:
        print(json.dumps([job, error.message]))
"""


def test_without_components_drafts_are_set_and_checked_and_the_rest_says_what_is_lacking(tmp_path: Path) -> None:
    draft = tmp_path / "通知.docx"
    draft.write_bytes((EXAMPLES / "通知.docx").read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", _PLAIN, draft], capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    said = dict(map(json.loads, done.stdout.splitlines()))
    assert said["format"] == 0  # pages: none can be drawn
    assert said["check"] is None
    assert all("没有安装" in said[job] for job in ("proof", "impose", "print"))
