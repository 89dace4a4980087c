"""The exit codes that are no error's own: how a command ended that did what it was asked."""

FINDINGS = 1
"""Something was found that must be put right."""

SOME_FAILED = 7
"""Several files were given and some were not done; the others were."""
