"""From an author's files to the model: reads, parses, reports everything it finds in one run."""
