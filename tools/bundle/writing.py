"""A folder of wheels comes in; scripts, instructions, a description and checksums are added; an archive goes out."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.bundle.platforms import Platform

CARRIED = Path(__file__).parent / "carried"
SUMS = "SHA256SUMS"
DESCRIPTION = "bundle.json"


@dataclass(frozen=True, slots=True)
class Description:
    """What the install script has to know of its bundle."""

    name: str
    version: str
    platform: str
    pythons: tuple[str, ...]
    extras: tuple[str, ...]


def folder_name(description: Description) -> str:
    """The name of the bundle's folder, and of its archive without the ending."""
    return f"{description.name}-{description.version}-{description.platform}"


def write_scripts(folder: Path, description: Description, platform: Platform) -> None:
    """Write what stands beside the wheels; checksums come last."""
    (folder / DESCRIPTION).write_text(json.dumps(asdict(description), indent=2) + "\n", encoding="utf-8")
    shutil.copyfile(CARRIED / "install.py", folder / "install.py")
    # cmd reads a batch file in the code page of the computer, which is GBK where Chinese is the language.
    encoding, end = ("gbk", "\r\n") if platform.is_windows else ("utf-8", "\n")
    script = "install.bat" if platform.is_windows else "install.sh"
    _copy(script, folder / script, encoding, end)
    if not platform.is_windows:
        (folder / script).chmod(0o755)
    text = _instructions(description, platform)
    # Notepad of older Windows takes a text without a mark for GBK.
    marked = "utf-8-sig" if platform.is_windows else "utf-8"
    (folder / "安装说明.txt").write_text(text, encoding=marked, newline=end)


def _copy(name: str, target: Path, encoding: str, end: str) -> None:
    target.write_text((CARRIED / name).read_text(encoding="utf-8"), encoding=encoding, newline=end)


def _instructions(description: Description, platform: Platform) -> str:
    template = (CARRIED / "安装说明.txt").read_text(encoding="utf-8")
    system = {"windows-x86_64": "Windows（64 位）"}.get(
        description.platform, f"Linux（{description.platform.partition('-')[2]}，glibc 2.28 或更新）"
    )
    here = "windows" if platform.is_windows else "linux"
    lines: list[str] = []
    for line in template.splitlines():
        where, mark, rest = line.partition("|")
        if mark and where in ("windows", "linux"):
            if where == here:
                lines.append(rest)
        else:
            lines.append(line)
    text = "\n".join(lines) + "\n"
    return text.format(version=description.version, system=system, pythons="、".join(description.pythons))


def checksum(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS as `sha256sum -c` reads it: every other file of `folder`, paths with forward slashes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    lines = [f"{checksum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def write_archive(folder: Path, platform: Platform) -> Path:
    """Pack `folder` beside itself, as the platform's own tools unpack it; wheels are compressed already."""
    kind = "zip" if platform.is_windows else "tar"
    return Path(shutil.make_archive(str(folder), kind, folder.parent, folder.name))


def sizes(paths: Sequence[Path]) -> int:
    """The bytes of all `paths` together."""
    return sum(path.stat().st_size for path in paths)
