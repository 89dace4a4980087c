"""The journal of a run comes in; its summary as CSV, JSON and a page to look at stands beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from gwformat import output
from gwformat.batch import journal
from gwformat.batch.outcomes import Outcome, State
from gwformat.values import dataclass

INDEX = "index.html"
_COUNTED = {
    "error": "错误",
    "warning": "警告",
    "info": "提示",
    "unverified": "未核实",
    "changes": "改动",
    "missing": "缺少要素",
    "pages": "页",
}
_WORST_FIRST = (State.FAILED, State.DONE, State.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Summary:
    """A run and all its outcomes: what failed first, then by the names of the files."""

    run: journal.Run
    finished: bool
    outcomes: tuple[Outcome, ...]

    @property
    def states(self) -> Counter[State]:
        """How many files ended how."""
        return Counter(outcome.state for outcome in self.outcomes)

    @property
    def counts(self) -> Counter[str]:
        """Findings, changes and pages of all files together."""
        total: Counter[str] = Counter()
        for outcome in self.outcomes:
            total.update(outcome.counts)
        return total


def summary_of(path: Path) -> Summary | None:
    """What the journal at `path` says of its last run; None where there is none."""
    history = journal.read(path)
    if history.run is None:
        return None
    ranked = sorted(history.of_run.values(), key=lambda one: (_WORST_FIRST.index(one.state), one.name))
    return Summary(history.run, history.finished, tuple(ranked))


def counted(counts: Mapping[str, int]) -> str:
    """“错误 2，警告 5”; "" where there is nothing to count."""
    return "，".join(f"{label} {counts[name]}" for name, label in _COUNTED.items() if counts.get(name))


def told(states: Mapping[State, int]) -> str:
    """“完成 18 份，未变 2 份，未完成 0 份”."""
    return "，".join(f"{state.label} {states.get(state, 0)} 份" for state in State)


def write(folder: Path, journal_path: Path) -> None:
    """Write the summary of the last run into `folder`, over that of the run before."""
    from gwformat.batch.summary import as_csv, as_html, as_json

    summary = summary_of(journal_path)
    if summary is None:
        return
    output.write_atomically(folder / "summary.csv", as_csv.table(summary))
    output.write_atomically(folder / "summary.json", as_json.dumps(summary))
    output.write_atomically(folder / INDEX, as_html.index(summary))
