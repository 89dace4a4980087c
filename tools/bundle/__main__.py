"""Make the offline installation bundle of a platform.

    python -m tools.bundle [PLATFORM…] [--python 3.12…] [--extras pdf,print] [-o FOLDER]

PLATFORM is windows-x86_64, linux-x86_64 or linux-aarch64; without one, that of this machine. Any of them can be made
on any system. Needs a network (or a mirror set up for pip), pip 25 or newer and `packaging`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.bundle.downloading import NAME, NotComplete, download
from tools.bundle.platforms import PLATFORMS, PYTHONS, Platform, this_machine
from tools.bundle.writing import (
    Description,
    checksum,
    folder_name,
    sizes,
    write_archive,
    write_checksums,
    write_scripts,
)

PROJECT = Path(__file__).parents[2]
EXTRAS = "pdf,print,crypto,measure,dask"


def make(platform: Platform, pythons: Sequence[str], extras: Sequence[str], below: Path) -> Path:
    """Make the bundle of `platform` below a folder and tell its size; the archive stands beside the bundle."""
    draft = below / f".{platform.name}"
    shutil.rmtree(draft, ignore_errors=True)
    wheels = draft / "wheels"
    wheels.mkdir(parents=True)
    try:
        got = download(PROJECT, wheels, platform, pythons, extras)
        version = next(str(one.version) for one in got if one.name == NAME)
        description = Description(NAME, version, platform.name, tuple(pythons), tuple(extras))
        write_scripts(draft, description, platform)
        write_checksums(draft)
        folder = below / folder_name(description)
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    archive = write_archive(folder, platform)
    Path(f"{archive}.sha256").write_text(f"{checksum(archive)}  {archive.name}\n", encoding="utf-8", newline="\n")
    files = [path for path in folder.rglob("*") if path.is_file()]
    print(f"{archive}：{len(got)} 个安装包，{sizes(files) / 1e6:.1f} MB，Python {'、'.join(pythons)}")
    return archive


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, make what it asks for, and return an exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description="生成离线安装包。")
    default = this_machine()
    parser.add_argument("platforms", nargs="*", metavar="PLATFORM", help="、".join(PLATFORMS))
    parser.add_argument("--python", nargs="+", default=PYTHONS, metavar="3.12", help="供哪几版 Python 用")
    parser.add_argument("--extras", default=EXTRAS, help=f"附加组件，默认 {EXTRAS}")
    parser.add_argument("-o", "--output", type=Path, default=PROJECT / "build" / "bundle", help="放在哪个文件夹")
    asked = parser.parse_args(arguments)
    names = asked.platforms or [default]
    for name in names:
        if name not in PLATFORMS:
            parser.error(f"没有“{name}”这种平台；可以是：{'、'.join(PLATFORMS)}")
    try:
        for name in names:
            make(PLATFORMS[name], asked.python, [one for one in asked.extras.split(",") if one], asked.output)
    except NotComplete as lacking:
        print(f"错误：安装包凑不齐：{lacking}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"错误：pip 没有做成（退出码 {error.returncode}）；上面是它的说明。", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
