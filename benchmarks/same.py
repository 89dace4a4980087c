"""The same drafts spelled otherwise go through `inspect`, `format` and `check`; how many come out the same goes out.

    python benchmarks/same.py DIR… [--only TEXT] [--kind NAME…] [--seed 1] [--show 3] [--keep FOLDER]

DIR are docx drafts, or folders of them; each is tried as it is and as the program formats it. A spelling says the same
in other XML: nothing may come of it but that rules about what a file carries unseen tell of the spelling itself.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.mutant_docx import Docx
from benchmarks.spelling_outcome import ASPECTS, Outcome, differences, outcome_of
from benchmarks.spelling_package import PACKAGES
from benchmarks.spelling_runs import RUNS
from benchmarks.spelling_styles import STYLES
from benchmarks.spelling_wrappers import WRAPPERS
from gwformat.api import FormatOptions, format_file
from gwformat.errors import GwError

Spelling = Callable[[bytes, random.Random], bytes | None]
TELLING = {
    "字符引用": frozenset({"X638"}),  # comments of XML
    "部件名": frozenset({"X627", "X642"}),
    "部件大小写": frozenset({"X642"}),  # words between the types
    "内容类型": frozenset({"X642"}),
    "编辑痕迹": frozenset({"X610", "X626"}),
    "空段落片": frozenset({"X631"}),  # the empty runs name a font
    "控件标签": frozenset({"X634"}),
    "超链接": frozenset({"X626"}),  # the place they lead to is not there
    "修订插入": frozenset({"X601"}),
    "样式标识": frozenset({"X631"}),  # ours are known by their ids
    "主题字体": frozenset({"F322"}),
    "段落进样式": frozenset({"X631", "X642"}),
    "无闲样式": frozenset({"X631", "X639", "X642"}),
}
"""The rules that tell of a spelling itself."""


def _on_trees(change: Callable[[Docx, random.Random], None]) -> Spelling:
    def spell(data: bytes, chance: random.Random) -> bytes:
        docx = Docx(data)
        change(docx, chance)
        return docx.data()

    return spell


SPELLINGS: dict[str, Spelling] = {
    **PACKAGES,
    **{name: _on_trees(change) for name, change in (RUNS | WRAPPERS | STYLES).items()},
}
"""All the ways of spelling; None where a file cannot be spelled so."""


def drafts(places: list[Path], only: str, work: Path) -> Iterator[tuple[str, bytes]]:
    """Each draft with its name, and once more as it comes out formatted."""
    found = [path for place in places for path in ([place] if place.is_file() else sorted(place.rglob("*.docx")))]
    for path in found:
        if only not in str(path):
            continue
        yield path.name, path.read_bytes()
        target = work / "formatted.docx"
        try:
            format_file(path, target, FormatOptions(force=True))
        except GwError:
            continue
        yield f"成品 {path.name}", target.read_bytes()


class Comparison:
    """Counts, by spelling and aspect, how many drafts gave the same; prints what did not."""

    def __init__(self, show: int) -> None:
        self.tried: Counter[str] = Counter()
        self._same: Counter[tuple[str, str]] = Counter()
        self._show = show

    def add(self, name: str, kind: str, first: Outcome, second: Outcome) -> None:
        """One draft in one spelling."""
        self.tried[kind] += 1
        for aspect in ASPECTS:
            had, has = first.aspect(aspect), second.aspect(aspect)
            if had == has:
                self._same[kind, aspect] += 1
                continue
            gone, new = differences(had, has)
            print(f"{kind} {aspect} {name}：少 {len(gone)} 多 {len(new)}{'' if gone or new else '，次序不同'}")
            for sign, said in [*(("－", said) for said in gone[: self._show]), *(("＋", s) for s in new[: self._show])]:
                print(f"  {sign} {' '.join(said.split())[:160]}", flush=True)

    def report(self) -> bool:
        """Print the table; whether all gave the same."""
        print(f"{'写法':　<8}份数\t" + "\t".join(ASPECTS))
        for kind, count in self.tried.items():
            print(f"{kind:　<8}{count}\t" + "\t".join(str(self._same[kind, aspect]) for aspect in ASPECTS))
        return all(self._same[kind, aspect] == count for kind, count in self.tried.items() for aspect in ASPECTS)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("places", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--only", default="", help="only files whose path contains this")
    parser.add_argument("--kind", nargs="*", choices=SPELLINGS, default=list(SPELLINGS), metavar="NAME")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=3, help="differences of a file that are printed")
    parser.add_argument("--keep", type=Path, help="folder for the files in other spellings")
    asked = parser.parse_args()
    comparison = Comparison(asked.show)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        source, target = work / "草稿.docx", work / "成品.docx"
        for name, data in drafts(asked.places, asked.only, work):
            source.write_bytes(data)
            first = outcome_of(source, target)
            for kind in asked.kind:
                other = SPELLINGS[kind](data, random.Random(f"{asked.seed} {name} {kind}"))
                if other is None:
                    continue
                telling = TELLING.get(kind, frozenset())
                source.write_bytes(other)
                if asked.keep:
                    asked.keep.mkdir(parents=True, exist_ok=True)
                    (asked.keep / f"{kind}-{name}").write_bytes(other)
                second = outcome_of(source, target)
                comparison.add(name, kind, first.without(telling), second.without(telling))
    return 0 if comparison.report() else 1


if __name__ == "__main__":
    sys.exit(main())
