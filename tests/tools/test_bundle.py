"""The offline bundle: what needs no network of making one, and one made of small wheels installed."""

from __future__ import annotations

import ensurepip
import json
import os
import runpy
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("packaging", reason="没有安装 packaging")

from tools.bundle.platforms import PLATFORMS, PYTHONS, this_machine
from tools.bundle.wheels import closure, read_wheels
from tools.bundle.writing import (
    CARRIED,
    Description,
    folder_name,
    write_archive,
    write_checksums,
    write_scripts,
)

PURE = "py3-none-any"


def wheel(folder: Path, name: str, version: str = "1.0", tag: str = PURE, requires: Sequence[str] = ()) -> Path:
    """A wheel with one module that can be run as a command of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-{tag}.whl"
    info = f"{name}-{version}.dist-info"
    said = "".join(f"Requires-Dist: {one}\n" for one in requires)
    extras = "Provides-Extra: pdf\n"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", f"def main():\n    print('{name} {version}')\n")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{extras}{said}")
        archive.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n")
        archive.writestr(f"{info}/entry_points.txt", f"[console_scripts]\n{name} = {name}:main\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


def names(folder: Path, wanted: str, platform: str, python: str = "3.12") -> set[str]:
    found = closure([wanted], read_wheels(folder), PLATFORMS[platform], python)
    assert not found.lacking
    return {one.path.name for one in found.wheels}


def description(**other: Any) -> Description:
    said = {"name": "gwformat", "version": "1.0", "platform": "linux-x86_64", "pythons": PYTHONS, "extras": ("pdf",)}
    return Description(**{**said, **other})


def test_what_only_windows_needs_goes_into_the_bundle_for_windows(tmp_path: Path) -> None:
    wheel(tmp_path, "gwformat", requires=["paint; sys_platform == 'win32'"])
    wheel(tmp_path, "paint")
    assert len(names(tmp_path, "gwformat", "windows-x86_64")) == 2
    assert len(names(tmp_path, "gwformat", "linux-x86_64")) == 1


def test_what_only_an_old_python_needs_goes_to_it_alone(tmp_path: Path) -> None:
    wheel(tmp_path, "gwformat", requires=["backport; python_version < '3.12'"])
    wheel(tmp_path, "backport")
    assert len(names(tmp_path, "gwformat", "linux-x86_64", "3.11")) == 2
    assert len(names(tmp_path, "gwformat", "linux-x86_64", "3.12")) == 1


def test_extras_are_followed_and_those_not_asked_for_are_not(tmp_path: Path) -> None:
    wheel(tmp_path, "gwformat", requires=["draw>=2; extra == 'pdf'", "other; extra == 'dask'"])
    wheel(tmp_path, "draw", "2.1", requires=["ink"])
    wheel(tmp_path, "ink")
    assert names(tmp_path, "gwformat[pdf]", "linux-x86_64") == {path.name for path in tmp_path.iterdir()}


def test_a_wheel_for_another_platform_or_an_old_version_does_not_count(tmp_path: Path) -> None:
    wheel(tmp_path, "gwformat", requires=["fast>=2"])
    wheel(tmp_path, "fast", "2.0", "cp312-cp312-win_amd64")
    wheel(tmp_path, "fast", "1.0", "cp312-cp312-manylinux_2_28_x86_64")
    found = closure(["gwformat"], read_wheels(tmp_path), PLATFORMS["linux-x86_64"], "3.12")
    assert found.lacking == ("fast>=2",)


@pytest.mark.parametrize(
    ("tag", "fits"),
    [
        ("cp312-cp312-manylinux_2_28_x86_64", True),
        ("cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64", True),
        ("cp39-abi3-manylinux_2_17_x86_64", True),
        (PURE, True),
        ("cp312-cp312-manylinux_2_34_x86_64", False),  # the systems of offices have glibc 2.28
        ("cp312-cp312-musllinux_1_2_x86_64", False),
        ("cp313-cp313-manylinux_2_28_x86_64", False),
        ("cp312-cp312-manylinux_2_28_aarch64", False),
    ],
)
def test_which_wheels_fit_linux(tmp_path: Path, tag: str, fits: bool) -> None:
    wheel(tmp_path, "fast", tag=tag)
    found = closure(["fast"], read_wheels(tmp_path), PLATFORMS["linux-x86_64"], "3.12")
    assert bool(found.wheels) is fits


def test_the_script_for_windows_is_read_by_a_chinese_windows(tmp_path: Path) -> None:
    said = description(platform="windows-x86_64")
    write_scripts(tmp_path, said, PLATFORMS[said.platform])
    script = (tmp_path / "install.bat").read_bytes()
    assert "没有找到 Python" in script.decode("gbk")
    assert script.count(b"\n") == script.count(b"\r\n")
    assert not (tmp_path / "install.sh").exists()
    instructions = (tmp_path / "安装说明.txt").read_text(encoding="utf-8-sig")
    assert "install.bat" in instructions
    assert "install.sh" not in instructions


def test_the_script_for_linux_can_be_run(tmp_path: Path) -> None:
    write_scripts(tmp_path, description(), PLATFORMS["linux-x86_64"])
    script = tmp_path / "install.sh"
    assert script.read_bytes().startswith(b"#!/bin/sh\n")
    assert b"\r" not in script.read_bytes()
    if os.name == "posix":
        assert script.stat().st_mode & 0o111
        subprocess.run(["sh", "-n", script], check=True)
    instructions = (tmp_path / "安装说明.txt").read_text(encoding="utf-8")
    assert "{" not in instructions
    assert "|" not in instructions
    assert "install.bat" not in instructions


@pytest.mark.parametrize(("script", "form"), [("install.sh", "python{}"), ("install.bat", '"py -{}"')])
def test_the_newest_python_the_bundle_is_for_is_tried_first(script: str, form: str) -> None:
    text = (CARRIED / script).read_text(encoding="utf-8")
    assert " ".join(form.format(one) for one in reversed(PYTHONS)) in text


def test_the_archive_holds_one_folder_of_the_bundles_name(tmp_path: Path) -> None:
    said = description(platform="windows-x86_64")
    folder = tmp_path / folder_name(said)
    folder.mkdir()
    write_scripts(folder, said, PLATFORMS[said.platform])
    archive = write_archive(folder, PLATFORMS[said.platform])
    assert archive.name == "gwformat-1.0-windows-x86_64.zip"
    with zipfile.ZipFile(archive) as packed:
        assert "gwformat-1.0-windows-x86_64/安装说明.txt" in packed.namelist()
        assert {name.partition("/")[0] for name in packed.namelist()} == {folder.name}


def test_checksums_find_what_is_damaged_and_what_is_missing(tmp_path: Path) -> None:
    wheel(tmp_path / "wheels", "gwformat")
    write_scripts(tmp_path, description(), PLATFORMS["linux-x86_64"])
    write_checksums(tmp_path)
    damaged = runpy.run_path(str(CARRIED / "install.py"))["damaged"]
    assert damaged(tmp_path) == []
    (tmp_path / "安装说明.txt").write_text("另一份", encoding="utf-8")
    (tmp_path / "wheels" / f"gwformat-1.0-{PURE}.whl").unlink()
    assert damaged(tmp_path) == [f"wheels/gwformat-1.0-{PURE}.whl", "安装说明.txt"]


def bundled_pip() -> Path | None:
    return next(Path(ensurepip.__file__).parent.glob("_bundled/pip-*.whl"), None)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    pip, platform = bundled_pip(), this_machine()
    if pip is None or platform is None:
        pytest.skip("这个 Python 不带 pip 的安装包，或者没有供这种计算机用的安装包")
    folder = tmp_path / "安装 包"
    wheels = folder / "wheels"
    wheel(wheels, "gwformat", requires=["draw; extra == 'pdf'"])
    wheel(wheels, "draw", "2.0")
    shutil.copy2(pip, wheels)
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    write_scripts(folder, description(platform=platform, pythons=(here,)), PLATFORMS[platform])
    write_checksums(folder)
    return folder


def install(bundle: Path, place: Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    home = {"HOME": str(place.parent), "PYTHONIOENCODING": encoding}
    command = [sys.executable, bundle / "install.py", place]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=os.environ | home, check=False)


def test_a_bundle_installs_and_installs_again(bundle: Path, tmp_path: Path) -> None:
    place = tmp_path / "程序 文件夹"
    for _ in range(2):
        done = install(bundle, place)
        assert done.returncode == 0, done.stderr
        assert "gwformat 1.0 装好了" in done.stdout
    program = place / ("Scripts/gwformat.exe" if os.name == "nt" else "bin/gwformat")
    elsewhere = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    assert subprocess.check_output([program], text=True, env=elsewhere).strip() == "gwformat 1.0"


def test_a_windows_without_chinese_installs_too(bundle: Path, tmp_path: Path) -> None:
    done = install(bundle, tmp_path / "程序", "ascii")
    assert done.returncode == 0, done.stderr
    assert "gwformat 1.0 ?" in done.stdout


def test_a_damaged_bundle_is_not_installed(bundle: Path, tmp_path: Path) -> None:
    with (bundle / "wheels" / f"draw-2.0-{PURE}.whl").open("ab") as file:
        file.write(b"!")
    done = install(bundle, tmp_path / "程序")
    assert done.returncode == 1
    assert "安装包不完整：wheels/draw-2.0" in done.stderr
    assert not (tmp_path / "程序").exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"pythons": ["3.0"]}, "供 Python 3.0 用"), ({"platform": "linux-s390x"}, "供 linux-s390x 用")],
)
def test_a_bundle_for_another_computer_says_so(
    bundle: Path, tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    path = bundle / "bundle.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changed), encoding="utf-8")
    write_checksums(bundle)
    done = install(bundle, tmp_path / "程序")
    assert done.returncode == 1
    assert said in done.stderr


def test_a_folder_with_other_files_is_left_alone(bundle: Path, tmp_path: Path) -> None:
    place = tmp_path / "我的文件"
    place.mkdir()
    (place / "通知.docx").write_bytes(b"mine")
    done = install(bundle, place)
    assert done.returncode == 1
    assert "里有别的文件" in done.stderr
    assert [path.name for path in place.iterdir()] == ["通知.docx"]
