"""Reports on fonts: results of `gwformat.api` come in, text for people or values for JSON go out."""
