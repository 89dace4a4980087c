"""Folders with OFDs come in; what their signatures are worth, and whether a change of one byte is told, goes out.

    python benchmarks/seals.py DIR… [--each 20] [--seed 1]

Every signature is judged; then single bytes are changed, one at a time, of what it protects and is still as it was
signed, of its description and at the end of its signed value; each change must be told. Changes are made in the package
with zipfile, whatever they do to the page.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from gwformat.errors import GwError
from gwformat.ofd.reading import read_ofd
from gwformat.ofd.values import Signature

_LAST = 32  # bytes of a signed value that are certainly of the signature


def main() -> int:
    """Print what was found; 1 if a change was not told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--each", type=int, default=20, help="changes to every signature")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    found: Counter[str] = Counter()
    for path in sorted(path for folder in asked.folders for path in folder.rglob("*.ofd")):
        data = path.read_bytes()
        signatures = _signatures(data)
        for signature in signatures or ():
            found["signatures"] += 1
            print(f"{path.name}  {signature.said}: {_said(signature) or 'right'}")
            for name, place in _places(data, signature, dice, asked.each):
                found["changes"] += 1
                told = _told(signature, _signatures(_changed(data, name, place)))
                found["told"] += told
                if not told:
                    print(f"  not told: byte {place} of {name}")
    print(f"{found['signatures']} signatures; {found['told']} of {found['changes']} changes of one byte told")
    return 0 if found["told"] == found["changes"] else 1


def _signatures(data: bytes) -> tuple[Signature, ...] | None:
    """None if the file can no longer be read, of which the user is told."""
    try:
        return read_ofd(data).signatures
    except GwError:
        return None


def _said(signature: Signature) -> str:
    judgement = signature.judgement
    faults = [fault.name for fault in judgement.faults] if judgement else ["no value"]
    return ", ".join([*faults, *signature.changed, *filter(None, [judgement.unverified if judgement else ""])])


def _places(data: bytes, signature: Signature, dice: random.Random, count: int) -> Iterator[tuple[str, int]]:
    """Parts that must not be changed, and bytes in them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        description, value = signature.own[1:3]
        names = [*(name for name in signature.protected if name not in signature.changed), description, value]
        for _ in range(count):
            name = dice.choice(names)
            size = package.getinfo(name).file_size
            if size:
                yield name, dice.randrange(size - _LAST if name == value else 0, size)


def _changed(data: bytes, name: str, place: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as changed:
        for entry in package.infolist():
            content = bytearray(package.read(entry))
            if entry.filename == name:
                content[place] ^= 1
            changed.writestr(entry, bytes(content))
    return buffer.getvalue()


def _told(before: Signature, after: tuple[Signature, ...] | None) -> bool:
    """Whether a signature is no longer what it was, and that is said."""
    if after is None:
        return True
    now = next((one for one in after if one.name == before.name), None)
    return now is None or _said(now) != _said(before) or not now.whole or bool(now.absent) != bool(before.absent)


if __name__ == "__main__":
    sys.exit(main())
