"""Install gwformat from the folder this file stands in, without a network, into a folder of its own.

python install.py [FOLDER]
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
WHEELS = HERE / "wheels"
WINDOWS = os.name == "nt"


class Stop(Exception):
    """The installation cannot go on: what is wrong, and what to do."""


def damaged(folder: Path) -> list[str]:
    """The files named in SHA256SUMS that are missing or not what they were."""
    bad = []
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            bad.append(name)
    return bad


def refuse_unfit(bundle: dict[str, Any]) -> None:
    """Stop if the bundle was made for another kind of computer or another version of Python."""
    running = "{}.{}".format(*sys.version_info[:2])
    if running not in bundle["pythons"]:
        fit = "、".join(bundle["pythons"])
        raise Stop(f"这个安装包供 Python {fit} 用，这里是 {running}", "装其中一版 Python，或者换一个安装包。")
    machine = {"AMD64": "x86_64", "arm64": "aarch64"}.get(platform.machine(), platform.machine())
    here = f"{platform.system().lower()}-{machine}"
    if here != bundle["platform"]:
        raise Stop(f"这个安装包供 {bundle['platform']} 用，这台计算机是 {here}", "换成这种计算机的安装包。")
    if WINDOWS and sysconfig.get_platform() != "win-amd64":
        raise Stop("这里的 Python 是 32 位的", "装 64 位的 Python。")


def default_place() -> Path:
    """Where programs of one user go; no administrator is needed."""
    if WINDOWS:
        # LOCALAPPDATA\gwformat itself is where the program keeps what it knows of fonts.
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Programs" / "gwformat"
    return Path.home() / ".local" / "share" / "gwformat"


def make_environment(place: Path) -> Path:
    """A virtual environment, anew where one stood; pip is not put into it, so Debian needs no python3-venv."""
    if place.exists() and any(place.iterdir()) and not (place / "pyvenv.cfg").is_file():
        raise Stop(f"“{place}”里有别的文件", "换一个文件夹：在命令后面写明。")
    command = [sys.executable, "-m", "venv", "--clear", "--without-pip", str(place)]
    if subprocess.call(command) != 0:
        raise Stop(f"在“{place}”建不了运行环境", "正在用的 gwformat 先关掉；再看看能不能写这个文件夹，还有没有空间。")
    return place / ("Scripts/python.exe" if WINDOWS else "bin/python")


def install(python: Path, bundle: dict[str, Any]) -> None:
    """Let the pip of the bundle install from the bundle and nowhere else."""
    (pip,) = WHEELS.glob("pip-*.whl")
    wanted = "{}[{}]=={}".format(bundle["name"], ",".join(bundle["extras"]), bundle["version"])
    offline = ["--isolated", "install", "--no-index", "--find-links", str(WHEELS), "--quiet", "--no-cache-dir"]
    # What a user set for another pip or another Python does not count here.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHONPATH"))}
    environment |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_CONFIG_FILE": os.devnull}
    if subprocess.call([str(python), str(pip / "pip"), *offline, wanted], env=environment) != 0:
        raise Stop("没有装成", "上面是 pip 的说明，请连同它报告。")


def offer_on_windows(place: Path) -> None:
    """A window in which the command is known: a file to double-click."""
    start = place / "公文排版.bat"
    lines = ["@echo off", 'set "PATH=%~dp0Scripts;%PATH%"', 'cd /d "%USERPROFILE%"', "cmd /k gwformat --help", ""]
    start.write_text("\r\n".join(lines), encoding="gbk", newline="")
    print(f"双击这个文件，在打开的窗口里使用：{start}")
    print(f"也可以把这个文件夹加到环境变量 Path：{place / 'Scripts'}")


def offer_elsewhere(place: Path) -> None:
    """A link where commands of one user are looked for."""
    program = place / "bin" / "gwformat"
    link = Path.home() / ".local" / "bin" / "gwformat"
    if link.is_symlink() or not link.exists():
        link.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(program)
    if str(link.parent) in os.environ.get("PATH", "").split(os.pathsep):
        print("在终端里使用：gwformat --help")
    else:
        print(f"在终端里使用：{link} --help")
        print("只写 gwformat 也能用的办法：注销后重新登录；还不行，在 ~/.bashrc 末尾加一行")
        print('  export PATH="$HOME/.local/bin:$PATH"')


def main(arguments: list[str]) -> int:
    """Install and say how to use it; 0 if all is well."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a character that the code page of this Windows lacks stops nothing
    place = (Path(arguments[0]).expanduser().absolute()) if arguments else default_place()
    try:
        bundle = json.loads((HERE / "bundle.json").read_text(encoding="utf-8"))
        print("核对安装包……")
        bad = damaged(HERE)
        if bad:
            raise Stop("安装包不完整：" + "、".join(bad), "重新拷贝一次。")
        refuse_unfit(bundle)
        print(f"装到 {place} ……")
        install(make_environment(place), bundle)
    except Stop as stop:
        print(f"错误：{stop.args[0]}。\n建议：{stop.args[1]}", file=sys.stderr)
        return 1
    print(f"gwformat {bundle['version']} 装好了。")
    (offer_on_windows if WINDOWS else offer_elsewhere)(place)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
