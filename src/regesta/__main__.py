"""`python -m regesta` and the console script."""

import sys


def main() -> None:
    """Runs the command line and ends with its exit code; an interrupt while it is being loaded is one line too."""
    try:
        from regesta.cli import run
    except KeyboardInterrupt:
        sys.stderr.write("regesta: interrupted\n")
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
