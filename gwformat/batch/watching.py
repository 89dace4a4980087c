"""Folders that files come into are watched; what is new or changed and no longer being written is worked on."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gwformat.batch.collecting import collect, refuse_output_among
from gwformat.batch.jobs import Job
from gwformat.batch.run import Ended, Told, Wanted, run

# Looking again and again works on network drives too, where systems do not tell of changes.
_INTERVAL = 2.0

_Stamp = tuple[int, int]


def watch(job: Job, sources: Sequence[str], wanted: Wanted, told: Told, interval: float = _INTERVAL) -> Iterator[Ended]:
    """Do `job` whenever there is something to do; each run as it has ended. Goes on until it is interrupted."""
    done: dict[str, _Stamp] = {}
    refuse_output_among(sources, wanted.output)
    before: dict[str, _Stamp] = {}
    while True:
        now = _stamps(job, sources, wanted)
        # The same twice in a row: whoever is saving it has finished.
        ready = {name for name, stamp in now.items() if before.get(name) == stamp != done.get(name)}
        if ready:
            yield run(job, sources, replace(wanted, only=frozenset(ready)), told)
            done = {**done, **{name: now[name] for name in ready}}
        before = now
        time.sleep(interval)


def _stamps(job: Job, sources: Sequence[str], wanted: Wanted) -> dict[str, _Stamp]:
    stamps: dict[str, _Stamp] = {}
    collected = collect(sources, job.suffixes, wanted.output, results=wanted.results)
    for name, path in collected.sources.items():
        try:
            state = path.stat()
        except OSError:
            continue
        stamps[name] = (state.st_mtime_ns, state.st_size)
    return stamps
