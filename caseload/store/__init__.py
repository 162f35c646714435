"""The encrypted store: one SQLCipher database, its schema, its triggers and its care."""
