"""Small tools that tests and the Makefile share."""
