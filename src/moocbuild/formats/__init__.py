"""The standards' XML vocabularies, one a file. Knows values and elements, never courses."""
