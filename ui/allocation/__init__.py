"""Choices about a place on a caseload, for every page that offers one: accept, step down, close."""
