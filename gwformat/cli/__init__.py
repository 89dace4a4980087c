"""The command line: arguments come in, one call of `gwformat.api` is made, a report and an exit code go out."""

from __future__ import annotations

import os
import sys

from gwformat.errors import INTERRUPTED, READER_GONE, OutputNotWritable

_VALUES_BETWEEN_SEARCHES = 50_000


def main() -> None:
    """Run `gwformat` as the console script does."""
    try:
        code = _run()
    except KeyboardInterrupt:  # while the modules were loaded; what comes later is in the hands of `run`
        print("已中断。", file=sys.stderr)
        code = INTERRUPTED
    except BrokenPipeError:  # what went wrong could not even be told
        code = READER_GONE
    except OSError:  # nor could it on a full disk; Python would leave with 1, which says that something was found
        code = OutputNotWritable.exit_code
    for stream in filter(None, (sys.stdout, sys.stderr)):  # None where it was closed
        try:
            stream.flush()
        except OSError:  # has been told of; Python would meet it again at the end, and put a code of its own for ours
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(code)


def _run() -> int:
    import gc

    # Loading the modules makes many values and no garbage; searching them for cycles is 4 % of a start.
    gc.set_threshold(_VALUES_BETWEEN_SEARCHES)

    from gwformat.cli.program import run

    return run()
