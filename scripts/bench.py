#!/usr/bin/env python3
"""Measure: check, site, sheets, and a plain mkdocs build as yardstick. `--help` tells the choices."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("test" if {"--search", "--lighthouse"} & set(sys.argv) else "build")
    from handbok.benching.command import main
    from handbok.running import run

    sys.exit(run(main))
