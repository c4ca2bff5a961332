"""The report for the dermatologist."""
