"""A docx and a font system come in; the same docx with its fonts named as that system names them goes out."""

from gwformat.writers.docx.mapping.by_role import Recogniser
from gwformat.writers.docx.mapping.direct import ByRole
from gwformat.writers.docx.mapping.keeping import Kept, MovedLine, Tracked, Uncertain
from gwformat.writers.docx.mapping.lacking import Lacking
from gwformat.writers.docx.mapping.mapping import Mapped, Renamed, Unknown, map_fonts

__all__ = [
    "ByRole",
    "Kept",
    "Lacking",
    "Mapped",
    "MovedLine",
    "Recogniser",
    "Renamed",
    "Tracked",
    "Uncertain",
    "Unknown",
    "map_fonts",
]
