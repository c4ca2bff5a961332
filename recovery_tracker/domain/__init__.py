"""What recovery means: pure values and functions, standard library only."""
