"""Caseload: the record of supported employment, kept on an encrypted local store."""

__version__ = "0.1.0"
