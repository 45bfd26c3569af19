"""What is said in an article, found before who said it."""
