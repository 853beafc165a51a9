#!/usr/bin/env python3
"""Check the links inside the built site, or with --external those that lead out. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("python" if {"--external", "--help", "-h"} & set(sys.argv) else "test")
    from handbok.linking.command import main
    from handbok.running import run

    sys.exit(run(main))
