"""Rules on sheets."""

SHEET_RULES = ()
