"""A platform, versions of Python and the project's folder come in; all wheels that an installation needs go out.

`pip` does what a registry is needed for, through its own command line and settings.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.bundle.platforms import Platform
from tools.bundle.wheels import Wheel, closure, read_wheels

NAME = "gwformat"
_ROUNDS = 5  # of asking for what markers of the target need; one is enough for all that is known


class NotComplete(Exception):
    """There is no wheel for something that is needed."""


def download(
    project: Path, folder: Path, platform: Platform, pythons: Sequence[str], extras: Sequence[str]
) -> tuple[Wheel, ...]:
    """Put into `folder` the wheel of `project`, all it needs on `platform` with any of `pythons`, and pip itself.

    Raises `NotComplete` if something needed is not offered as a wheel, `CalledProcessError` if pip fails.
    """
    with tempfile.TemporaryDirectory(prefix="gwformat-bundle-") as name:
        own = Path(name) / "own"
        _pip("wheel", "--no-deps", "--wheel-dir", own, project)
        (wheel,) = own.glob("*.whl")
        for python in pythons:
            staging = Path(name) / python
            staging.mkdir()
            shutil.copy2(wheel, staging)
            for one in _complete(staging, platform, python, extras):
                shutil.copy2(one.path, folder)
    return read_wheels(folder)


def _complete(staging: Path, platform: Platform, python: str, extras: Sequence[str]) -> frozenset[Wheel]:
    """Download until nothing is lacking; what pip fetched for this computer alone is left out."""
    wanted = [f"{NAME}[{','.join(extras)}]", "pip"]
    lacking: Sequence[str] = wanted
    for _ in range(_ROUNDS):
        _fetch(lacking, staging, platform, python)
        found = closure(wanted, read_wheels(staging), platform, python)
        if not found.lacking:
            return found.wheels
        lacking = found.lacking
    raise NotComplete(f"{platform.name}、Python {python} 缺：{'、'.join(lacking)}")


def _fetch(requirements: Sequence[str], staging: Path, platform: Platform, python: str) -> None:
    tags = [part for tag in platform.pip_tags for part in ("--platform", tag)]
    target = ["--only-binary=:all:", "--implementation", "cp", "--python-version", python, *tags]
    _pip("download", *target, "--find-links", staging, "--dest", staging, *requirements)


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *map(str, arguments)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
