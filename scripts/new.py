#!/usr/bin/env python3
"""Write a new content file: `new.py lagrum osl-10-27`. `--help` tells more."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("python")
    from handbok.editing.creating import main
    from handbok.running import run

    sys.exit(run(main))
