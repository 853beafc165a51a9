#!/usr/bin/env python3
"""Set up, check the content, and build the site with its print sheets. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("edit" if "--redigera" in sys.argv else "build", pdf="--no-pdf" not in sys.argv)
    from handbok.editions.command import main
    from handbok.running import run

    sys.exit(run(main))
