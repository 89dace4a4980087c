"""A table of faults in; how many of them the checker finds, at the right place and by the right rule, out.

    python benchmarks/mutants.py [--each 4] [--seed 1] [--only WORDS] [--list-missed] [--warnings] [--foreign]

Each kind of fault (`mutants_data/突变.txt`, see mutant_table.py) is planted into docx that `gwformat format` made of
drafts of several genres, one fault at a time, and the file is then disguised (mutant_disguise.py): as it is, with its
runs split, without all traces of gwformat, without styles. Found is what a file says that it did not say before the
fault. Exit code 1: fewer than 98 % are found at their place, or other errors came with them. `--foreign` has
LibreOffice save each file before it is checked.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.mutant_disguise import DISGUISES
from benchmarks.mutant_docx import DOCUMENT, Docx, text
from benchmarks.mutant_planting import ROLES, NotHere, Place, levels, plant
from benchmarks.mutant_table import DATA, WHOLE, Kind, kinds
from gwformat import api
from gwformat.findings import Finding, Location, Severity

ENOUGH = 0.98
CLOSE = 40  # characters a finding may cover in a longer paragraph
MOVED = frozenset({"L269"})  # on which page the imprint comes to stand depends on every line above it
OPTIONS = api.CheckOptions(directory=DATA / "机构.toml")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault in one file, and the paragraphs where it may be found."""

    kind: Kind
    genre: str
    level: str
    disguise: str
    data: bytes
    places: tuple[tuple[int, str], ...]  # number and words of paragraphs; none: the file
    start: int | None
    end: int | None

    def __str__(self) -> str:
        return f"{self.genre}·{self.disguise}{f'·{self.level}' if self.level else ''}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checker said of a mutant."""

    mutant: Mutant
    found: bool
    placed: bool
    new: tuple[Finding, ...]

    def others(self, severity: Severity) -> list[Finding]:
        """New findings of a severity that are not true of the fault."""
        true = {*self.mutant.kind.codes, *self.mutant.kind.also, *MOVED}
        return [finding for finding in self.new if finding.severity is severity and finding.code not in true]


@cache
def ground(genre: str) -> bytes:
    """The docx of a draft."""
    draft = next(path for path in (DATA / "drafts").iterdir() if path.stem == genre)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "成品.docx"
        api.format_file(draft, target)
        return target.read_bytes()


def mutants(kind: Kind, each: int, seed: int) -> Iterator[Mutant]:
    """So many files with this fault, in different genres, levels and disguises."""
    chance = random.Random(f"{seed} {kind.name}")
    cases = [(genre, level) for genre in kind.genres for level in levels(kind.steps)]
    chance.shuffle(cases)
    disguises = list(DISGUISES)
    chance.shuffle(disguises)
    made = 0
    for number in range(4 * max(each, len(cases))):
        if made == each:
            return
        found = mutant(kind, *cases[number % len(cases)], disguises[made % len(disguises)], chance)
        if found is not None:
            made += 1
            yield found


def mutant(kind: Kind, genre: str, level: str, disguise: str, chance: random.Random) -> Mutant | None:
    """The draft of a genre with the fault; None if it has no place for it."""
    docx = Docx(ground(genre))
    try:
        place = plant(docx, kind.steps, level, chance)
    except NotHere:
        return None
    if WHOLE in kind.places:
        place = Place()
    allowed = [p for name in kind.places if name != WHOLE for p in docx.roles.get(ROLES[name], [])]
    DISGUISES[disguise](docx, chance)
    paragraphs = docx.paragraphs()
    numbers = [paragraphs.index(p) + 1 for p in (*place.paragraphs, *allowed) if p in paragraphs]
    places = tuple((number, text(paragraphs[number - 1])) for number in numbers)
    exact = len(place.paragraphs) == 1 and not allowed
    start, end = (place.start, place.end) if exact else (None, None)
    return Mutant(kind, genre, level, disguise, docx.data(), places, start, end)


@cache
def before(genre: str, disguise: str) -> frozenset[tuple[str, str]]:
    """What is said of a draft without a fault in this disguise."""
    docx = Docx(ground(genre))
    DISGUISES[disguise](docx, random.Random(genre))
    return frozenset((finding.code, finding.message) for finding in checked(docx.data()))


