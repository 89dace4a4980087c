"""A finished file comes in; what goes to the press goes out: imposed, parted by ink, numbered, with its ticket."""

from gwformat.pdf import demand_pypdf

demand_pypdf()  # before any module of this package imports it
