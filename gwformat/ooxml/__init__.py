"""What readers and writers share about OOXML: names, the zip package, and the leaves of a paragraph."""
