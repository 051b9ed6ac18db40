"""Word templates and Word files."""
