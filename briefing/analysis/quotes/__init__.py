"""Quotation marks → spans; cues; speakers."""
