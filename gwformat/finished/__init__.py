"""A finished file as values: pages with what is drawn on them, whether they came from a PDF or from an OFD."""
