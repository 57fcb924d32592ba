"""QTI 1.2: the profile of Common Cartridge, and what Canvas, Blackboard, Moodle and others add.

Questions are not recognised by the names that producers give them, but by what their processing
does: `processing.py` runs it, `item.py` asks it what each answer earns and is told.
"""
