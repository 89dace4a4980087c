"""The platforms and versions of Python a bundle can be made for: a name comes in, wheel tags and markers go out."""

from __future__ import annotations

import itertools
import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from packaging.tags import Tag, compatible_tags, cpython_tags

# 2.28 is the glibc of 银河麒麟 V10, 统信 UOS 20 and RHEL 8: wheels that need a newer one do not start there.
_GLIBC = 28
_GLIBC_OLDEST = 5


@dataclass(frozen=True, slots=True)
class Platform:
    """A kind of computer: what pip calls it, and what markers say on it."""

    name: str
    pip_tags: tuple[str, ...]  # best first
    markers: Mapping[str, str]

    @property
    def is_windows(self) -> bool:
        """Whether it starts .bat files."""
        return self.markers["os_name"] == "nt"

    def tags(self, python: str) -> frozenset[Tag]:
        """The tags of the wheels that `python` (such as 3.12) installs on it."""
        version = _numbers(python)
        interpreter = f"cp{version[0]}{version[1]}"
        own = cpython_tags(version, platforms=self.pip_tags)
        return frozenset(itertools.chain(own, compatible_tags(version, interpreter, self.pip_tags)))

    def environment(self, python: str) -> dict[str, str]:
        """What the markers of requirements are evaluated with when `python` runs on it."""
        return {
            **self.markers,
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_version": "",
            "python_full_version": f"{python}.0",
            "python_version": python,
        }


def _numbers(python: str) -> tuple[int, int]:
    major, minor = python.split(".")
    return int(major), int(minor)


def _linux(machine: str) -> Platform:
    markers = {
        "os_name": "posix",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": machine,
    }
    return Platform(f"linux-{machine}", tuple(_manylinux(machine)), markers)


def _manylinux(machine: str) -> Iterator[str]:
    """Every name of a wheel that a glibc of 2.28 can load; pip knows by itself none but the one it is told."""
    old = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}
    for minor in range(_GLIBC, _GLIBC_OLDEST - 1, -1):
        yield f"manylinux_2_{minor}_{machine}"
        if minor in old:
            yield f"{old[minor]}_{machine}"
    yield f"linux_{machine}"


_WINDOWS = Platform(
    "windows-x86_64",
    ("win_amd64",),
    {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
)
PLATFORMS: Mapping[str, Platform] = {one.name: one for one in (_WINDOWS, _linux("x86_64"), _linux("aarch64"))}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def this_machine() -> str | None:
    """The name of the platform this program runs on; None if no bundle is made for it."""
    machine = {"AMD64": "x86_64", "arm64": "aarch64"}.get(platform.machine(), platform.machine())
    name = f"{platform.system().lower()}-{machine}"
    return name if name in PLATFORMS else None
