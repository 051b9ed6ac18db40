"""Numbers; units; hedges; change; period; subject; said-by."""
