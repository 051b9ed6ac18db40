"""The window. It knows the core, and nothing else knows it."""
