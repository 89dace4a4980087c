"""A TOML table of accepted faults comes in, waivers that know which findings they cover go out.

    [[waiver]]
    rule = "T512"
    reason = "引文照录原文"
    paragraph = 12        # optional: only there
    text = "布署"         # optional: only where these words are

It stands beside the file (`文件名.docx.gwcheck.toml`) or, in a docx, in the custom property `gwformat-waivers`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gwformat.check.registry import all_rules
from gwformat.errors import ConfigurationInvalid, reason_of
from gwformat.findings import Finding
from gwformat.profiles import table
from gwformat.text.toml_mistakes import not_toml
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.ooxml.package import Package

SUFFIX = ".gwcheck.toml"
PROPERTY = "gwformat-waivers"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A fault that is accepted: the rule (or the beginning of its code), the reason, and where."""

    rule: str
    reason: str
    paragraph: int | None = None
    text: str | None = None

    def covers(self, finding: Finding) -> bool:
        """Whether `finding` is one of those accepted."""
        return (
            finding.code.startswith(self.rule)
            and self.paragraph in (None, finding.location.paragraph)
            and (self.text is None or self.text in finding.words or self.text in finding.message)
        )


@dataclass(frozen=True, slots=True)
class _List:
    waiver: tuple[Waiver, ...] = ()


def waivers_of(path: Path, package: Package | None = None) -> tuple[Waiver, ...]:
    """The waivers for the file at `path`; `ConfigurationInvalid` names the file and the key that is wrong."""
    found: list[Waiver] = []
    beside = path.with_name(path.name + SUFFIX)
    if beside.is_file():
        found.extend(_parsed(_text(beside), beside.name))
    if package is not None:
        said = package.custom_property(PROPERTY)
        if said:
            found.extend(_parsed(said, f"{path.name} 的文档属性 {PROPERTY}"))
    return tuple(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationInvalid(f"豁免清单“{path.name}”读不出来：{reason_of(error)}", "检查文件的权限。") from error
    except UnicodeDecodeError as error:
        raise not_toml(path.name, error) from error


def _parsed(text: str, where: str) -> tuple[Waiver, ...]:
    found = table.parse(_List, text, where).waiver
    for waiver in found:
        if not waiver.reason.strip():
            raise ConfigurationInvalid(
                f"{where}：规则 {waiver.rule} 的豁免没有写理由", "每项都要写明 reason，报告里会列出。"
            )
        if not waiver.rule or not any(code.startswith(waiver.rule) for code in all_rules()):
            raise ConfigurationInvalid(f"{where}：没有以“{waiver.rule}”开头的规则", "用 gwformat rules 查看全部规则。")
    return found
