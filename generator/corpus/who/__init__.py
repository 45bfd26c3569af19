"""Which names of several articles are one person, body or place."""
