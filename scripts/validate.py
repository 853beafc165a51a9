#!/usr/bin/env python3
"""Check the content: every problem with file, line and what to do. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("build" if "--language" in sys.argv else "python", pdf=False)
    from handbok.checking import main
    from handbok.running import run

    sys.exit(run(main))
