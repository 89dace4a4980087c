"""What an exchange did comes in; its manifest goes out, and from a manifest and a file whether the two agree.

A manifest goes with the file, so it names no person and repeats no words: elements and sources stand in it as hashes.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gwformat import __version__
from gwformat.check import Policy
from gwformat.check.gate import code_of
from gwformat.errors import InputUnreadable, no_pipe
from gwformat.findings import Finding
from gwformat.model import Document
from gwformat.ooxml.leaks import Leak, LeakKind, View, said_fonts
from gwformat.ooxml.marks import fingerprint
from gwformat.ooxml.package import Package
from gwformat.values import dataclass

if TYPE_CHECKING:
    from gwformat.writers.docx.mapping import Mapped
    from gwformat.writers.docx.sanitise import Sanitised

FORMAT = "gwformat-exchange/1"
_COMPARED = ("label", "fingerprint")  # of each element


@dataclass(frozen=True, slots=True)
class Made:
    """One exchange."""

    source: bytes
    result: bytes
    system: str
    policy: Policy
    settled: frozenset[LeakKind]
    document: Document
    pages: int | None
    pages_unknown: str  # why the number of pages depends on the program that shows the file; "" if it does not
    sanitised: Sanitised
    mapped: Mapped
    warned: tuple[Finding, ...]


def of(made: Made) -> dict[str, Any]:
    """The manifest; the same exchange always gives the same one."""
    return {
        "format": FORMAT,
        "program": f"gwformat {__version__}",
        "source": {"sha256": _sha256(made.source)},
        "result": {"sha256": _sha256(made.result), "bytes": len(made.result)},
        "options": {
            "to": made.system,
            "settled": sorted(kind.value for kind in made.settled),
            "policy": {code: action.value for code, action in sorted(made.policy.rules.items())},
        },
        "kind": made.document.kind.value,
        "genre": made.document.genre,
        "elements": elements(made.document),
        "pages": made.pages,
        **({"pages_unknown": made.pages_unknown} if made.pages_unknown else {}),
        "fonts": fonts(made.sanitised.package),
        "changed": _changed(made.mapped),
        "removed": _removed(made.sanitised.removed),
        "findings": [_finding(finding) for finding in made.warned],
    }


def dumps(value: Mapping[str, Any]) -> bytes:
    """A manifest as JSON."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode(errors="backslashreplace")


def load(path: Path) -> dict[str, Any]:
    """The manifest at `path`; `InputUnreadable` if it is missing or none."""
    try:
        value = json.loads(no_pipe(path).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputUnreadable(f"找不到清单“{path}”", "清单和文件放在一起，文件名后加 .json。") from error
    except (OSError, ValueError, RecursionError) as error:
        raise InputUnreadable(f"清单 {path} 读不出来", "请发文单位重新发送文件和清单。") from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise InputUnreadable(f"{path} 不是交换清单", "请确认清单是 gwformat exchange 写出的。")
    if not _has_what_is_compared(value):
        raise InputUnreadable(f"清单 {path} 的内容不全，或者被改动过", "请发文单位重新发送文件和清单。")
    return value


def _has_what_is_compared(value: Mapping[str, Any]) -> bool:
    """Whether what `disagreements` looks at is there and of the right kind: a manifest comes from outside."""
    result, rows, names = value.get("result"), value.get("elements"), value.get("fonts")
    return (
        isinstance(result, dict)
        and isinstance(result.get("sha256"), str)
        and isinstance(names, list)
        and all(isinstance(name, str) for name in names)
        and isinstance(rows, list)
        and all(isinstance(row, dict) and all(isinstance(row.get(key), str) for key in _COMPARED) for row in rows)
    )


def elements(document: Document) -> list[dict[str, str]]:
    """Each element with words: what it is, and a hash of what it says."""
    return [
        {"role": block.role.key, "label": block.role.value, "fingerprint": fingerprint(block.text)}
        for block in document.blocks
        if block.text.strip()
    ]


def fonts(package: Package) -> list[str]:
    """The fonts a file names."""
    return sorted(said_fonts(View(package)))


def disagreements(said: Mapping[str, Any], data: bytes, recognise: Callable[[], Document]) -> Iterator[str]:
    """What a received file has otherwise than its manifest says; nothing if the two agree to the last bit."""
    if said["result"]["sha256"] == _sha256(data):
        return
    yield "文件和清单里的校验值（SHA-256）不一致，发出以后被改动过，或者不是同一份文件"
    try:
        document = recognise()
    except InputUnreadable as error:
        yield f"文件读不出来：{error.message}"
        return
    assert document.draft.package is not None
    before, now = said["elements"], elements(document)
    for label, change in _differing(before, now):
        yield f"要素“{label}”{change}"
    missing = set(said["fonts"]) - set(fonts(document.draft.package))
    added = set(fonts(document.draft.package)) - set(said["fonts"])
    if missing:
        yield f"少了字体：{'、'.join(sorted(missing))}"
    if added:
        yield f"多了字体：{'、'.join(sorted(added))}"


def _differing(before: Iterable[Mapping[str, str]], now: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """The elements that are gone, new or say something else, each by its label once."""
    was = Counter((row["label"], row["fingerprint"]) for row in before)
    has = Counter((row["label"], row["fingerprint"]) for row in now)
    gone, new = {label for label, _ in was - has}, {label for label, _ in has - was}
    for label in dict.fromkeys(label for label, _ in (*was, *has)):
        if label in gone and label in new:
            yield label, "内容变了"
        elif label in gone:
            yield label, "少了"
        elif label in new:
            yield label, "多了"


def _changed(mapped: Mapped) -> dict[str, Any]:
    """What became of fonts and lines; words that moved are told to the sender, not here."""
    kept = mapped.kept
    spared: Counter[str] = Counter()
    in_codes = [{"name": row.name, "count": row.count} for row in mapped.in_codes]
    for row in mapped.lacking:
        spared[row.kept] += row.count
    return {
        "from": mapped.source,
        "fonts": [{"before": row.before, "after": row.after, "count": row.count} for row in mapped.changes],
        "fonts_by_role": [
            {"before": row.before, "after": row.after, "role": row.role.key, "count": row.count}
            for row in mapped.by_role
        ],
        "unknown_fonts": [{"name": row.name, "count": row.count} for row in mapped.unknown],
        **({"fonts_in_codes": in_codes} if in_codes else {}),
        "kept_fonts": [{"name": name, "count": count} for name, count in sorted(spared.items())],
        "unembedded_fonts": list(mapped.dropped),
        "tracked": len(kept.tracked) if kept else 0,
        "moved_lines": [{"part": line.part, "paragraph": line.paragraph} for line in kept.moved] if kept else [],
    }


def _removed(leaks: Iterable[Leak]) -> list[dict[str, Any]]:
    """What went, by kind, part and paragraph; what it said is not repeated."""
    counted = Counter((code_of(leak.kind), leak.kind.value, leak.part, leak.paragraph) for leak in leaks)
    rows = [
        {"code": code, "kind": kind, "part": part, "paragraph": paragraph, "count": count}
        for (code, kind, part, paragraph), count in counted.items()
    ]
    return sorted(rows, key=lambda row: (row["code"], row["part"], row["paragraph"] or 0))


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "part": finding.location.part,
        "paragraph": finding.location.paragraph,
    }


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
