"""A docx file in, a `Draft` out: everything that carries text or content, with the look of each paragraph."""

from gwformat.readers.docx.reader import read_docx, read_package

__all__ = ["read_docx", "read_package"]
