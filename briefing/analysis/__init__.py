"""Article → findings."""
