"""Bytes, files and pasted text → Article."""
