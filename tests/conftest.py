"""What all tests share: a property holds however busy the machine is; fonts no machine has are stood in for."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture
def stand_ins(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in fonts are the only ones this machine has."""
    from tests.standin import office  # builds fonts: only for who asks

    for name, value in office.install(tmp_path_factory.getbasetemp() / "standin").items():
        monkeypatch.setenv(name, value)
