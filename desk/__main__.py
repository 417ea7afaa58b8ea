"""Entry of `copydesk` and `python -m desk`."""

import sys


def main() -> int:
    """Run the command line and return its exit status: 0 well, 1 findings, 2 a wrong call or unreadable file."""
    from desk.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
