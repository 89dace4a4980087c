"""The bytes of a docx come in, what the ECMA-376 schemas say against it goes out; the schemas are not ours.

GWFORMAT_XSD names the directory with `wml.xsd` and its companions; tests that need it are skipped without it.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from benchmarks.validation import Validator

needs_schemas = pytest.mark.skipif(
    not os.environ.get("GWFORMAT_XSD"), reason="GWFORMAT_XSD names no directory with the ECMA-376 schemas"
)


def problems(data: bytes) -> list[str]:
    """What the schemas object to, part by part."""
    return _validator().errors(data)


@cache
def _validator() -> Validator:
    return Validator(Path(os.environ["GWFORMAT_XSD"]))
