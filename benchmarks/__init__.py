"""Measurements against floors taken in turn in the same run: ``make bench``."""
