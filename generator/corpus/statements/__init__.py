"""The same statement as several articles quote it."""
