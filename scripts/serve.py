#!/usr/bin/env python3
"""Show the handbook on this computer, and show it anew when a file changes. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("edit" if "--redigera" in sys.argv else "build", pdf=False)
    from handbok.running import run
    from handbok.serving import main

    sys.exit(run(main))
