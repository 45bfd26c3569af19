"""What may be lost: kept to save time, never needed for a result."""
