"""T5xx: words, punctuation, numbers and units (GB/T 15834-2011, GB/T 15835-2011, GB 3100)."""
