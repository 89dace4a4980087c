"""A directory of drafts comes in; which format each is taken for, and what speaks for it and against, goes out.

    python -m benchmarks.formats DIR [--only 函]

One line for each file: format, 文种, the signs that point to this format and those that point to another. A file whose
name says another format than was found is marked with ★; none of its words are shown.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gwformat import api
from gwformat.api.common import KIND_NAMES
from gwformat.errors import GwError
from gwformat.model import Align, Document, Kind, Role

_SUFFIXES = (".docx", ".dotx", ".doc", ".wps", ".rtf", ".odt", ".txt", ".md")
_MARKS = (
    (Kind.TELEGRAM, re.compile("(?:电报|明电|密电|发电)$")),
    (Kind.MINUTES, re.compile("纪要$")),
    (Kind.ORDER, re.compile("令$")),
    (Kind.GENERAL, re.compile("文件$")),
)
_GENRES = {"纪要": Kind.MINUTES, "命令（令）": Kind.ORDER, "函": Kind.LETTER}
_NAMED = (
    (Kind.MINUTES, re.compile("纪要|minutes")),
    (Kind.TELEGRAM, re.compile("电报|明电")),
    (Kind.ORDER, re.compile("命令|(?<![口指司])令")),
    (Kind.LETTER, re.compile("函")),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing in a document that only one format has."""

    kind: Kind
    what: str


def signs(document: Document) -> Iterator[Sign]:
    """What tells the format: mark, 文种, the number and where it stands, elements that only one format has."""
    for mark in (re.sub(r"\s", "", block.text) for block in document.of(Role.ISSUER_MARK)):
        yield from (Sign(kind, "标志") for kind, ending in _MARKS if ending.search(mark))
    if document.genre in _GENRES:
        yield Sign(_GENRES[document.genre], "文种")
    elif document.genre is not None:
        yield Sign(Kind.GENERAL, "文种")
    for number in document.of(Role.DOC_NUMBER):
        if re.search("函(?:字)?[〔（〈]", number.text):
            yield Sign(Kind.LETTER, "函字号")
        if number.look.align in (Align.RIGHT, Align.CENTER):
            yield Sign(Kind.LETTER if number.look.align is Align.RIGHT else Kind.GENERAL, "文号的位置")
    only = ((Role.ORDER_NUMBER, Kind.ORDER), (Role.DISPATCH, Kind.TELEGRAM), (Role.ATTENDEES, Kind.MINUTES))
    yield from (Sign(kind, role.value) for role, kind in only if document.first(role) is not None)


def line(name: str, document: Document) -> tuple[str, bool]:
    """The line of one file, and whether its name says another format."""
    found = list(dict.fromkeys(signs(document)))
    for_it = "、".join(sign.what for sign in found if sign.kind is document.kind) or "没有，取缺省"
    against = "、".join(f"{sign.what}（{KIND_NAMES[sign.kind]}）" for sign in found if sign.kind is not document.kind)
    named = next((kind for kind, words in _NAMED if words.search(name)), None)
    other = named is not None and named is not document.kind
    row = (KIND_NAMES[document.kind], document.genre or "—", f"依据：{for_it}", f"相反：{against}" if against else "")
    return f"{'★ ' if other else ''}{name}：{'；'.join(filter(None, row))}", other


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the list; 1 if any file could not be read by accident, not by rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--only", default="", metavar="WORDS", help="files whose path matches this expression")
    options = parser.parse_args(arguments)
    kinds: Counter[str] = Counter()
    others = 0
    for path in sorted(options.directory.rglob("*")):
        name = str(path.relative_to(options.directory))
        if path.suffix.lower() not in _SUFFIXES or not re.search(options.only, name):
            continue
        try:
            document = api.inspect_file(path)
        except GwError as error:
            print(f"{name}：读不了（{error.message}）")
            kinds["读不了"] += 1
            continue
        text, other = line(name, document)
        kinds[KIND_NAMES[document.kind]] += 1
        others += other
        print(text)
    total = "，".join(f"{kind} {count}" for kind, count in kinds.most_common())
    print(f"{kinds.total()} 份：{total}；名称与格式不同的 {others} 份")
    return 0


if __name__ == "__main__":
    sys.exit(main())
