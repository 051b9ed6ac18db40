"""The window's findings."""
