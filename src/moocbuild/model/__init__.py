"""The course as a value: frozen, without output formats and without file handles."""
