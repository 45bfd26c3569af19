"""English: the words that the rules read."""
