"""LibreOffice, where this machine has it: a file comes in, the same in another format goes out."""

from gwformat.office.instance import convert
from gwformat.office.program import find, stop

__all__ = ["convert", "find", "stop"]
