"""Charts of a recovery, drawn with matplotlib and without a window."""
