"""The command line: arguments come in, one call of `gwformat.api` is made, a report and an exit code go out."""

from __future__ import annotations


def main() -> None:
    """Run `gwformat` as the console script does."""
    import sys

    from gwformat.cli.program import run

    sys.exit(run())
