"""What goes wrong in damaged PDF files, as one tuple to catch: pypdf lets through whatever its parts raise."""

from __future__ import annotations

import struct
import zlib

from pypdf.errors import DependencyError, DeprecationError, PyPdfError

DAMAGE: tuple[type[Exception], ...] = (
    PyPdfError,
    DependencyError,  # AES needs a library that may not be there
    DeprecationError,  # names of filters that only inline pictures may use
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
