"""A finished file comes in; what goes to the press goes out: imposed, parted by ink, numbered, with its ticket."""
