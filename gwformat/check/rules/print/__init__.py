"""What keeps a finished file from the press (P7xx); asked by `gwformat print` only."""
