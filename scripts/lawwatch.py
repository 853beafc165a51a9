#!/usr/bin/env python3
"""See which of our paragraphs of law have changed since we read them. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("python")
    from handbok.lawwatching import main
    from handbok.running import run

    sys.exit(run(main))
