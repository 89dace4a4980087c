"""E1xx: which elements there must be, their order and what they say (GB/T 9704-2012 7, 条例第九条)."""
