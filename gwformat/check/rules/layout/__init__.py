"""L2xx: page, grid, sizes, places (GB/T 9704-2012 5, 7, 10; GB/T 33476.2-2016)."""
