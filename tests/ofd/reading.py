"""What an OFD built by hand shows, as tests ask for it."""

from __future__ import annotations

import pytest

from gwformat.finished.values import Page, Stroke, Words
from gwformat.ofd.reading import read_ofd
from gwformat.ofd.values import OfdFile
from tests.ofd.building import (
    Parts,
    ofd,
    page,
    zipped,
)


def read(parts: Parts) -> OfdFile:
    return read_ofd(zipped(parts))


def only_page(*objects: str, **more: str) -> Page:
    return read(ofd([page(*objects)], **more)).pages[0]


def words(*objects: str) -> list[Words]:
    return list(only_page(*objects).words)


def stroke(*objects: str) -> Stroke:
    (found,) = only_page(*objects).strokes
    return found


def close(*values: float) -> object:
    return pytest.approx(values, abs=1e-6)
