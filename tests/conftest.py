"""What all tests share: a property holds however busy the machine is; fonts no machine has are stood in for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def stand_ins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The stand-in fonts are the only ones this machine has: what is drawn does not depend on what is installed."""
    from tests.standin import office

    with pytest.MonkeyPatch.context() as changed:
        for name, value in office.install(tmp_path_factory.getbasetemp() / "standin").items():
            changed.setenv(name, value)
        yield


@pytest.fixture
def no_fonts(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine has no fonts; those of a folder that a test names are looked at anew."""
    folder = tmp_path_factory.mktemp("no-fonts")
    conf = folder / "fonts.conf"
    conf.write_text(f"<fontconfig><dir>{folder / 'none'}</dir></fontconfig>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(conf))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
