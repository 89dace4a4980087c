"""Templates of documents as TOML, one a 文种, and those they extend (`_….toml`)."""
