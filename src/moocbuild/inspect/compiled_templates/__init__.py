"""Made of the templates by `make scripts`: never edited by hand."""

JINJA2 = "3.1.6"
