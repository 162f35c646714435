"""What was typed cannot be read, said so that the person knows what to write instead."""

from __future__ import annotations

from caseload.words import say


class ValueProblem(ValueError):
    """Something typed cannot be read.

    ``reason`` names the rule that was missed and is safe to log; ``sentence`` is for the person.
    Neither repeats what was typed, because that may be somebody's date of birth.
    """

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sentence = sentence


class DateProblem(ValueProblem):
    """Not a day of the calendar, or not written as one."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason, say(f"values.date_problem.{reason}", **facts))


class MoneyProblem(ValueProblem):
    """Not an amount in pounds and pence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, say(f"values.money_problem.{reason}"))


class IdentifierProblem(ValueProblem):
    """Not an NHS number, National Insurance number or postcode; ``kind`` says which."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason, say(f"values.{kind}_problem.{reason}"))
        self.kind = kind
