"""F3xx: typefaces, and whether they have the characters."""
