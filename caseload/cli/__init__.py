"""The command line: a thin door to the same services that the window uses.

JSON on stdout, one plain sentence on stderr; exit 0 done, 1 refused, 2 wrong usage. A passphrase
comes from a prompt or a file, never from an argument or the environment.
"""
