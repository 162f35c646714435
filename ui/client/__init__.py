"""The client's page: last time, promises and what is next; then everything about one client."""
