"""The editor in the browser, `redigera/` on a preview: Decap CMS, set up from the models. Decision 0010.

fields         a field's schema -> how the field is filled in
configuration  every type, every field, and where changes are sent
backend        the place where the content lies, from a small file
folder         what lies in redigera/, and its own policy
desk           reads and writes entries on this computer, for the local mode
files/         the page, the form of YAML in the browser
"""
