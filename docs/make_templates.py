"""The templates of `gwformat new` come in; templates/ with one docx for each stands there afterwards.

python docs/make_templates.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat import api

TEMPLATES = Path(__file__).parents[1] / "templates"


def wanted() -> Iterator[tuple[Path, bytes]]:
    """Each file below templates/ with its bytes."""
    for listed in api.templates():
        yield Path(listed.group) / f"{listed.name}.docx", api.make(listed.name)[0]


def main() -> None:
    """Write the files that are wanted and remove the others."""
    files = {TEMPLATES / name: data for name, data in wanted()}
    for path in TEMPLATES.rglob("*.docx"):
        if path not in files:
            path.unlink()
    for path, data in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main()
