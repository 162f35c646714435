"""Unlocking: who you are, the passphrase, and the ways on when it is forgotten."""
