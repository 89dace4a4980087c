"""Letters, orders, minutes and telegrams from the draft to the file and back."""
