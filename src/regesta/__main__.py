"""`python -m regesta` and the console script."""

import sys

from regesta.cli import run


def main() -> None:
    """Runs the command line and ends with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
