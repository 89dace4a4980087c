"""Stand-ins for the proprietary fonts, built when tests run."""
