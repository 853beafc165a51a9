"""The verb `serve`: the site on this computer, built anew when a file changes.

watching  what has changed
work      a build in a process of its own, so that it can be dropped when another file changes
state     what the browser is to be told
answering the server on loopback
command   the verb
"""

from .command import main

__all__ = ["main"]
