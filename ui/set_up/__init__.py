"""The first start: start, try with made-up people, restore; then team, passphrase, recovery key."""
