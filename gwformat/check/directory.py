"""A table of organisations comes in, what rules ask about an organ by its name goes out.

[[organ]]
name = "某某市财政局"
short = ["市财政局"]
superior = "某某市人民政府"
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gwformat.errors import ConfigurationInvalid
from gwformat.profiles import table


@dataclass(frozen=True, slots=True)
class Organ:
    """An organisation: its full name, the short forms it may be called by, and its superior's full name."""

    name: str
    short: tuple[str, ...] = ()
    superior: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """The organisations of a unit's surroundings."""

    organ: tuple[Organ, ...]


def load_directory(path: Path) -> Directory:
    """The directory in the TOML file at `path`; `ConfigurationInvalid` names the key that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationInvalid(f"机构名录读不出来：{path.name}", "请存成 UTF-8 编码的 TOML 文件。") from error
    return table.parse(Directory, text, path.name)
