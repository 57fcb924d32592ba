"""Spelling (extra `spell`): Hunspell, with the dictionaries that the system or a course has."""
