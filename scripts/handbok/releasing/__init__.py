"""The verb `release`: versioned archives that anybody can check, with the same bytes each time.

facts     which version, at which commit, and what stands in the way of it
notes     what the version brings, out of CHANGELOG.md
archives  zip files without a clock in them, and checksums
bundle    every package that the two commands take, for a machine without a registry
parts     what the software is made of, as CycloneDX
command   the verb
"""

from .command import main

__all__ = ["main"]
