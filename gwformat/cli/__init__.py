"""The command line: arguments come in, one call of `gwformat.api` is made, a report and an exit code go out."""

from __future__ import annotations

_VALUES_BETWEEN_SEARCHES = 50_000


def main() -> None:
    """Run `gwformat` as the console script does."""
    import gc
    import sys

    # Loading the modules makes many values and no garbage; searching them for cycles is 4 % of a start.
    gc.set_threshold(_VALUES_BETWEEN_SEARCHES)

    from gwformat.cli.program import run

    sys.exit(run())
