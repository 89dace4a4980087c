"""Writers: a recognised document comes in, a file goes out."""
