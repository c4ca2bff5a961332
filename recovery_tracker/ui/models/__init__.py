"""Qt item models over a snapshot."""
