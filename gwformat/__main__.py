"""`python -m gwformat`: the same as the console script."""

from gwformat.cli import main

main()