def checked(data: bytes) -> tuple[Finding, ...]:
    """What the checker says of a file, what it could not verify left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "文件.docx"
        path.write_bytes(data)
        findings = api.check_file(path, OPTIONS).findings
    return tuple(f for f in findings if f.severity is not Severity.UNVERIFIED or f.code == "G001")


def outcome(mutant: Mutant, data: bytes, known: frozenset[tuple[str, str]]) -> Outcome:
    """Check a mutant; `data` is its file, which another program may have saved."""
    new = tuple(f for f in checked(data) if (f.code, f.message) not in known)
    meant = [finding for finding in new if finding.code in mutant.kind.codes]
    # LibreOffice puts the page break before a table behind the words of the paragraph above it.
    words = [text(paragraph).rstrip("\n") for paragraph in Docx(data).paragraphs()]
    same = data == mutant.data
    placed = any(stands(mutant, place, words, same) for f in meant for place in f.places or (f.location,))
    return Outcome(mutant, bool(meant), placed, new)


def stands(mutant: Mutant, place: Location, words: Sequence[str], same: bool) -> bool:
    """Whether a finding stands where the fault is; in a file saved anew the paragraph is known by its words."""
    if not mutant.places:
        return True
    if place.part != DOCUMENT or place.paragraph is None:
        return False
    here = place.paragraph, words[place.paragraph - 1]
    if not (here in mutant.places if same else here[1] in [said for _, said in mutant.places]):
        return False
    if mutant.start is None or mutant.end is None or place.start is None or place.end is None:
        return True
    meets = place.start <= mutant.end + 1 and place.end >= mutant.start - 1  # what is missing is seen beside its place
    whole = mutant.start == 0 and mutant.end >= len(here[1])
    return meets and (whole or len(here[1]) <= CLOSE or place.end - place.start <= CLOSE)


def report(outcomes: Sequence[Outcome], *, missed: bool, warnings: bool) -> bool:
    """Print the table; whether enough was found and nothing else."""
    by_kind: dict[str, list[Outcome]] = {}
    for found in outcomes:
        by_kind.setdefault(found.mutant.kind.name, []).append(found)
    print(f"{'rule':10}{'planted':>8}{'found':>6}{'place':>6}{'extra':>6}{'warn':>6}  kind")
    for name, group in by_kind.items():
        extra, doubts = (sum(len(o.others(s)) for o in group) for s in (Severity.ERROR, Severity.WARNING))
        found, placed = sum(o.found for o in group), sum(o.placed for o in group)
        poor = placed < len(group) or extra or (warnings and doubts)
        if not missed or poor:
            code = "/".join(group[0].mutant.kind.codes)
            print(f"{code:10}{len(group):8}{found:6}{placed:6}{extra:6}{doubts:6}  {name}")
        for each in group if missed else ():
            _explain(each, warnings)
    for area in "ELFRT":
        _sum(f"area {area}", [o for o in outcomes if o.mutant.kind.area == area])
    for disguise in DISGUISES:
        _sum(disguise, [o for o in outcomes if o.mutant.disguise == disguise])
    _sum("all", outcomes)
    print(f"{len(by_kind)} kinds, {sum(all(o.placed for o in group) for group in by_kind.values())} always found")
    return sum(o.placed for o in outcomes) >= ENOUGH * len(outcomes) and not any(
        o.others(Severity.ERROR) for o in outcomes
    )


def _explain(found: Outcome, warnings: bool) -> None:
    others = [*found.others(Severity.ERROR), *(found.others(Severity.WARNING) if warnings else ())]
    if not found.placed:
        said = Counter(f.code for f in found.new)
        print(f"    {found.mutant}: {'elsewhere' if found.found else 'not found'}; said: {dict(said)}")
        for each in found.new if found.found else ():
            print(f"        {each.code} {each.location} {each.words[:20]} / {found.mutant.places[:2]}"[:220])
    for each in others:
        print(f"    {found.mutant}: also {each.code} {each.severity} {each.message[:70]}")


def _sum(label: str, outcomes: Sequence[Outcome]) -> None:
    if not outcomes:
        return
    count, found, placed = len(outcomes), sum(o.found for o in outcomes), sum(o.placed for o in outcomes)
    extra, doubts = (sum(len(o.others(s)) for o in outcomes) for s in (Severity.ERROR, Severity.WARNING))
    print(
        f"{label}: {count} planted, {found} found ({found / count:.1%}), "
        f"{placed} at their place ({placed / count:.1%}), {extra} other errors, {doubts} other warnings"
    )


def main() -> int:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=4, help="mutants of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="kinds whose rule or name begins with this")
    parser.add_argument("--list-missed", action="store_true", help="say what was not found, or found besides")
    parser.add_argument("--warnings", action="store_true", help="list other warnings too")
    parser.add_argument("--foreign", action="store_true", help="let LibreOffice save the files before the check")
    options = parser.parse_args()
    chosen = [kind for kind in all_kinds() if options.only in (kind.name, "") or kind.codes[0].startswith(options.only)]
    made = [mutant for kind in chosen for mutant in mutants(kind, options.each, options.seed)]
    outcomes = foreign(made) if options.foreign else [outcome(m, m.data, before(m.genre, m.disguise)) for m in made]
    return 0 if report(outcomes, missed=options.list_missed, warnings=options.warnings) else 1


def all_kinds() -> list[Kind]:
    return kinds(tuple(sorted(path.stem for path in (DATA / "drafts").iterdir())))


def foreign(made: Sequence[Mutant]) -> list[Outcome]:
    """The outcomes after LibreOffice has saved each file as docx."""
    from benchmarks.mutant_resaving import resaved

    genres = sorted({(m.genre, m.disguise) for m in made})
    bare = []
    for genre, disguise in genres:
        docx = Docx(ground(genre))
        DISGUISES[disguise](docx, random.Random(genre))
        bare.append(docx.data())
    saved = resaved([*bare, *(m.data for m in made)])
    known = {
        key: frozenset((f.code, f.message) for f in checked(data)) for key, data in zip(genres, saved, strict=False)
    }
    pairs = zip(made, saved[len(bare) :], strict=True)
    return [outcome(m, data, known[m.genre, m.disguise]) for m, data in pairs]


if __name__ == "__main__":
    raise SystemExit(main())
