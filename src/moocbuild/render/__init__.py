"""From the tree of a text to the characters of a file: one walk of changes, one serialisation."""
