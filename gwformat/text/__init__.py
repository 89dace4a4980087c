"""Pure functions on strings: character classes, widths, numerals, dates, spans that must not be touched."""
