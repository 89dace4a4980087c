"""A summary comes in; JSON for other programs goes out."""

from __future__ import annotations

import json

from gwformat.batch.journal import said
from gwformat.batch.summary import Summary


def dumps(summary: Summary) -> bytes:
    """The run, its totals, and every file; bytes of names that are no UTF-8 are lone surrogates, as Python has them."""
    value = {
        "do": summary.run.do,
        "started": summary.run.started,
        "finished": summary.finished,
        "totals": {state.value: count for state, count in sorted(summary.states.items())},
        "counts": dict(sorted(summary.counts.items())),
        "files": [{**said(one), "state": one.state.value} for one in summary.outcomes],
    }
    return json.dumps(value, ensure_ascii=False, indent=1).encode(errors="backslashreplace")
