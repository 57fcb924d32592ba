"""`moocbuild review`: sheets for people who read, what comes back from them, and who signs."""
