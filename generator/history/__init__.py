"""What must not be lost: former addresses, the last build, and what changed since."""
