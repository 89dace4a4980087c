"""The same drafts spelled otherwise go through `inspect`, `format` and `check`; how many come out the same goes out.

    python benchmarks/same.py DIR… [--only TEXT] [--kind NAME…] [--office] [--seed 1] [--show 3] [--keep FOLDER]

DIR are docx, txt and md drafts, or folders of them; a docx is tried as it is and as the program formats it. A spelling
says the same in other bytes: nothing may come of it but that rules about what a file carries unseen tell of the
spelling itself. With `--office` LibreOffice saves each docx in every format; there only the elements and their words
are compared, for it keeps neither places nor all formatting.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.mutant_docx import Docx
from benchmarks.spelling_office import resaved
from benchmarks.spelling_outcome import ASPECTS, Outcome, differences, outcome_of
from benchmarks.spelling_package import PACKAGES
from benchmarks.spelling_runs import RUNS
from benchmarks.spelling_styles import STYLES
from benchmarks.spelling_text import TEXTS, words_of
from benchmarks.spelling_unseen import UNSEEN
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
    "别的程序的选择": frozenset({"X638", "X641", "X642"}),
    "别的程序的记号": frozenset({"X638", "X641", "X642"}),
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
    **{name: _on_trees(change) for name, change in (RUNS | WRAPPERS | STYLES | UNSEEN).items()},
}
"""All the ways of spelling a docx; None where a file cannot be spelled so."""
KINDS = [*SPELLINGS, *TEXTS]


@dataclass(frozen=True, slots=True)
class Draft:
    """One file to be spelled otherwise."""

    name: str
    suffix: str
    data: bytes

    def spelled(self, kind: str, seed: int) -> bytes | None:
        """The file in a spelling; None where it cannot be spelled so."""
        if kind in TEXTS:
            return TEXTS[kind](words_of(self.data)) if self.suffix != ".docx" else None
        chance = random.Random(f"{seed} {self.name} {kind}")
        return SPELLINGS[kind](self.data, chance) if self.suffix == ".docx" else None


def drafts(places: list[Path], only: str, work: Path) -> Iterator[Draft]:
    """Each draft, a docx once more as it comes out formatted."""
    found = [path for place in places for path in ([place] if place.is_file() else sorted(place.rglob("*")))]
    for path in found:
        if only not in str(path) or path.suffix not in (".docx", ".txt", ".md"):
            continue
        yield Draft(path.name, path.suffix, path.read_bytes())
        if path.suffix != ".docx":
            continue
        target = work / "formatted.docx"
        try:
            format_file(path, target, FormatOptions(force=True))
        except GwError:
            continue
        yield Draft(f"成品 {path.name}", ".docx", target.read_bytes())


class Comparison:
    """Counts, by spelling and aspect, how many drafts gave the same; prints what did not."""

    def __init__(self, show: int) -> None:
        self.tried: Counter[tuple[str, str]] = Counter()
        self._same: Counter[tuple[str, str]] = Counter()
        self._show = show

    def add(self, name: str, kind: str, first: Outcome, second: Outcome, aspects: Iterable[str] = ASPECTS) -> None:
        """One draft in one spelling."""
        for aspect in aspects:
            self.tried[kind, aspect] += 1
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
        print("写法\t" + "\t".join(ASPECTS))
        for kind in dict.fromkeys(kind for kind, _ in self.tried):
            pairs = ((kind, aspect) for aspect in ASPECTS)
            print(f"{kind}\t" + "\t".join(f"{self._same[pair]}/{self.tried[pair]}" for pair in pairs))
        return self._same == self.tried


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("places", type=Path, nargs="+", metavar="DIR")
    parser.add_argument("--only", default="", help="only files whose path contains this")
    parser.add_argument("--kind", nargs="*", choices=KINDS, default=KINDS, metavar="NAME")
    parser.add_argument("--office", action="store_true", help="let LibreOffice save each docx in every format too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=3, help="differences of a file that are printed")
    parser.add_argument("--keep", type=Path, help="folder for the files in other spellings")
    asked = parser.parse_args()
    comparison = Comparison(asked.show)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        target = work / "成品.docx"
        for draft in drafts(asked.places, asked.only, work):
            source = work / f"草稿{draft.suffix}"
            source.write_bytes(draft.data)
            first = outcome_of(source, target)
            for way, copy in resaved(source, work) if asked.office and draft.suffix == ".docx" else ():
                comparison.add(draft.name, way, first, outcome_of(copy, target), ASPECTS[:1])
            for kind in asked.kind:
                other = draft.spelled(kind, asked.seed)
                if other is None:
                    continue
                source.write_bytes(other)
                if asked.keep:
                    asked.keep.mkdir(parents=True, exist_ok=True)
                    (asked.keep / f"{kind}-{draft.name}").write_bytes(other)
                telling = TELLING.get(kind, frozenset())
                comparison.add(draft.name, kind, first.without(telling), outcome_of(source, target).without(telling))
    return 0 if comparison.report() else 1


if __name__ == "__main__":
    sys.exit(main())
