from __future__ import annotations

from tests.cli.conftest import gwformat

__all__ = ["gwformat"]
