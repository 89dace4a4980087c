"""Reading PDF: a file comes in, frozen values go out – sheets, words, lines, pictures and what concerns all of it."""

from gwformat.pdf.reading import demand_pypdf, is_pdf, read_pdf

__all__ = ["demand_pypdf", "is_pdf", "read_pdf"]
