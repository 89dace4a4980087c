"""The ledger as a value: what became of every character and object of the source, and what does not add up."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum

from gwformat.model import Role
from gwformat.values import dataclass


class ObjectKind(StrEnum):
    """What is counted besides characters; the value is the word the user reads."""

    TABLE = "表格"
    IMAGE = "图片"
    SHAPE = "图形"
    TEXT_BOX = "文本框"
    CHART = "图表"
    DIAGRAM = "SmartArt 图形"
    EMBEDDED = "嵌入对象"
    FORMULA = "公式"
    FOOTNOTE = "脚注"
    ENDNOTE = "尾注"
    COMMENT = "批注"
    HYPERLINK = "超链接"
    FIELD = "域"
    SYMBOL = "符号"
    RUBY = "注音"
    HIDDEN = "隐藏文字"
    BREAK = "分页符或分栏符"
    INSERTION = "修订插入"
    DELETION = "修订删除"
    CONTENT_CONTROL = "内容控件"
    BOOKMARK = "书签"
    SECTION = "分节符"
    ALT_CHUNK = "外部文档块"
    STORY = "页眉页脚"
    OTHER = "其他内容"


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters of one role.

    `source` = kept + moved + rerendered + changed + dropped; `result` = kept + moved + rerendered + added.
    A replaced character counts once as changed and its replacement once as added.
    """

    role: Role | None  # None for the total
    kept: int = 0
    moved: int = 0
    rerendered: int = 0
    changed: int = 0
    dropped: int = 0
    added: int = 0

    @property
    def source(self) -> int:
        """Characters the draft has."""
        return self.kept + self.moved + self.rerendered + self.changed + self.dropped

    @property
    def result(self) -> int:
        """Characters the result has."""
        return self.kept + self.moved + self.rerendered + self.added


@dataclass(frozen=True, slots=True)
class Objects:
    """Objects of one kind: how many the source has, how many the result, how many are gone and why."""

    kind: ObjectKind
    source: int
    result: int
    dropped: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of one run. `problems` says in Chinese what does not add up; empty means proven."""

    characters: tuple[Characters, ...]
    objects: tuple[Objects, ...]
    problems: tuple[str, ...] = ()

    @property
    def balanced(self) -> bool:
        """Whether every character and object is accounted for."""
        return not self.problems

    @property
    def total(self) -> Characters:
        """The characters of all roles together."""
        columns = ("kept", "moved", "rerendered", "changed", "dropped", "added")
        return Characters(None, *(sum(getattr(row, column) for row in self.characters) for column in columns))

    def summary(self) -> str:
        """A few lines for the terminal."""
        total = self.total
        kept = [f"原文 {total.source} 字符", f"保留 {total.kept}"]
        columns = {
            "移动": total.moved,
            "重排": total.rerendered,
            "改动": total.changed,
            "去除": total.dropped,
            "补充": total.added,
        }
        kept += [f"{name} {count}" for name, count in columns.items() if count]
        lines = ["，".join(kept) + f"，成品 {total.result} 字符"]
        if any(row.source or row.result for row in self.objects):
            lines.append("、".join(_object_line(row) for row in self.objects if row.source or row.result))
        lines += [f"不平：{problem}" for problem in self.problems]
        lines.append("内容核对无误" if self.balanced else f"内容核对未通过（{len(self.problems)} 处）")
        return "\n".join(lines)

    def to_json(self) -> str:
        """The whole account as JSON."""
        rows = [
            {"role": row.role.key if row.role else None, "label": row.role, "source": row.source, "result": row.result}
            | {key: value for key, value in asdict(row).items() if key != "role"}
            for row in (*self.characters, self.total)
        ]
        value = {
            "balanced": self.balanced,
            "characters": rows,
            "objects": [asdict(row) for row in self.objects],
            "problems": self.problems,
        }
        return json.dumps(value, ensure_ascii=False, indent=2)


def _object_line(row: Objects) -> str:
    line = f"{row.kind} {row.source}→{row.result}"
    return f"{line}（{'；'.join(row.reasons)}）" if row.dropped and row.reasons else line
