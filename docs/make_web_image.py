"""Draw the picture of the page of `gwformat web`: an example goes in, what a clerk sees goes to docs/images/web.png.

    python docs/make_web_image.py

Needs Chromium and the fonts that stand in for the proprietary ones.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat.web import Server
from tests.web.browser import browser

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Format the example in a browser and keep what is to be seen at the top of the page."""
    with Server() as server, tempfile.TemporaryDirectory() as folder, browser(Path(folder)) as page:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page.resize(1280, 900)
        page.open(server.address)
        page.until("document.querySelectorAll('select[name=kind] option').length > 3")
        page.choose_files("#pick", *(ROOT / "examples" / name for name in ("请示.docx", "通知.docx")))
        page.until("document.querySelectorAll('#papers li').length === 2")
        page.click("#form-format button.main")
        page.until("[...document.images].filter((image) => image.naturalWidth > 500).length > 1")
        page.picture(ROOT / "docs" / "images" / "web.png")
        server.shutdown()


if __name__ == "__main__":
    main()
