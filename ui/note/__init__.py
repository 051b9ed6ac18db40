"""The window's note."""
