"""Asking for addresses on the web: `moocbuild check --links` alone does."""
