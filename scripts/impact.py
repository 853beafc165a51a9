#!/usr/bin/env python3
"""Tell what a change touches: entries, pages, sheets, printed codes. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("build" if any(word.startswith("--pictures") for word in sys.argv) else "python")
    from handbok.impacting import main
    from handbok.running import run

    sys.exit(run(main))
