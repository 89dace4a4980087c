"""A file of an older format in, a `Draft` out: converted by LibreOffice, its words proven by a second reader."""

from gwformat.readers.legacy.reader import read_legacy

__all__ = ["read_legacy"]
