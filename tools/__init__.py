"""Programs that maintainers run; nothing of them is part of the package."""
