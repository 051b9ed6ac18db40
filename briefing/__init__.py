"""Briefing: from articles to briefing notes, offline and traceable. This package knows nothing of Qt."""

__version__ = "0.1.0"
