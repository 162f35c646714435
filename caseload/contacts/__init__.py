"""Contacts with a client, the promises made in them, and the timeline they form."""
