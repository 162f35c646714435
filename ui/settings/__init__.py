"""Settings: people and caps, keys, the service, backups, rates, and how the window looks."""
