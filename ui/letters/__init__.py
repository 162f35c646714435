"""Letters: the one that is being made, seen before it leaves, and those that were filed."""
