"""Briefs, recovery and settings on disk."""
