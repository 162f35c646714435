"""A made-up service, for trying the program and showing it: invented people over two years.

Everything is done through the same services that the window uses, with a clock that moves, so that
history, caps and rules hold as they would in life. The same seed and day give the same people.
"""
