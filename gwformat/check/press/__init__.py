"""What the press measures on the pages of a PDF: lines, page numbers, the imprint, the type area."""
