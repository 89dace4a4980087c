"""What goes wrong in damaged PDF files, as one tuple to catch: pypdf lets through whatever its parts raise."""

from __future__ import annotations

import struct
import zlib

from pypdf.errors import DependencyError, PyPdfError

DAMAGE: tuple[type[Exception], ...] = (
    PyPdfError,
    DependencyError,  # AES needs a library that may not be there
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
