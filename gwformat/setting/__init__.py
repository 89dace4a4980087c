"""How every paragraph of the result is set: the one source of geometry for the docx and for the layout."""
