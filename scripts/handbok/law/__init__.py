"""Citations, amendment registers and what can be computed from law. Knows problems and model, no file and no page.

numbering   paragraph numbers and SFS numbers: order, letters, ranges
acts        what the acts of the handbook are called in running text
phrases     the words a citation is made of
citations   the grammar of Swedish citations; where text cites which paragraph
scales      what follows from a scale of penalties
tokens      the words of a register's notes
notes       a note -> which paragraphs it changes
slips       known errors in the registers, each with its evidence
registers   the register of one act, from either of its two shapes
events      a register -> which paragraph changed, when, by which act
comparing   the paragraphs of the handbook against the events
sources     where registers are fetched, politely
"""
