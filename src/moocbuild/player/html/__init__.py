"""Pages of the player as HTML: values in Python, shown by the templates beside this folder."""
