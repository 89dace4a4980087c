"""The forms an office keeps as TOML: rows, columns and places to fill."""
