"""Chinese for the sentences click itself says: a gettext catalogue and its compiler."""

from __future__ import annotations

import gettext
import os
from pathlib import Path


def speak_chinese() -> None:
    """Let gettext, through which click says everything, find the Chinese catalogue whatever the system's language."""
    os.environ["LANGUAGE"] = "zh_CN"
    gettext.bindtextdomain("messages", str(Path(__file__).parent))
    gettext.textdomain("messages")
