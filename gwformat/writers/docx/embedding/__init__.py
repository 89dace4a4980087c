"""Font files and a docx come in, the docx with the fonts embedded goes out; and the other way round."""

from gwformat.writers.docx.embedding.embed import Embedded, embed, embedded_families, released
from gwformat.writers.docx.embedding.unembed import unembed

__all__ = ["Embedded", "embed", "embedded_families", "released", "unembed"]
