"""Where the packaged program begins: the same command line as everywhere else."""

from recovery_tracker.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
