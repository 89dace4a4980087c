"""A table of organisations comes in, what rules ask about an organ by its name goes out.

[[organ]]
name = "某某市财政局"
short = ["市财政局"]          # 规范化简称
system = "government"         # party government congress cppcc court procuratorate military mass enterprise
level = "city"                # nation province city county town
superior = "某某市人民政府"    # 直接上级，写全称
codes = ["某财发", "某财函"]   # 发文机关代字
leaders = ["局长"]             # 主要负责人的职务
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from gwformat.errors import ConfigurationInvalid, no_pipe, reason_of
from gwformat.expressions import expression
from gwformat.profiles import table
from gwformat.text.toml_mistakes import not_toml
from gwformat.values import dataclass


class System(StrEnum):
    """What an organ belongs to."""

    PARTY = "党委"
    GOVERNMENT = "政府"
    CONGRESS = "人大"
    CPPCC = "政协"
    COURT = "法院"
    PROCURATORATE = "检察院"
    MILITARY = "军队"
    MASS = "群团"
    ENTERPRISE = "企事业单位"


class Level(StrEnum):
    """The level of the organ, highest first."""

    NATION = "国家级"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    TOWN = "乡级"


@dataclass(frozen=True, slots=True)
class Organ:
    """An organisation: its full name, the regular short forms, and how it stands to others."""

    name: str
    short: tuple[str, ...] = ()
    system: System | None = None
    level: Level | None = None
    superior: str = ""
    codes: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it may be called."""
        return (self.name, *self.short)


@dataclass(frozen=True, slots=True)
class _List:
    organ: tuple[Organ, ...]


class Directory:
    """The organisations around a unit."""

    def __init__(self, organs: tuple[Organ, ...]) -> None:
        self.organs = organs

    @cached_property
    def _by_name(self) -> Mapping[str, Organ]:
        return {name: organ for organ in self.organs for name in organ.names}

    def find(self, name: str) -> Organ | None:
        """The organ of that full or short name; a list of names or an unknown one gives None."""
        return self._by_name.get(_plain(name))

    def above(self, organ: Organ) -> Iterator[Organ]:
        """Its superiors, the direct one first."""
        seen = {organ.name}
        while organ.superior and organ.superior not in seen:
            seen.add(organ.superior)
            upper = self._by_name.get(organ.superior)
            if upper is None:
                return
            yield upper
            organ = upper

    def is_above(self, upper: Organ, lower: Organ) -> bool:
        """Whether `upper` is a superior of `lower`, direct or not."""
        return any(organ is upper for organ in self.above(lower))

    def is_above_any(self, upper: Organ, lower: Iterable[Organ]) -> bool:
        """Whether `upper` is a superior of one of `lower`."""
        return any(self.is_above(upper, organ) for organ in lower)

    def is_below_any(self, lower: Organ, upper: Iterable[Organ]) -> bool:
        """Whether `lower` is a subordinate of one of `upper`."""
        return any(self.is_above(organ, lower) for organ in upper)


_FILLER = expression(r"[\s：:，、。]+|（[^）]*）$")


def _plain(name: str) -> str:
    return _FILLER.sub("", name)


def load_directory(path: Path) -> Directory:
    """The directory in the TOML file at `path`; `ConfigurationInvalid` names the key or the organ that is wrong."""
    try:
        text = no_pipe(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigurationInvalid(f"找不到机构名录“{path}”", "检查 --org 后面的文件名。") from error
    except OSError as error:
        raise ConfigurationInvalid(f"机构名录“{path}”读不出来：{reason_of(error)}", "检查文件的权限。") from error
    except UnicodeDecodeError as error:
        raise not_toml(path.name, error) from error
    organs = table.parse(_List, text, path.name).organ
    owners: dict[str, str] = {}
    for number, organ in enumerate(organs, 1):
        if not organ.name.strip():
            raise ConfigurationInvalid(f"{path.name}：organ[{number}].name 是空的", "写机构的全称，或者去掉这一项。")
        for name in organ.names:
            if owners.setdefault(name, organ.name) != organ.name:
                raise ConfigurationInvalid(
                    f"{path.name}：“{name}”同时是“{owners[name]}”和“{organ.name}”的名称", "一个名称只能属于一个机构。"
                )
    for organ in organs:
        if organ.superior and organ.superior not in owners:
            raise ConfigurationInvalid(
                f"{path.name}：“{organ.name}”的上级“{organ.superior}”不在名录里", "把上级也列进来，或者去掉 superior。"
            )
    return Directory(organs)
