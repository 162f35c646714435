"""Today: what is due, by urgency and in words."""
