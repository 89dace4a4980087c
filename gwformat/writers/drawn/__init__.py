"""What all who draw pages have in common: pages come in, what is to be drawn goes out as values, in points."""
