"""How sure the program is of each quotation: evidence weighed, nothing decided."""
