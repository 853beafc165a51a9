"""Set up what the tests need and run them all; arguments after go to pytest, which then runs alone."""

import sys

from handbok.setup import enter


def main() -> int:
    """The exit code is 0 when everything passed."""
    enter("test")
    from handbok.setup.testing import run_everything

    return run_everything(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
