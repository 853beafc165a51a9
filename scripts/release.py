#!/usr/bin/env python3
"""Make the versioned archives of a release, or say what stands in the way. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("build", pdf="--no-pdf" not in sys.argv)
    from handbok.releasing import main
    from handbok.running import run

    sys.exit(run(main))
