"""Who said each quotation."""
