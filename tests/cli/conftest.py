from __future__ import annotations

import pytest

from tests.cli.running import Shell


@pytest.fixture
def gwformat(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    # The program sets the language of its process; a test gives it back.
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("GWFORMAT_DEBUG", raising=False)
    return Shell(capsys)
