"""What authors wrote, as people read it: passages, sentences, words, and what languages know."""
