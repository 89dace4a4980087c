"""What may leave the house in a file without being seen (X6xx)."""
