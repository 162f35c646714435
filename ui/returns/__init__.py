"""Returns: what is missing, the tables as the commissioner will see them, and what leaves."""
