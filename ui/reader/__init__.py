"""The window's reader."""
