#!/usr/bin/env python3
"""Write a folder for a municipality's own edition: `new.py lokalt 1283`. `--help` tells more."""

import sys

from handbok.setup import enter

if __name__ == "__main__":
    enter("python")
    from handbok.local.creating import main
    from handbok.running import run

    if sys.argv[1:2] != ["lokalt"]:
        sys.exit("Skriv: python3 scripts/new.py lokalt <kommunkod>")
    sys.exit(run(lambda: main(sys.argv[2:])))
