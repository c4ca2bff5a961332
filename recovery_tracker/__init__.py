"""Recovery Tracker: a diary for people healing after a skin treatment."""

__version__ = "0.1.0"
