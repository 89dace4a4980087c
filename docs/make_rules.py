"""The rules come in; docs/rules/ with a page each and a table of contents stands there afterwards.

python docs/make_rules.py
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat.report.rule_pages import pages

RULES = Path(__file__).with_name("rules")


def main() -> None:
    """Write the pages that are wanted and remove the others."""
    RULES.mkdir(exist_ok=True)
    wanted = dict(pages())
    for path in RULES.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, content in wanted.items():
        (RULES / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
