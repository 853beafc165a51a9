"""How long things take, measured side by side in one run.

command    the verb bench: once as it is, once multiplied
workplace  a copy of the project to measure in, and the child processes that are measured
child      what such a process does; every stage is timed from within, its imports counted
clocking   wall and processor time by stage
yardstick  the same pages as plain Markdown for a stock MkDocs
growing    the content many times over, still without a fault
searching  the search in a browser, beside the stock theme's; searchtelling tells its figures
serving    built sites on loopback, and the browser
text       how the pages read: LIX and words a sentence
figures    medians, ratios and aims
telling    the figures as a table and as JSON
"""
