"""Employers: who they are, what was done with them, and what may be said about whom."""
