"""The name of a template comes in, what its TOML file says of the draft goes out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from gwformat.errors import ConfigurationInvalid
from gwformat.model import Kind, Role, Seal
from gwformat.profiles import table
from gwformat.values import dataclass

_PACKAGE = "gwformat.drafting.documents"
_BASE = "_"  # files that others extend begin with it


@dataclass(frozen=True, slots=True)
class Template:
    """A draft with places to fill: each line of `head`, `main` and `imprint` is a paragraph.

    A line maps role keys to words; several of them run in, as a heading with the text after it does.
    """

    name: str
    says: str  # what it is for, one sentence
    clause: str
    kind: Kind
    seal: Seal
    head: tuple[Mapping[str, str], ...]
    main: tuple[Mapping[str, str], ...]
    imprint: tuple[Mapping[str, str], ...]

    @property
    def paragraphs(self) -> Iterator[tuple[tuple[Role, str], ...]]:
        """Each paragraph with the elements that stand in it, in order."""
        for line in (*self.head, *self.main, *self.imprint):
            yield tuple((self._role(key), words) for key, words in line.items())

    def _role(self, key: str) -> Role:
        try:
            return Role[key.upper()]
        except KeyError:
            keys = "、".join(role.key for role in Role)
            raise ConfigurationInvalid(f"模板“{self.name}”中有不认识的要素“{key}”", f"可用：{keys}") from None


@functools.cache
def template(name: str) -> Template:
    """The packaged template of that name."""
    return table.load(Template, _PACKAGE, name)


def template_names() -> tuple[str, ...]:
    """The names of all templates, the fifteen 文种 in the order of the regulation, then the others."""
    found = [name for name in table.names(_PACKAGE) if not name.startswith(_BASE)]
    return tuple(sorted(found, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)))


# 《党政机关公文处理工作条例》第八条
_ORDER = (
    *("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "印发通知", "通报"),
    *("报告", "请示", "批复", "议案", "函", "复函", "纪要", "红头", "上行红头", "联合红头", "联合上行红头"),
)
