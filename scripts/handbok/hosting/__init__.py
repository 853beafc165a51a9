"""What a host needs: the headers it promises, files for its server, and the site's files packed beforehand.

Knows the built site as files, never what a handbook is.
"""

from .compressing import compress, compress_rest
from .policy import meta_policy
from .serverfiles import write_server_files

__all__ = ["compress", "compress_rest", "meta_policy", "write_server_files"]
