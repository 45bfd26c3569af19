"""Who and what is named in an article, and by which roles."""
