"""How long `gwformat --help` takes from nothing, as a multiple of `python -c "import click"` (goal: at most 3).

python benchmarks/coldstart.py [--rounds 15]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

GOAL = 3.0
ROOT = Path(__file__).parents[1]

REFERENCE = [sys.executable, "-c", "import click"]
COMMANDS = {
    "gwformat --help": [sys.executable, "-m", "gwformat", "--help"],
    "gwformat format --help": [sys.executable, "-m", "gwformat", "format", "--help"],
}


def seconds(command: list[str]) -> float:
    """How long one process takes."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - started


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    reference: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for command in (REFERENCE, *COMMANDS.values()):
        seconds(command)  # fills the caches
    for _ in range(rounds):  # in turns: all see the same load of the machine
        reference.append(seconds(REFERENCE))
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    base = statistics.median(reference)
    print(f"{'python -c import click':<24} 1.00   ({base * 1000:.0f} ms)")
    for name, measured in times.items():
        goal = f"   (goal: at most {GOAL:.0f})" if name == "gwformat --help" else ""
        print(f"{name:<24} {statistics.median(measured) / base:.2f}{goal}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
