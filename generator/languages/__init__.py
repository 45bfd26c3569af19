"""Languages as data, on the ground: nothing here imports anything else of the generator."""
