"""The site: macros, one page per entry, the finishing pass. The only place that knows MkDocs."""
