"""MkDocs' way in: two macros, and the hooks that feed pages in and finish them. No logic lives here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from handbok.site import skin

define_env = skin.define_env
on_config = skin.on_config
on_env = skin.on_env
on_files = skin.on_files
on_page_content = skin.on_page_content
on_page_context = skin.on_page_context
on_post_page = skin.on_post_page
on_post_template = skin.on_post_template
