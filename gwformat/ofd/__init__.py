"""Reading OFD (GB/T 33190-2016): a file comes in, frozen values go out – those of a PDF, and what only OFD has."""

from gwformat.ofd.package import is_ofd
from gwformat.ofd.reading import read_ofd

__all__ = ["is_ofd", "read_ofd"]
