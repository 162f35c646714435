"""The people who use the store: staff, what each role may do, and the service they belong to."""
