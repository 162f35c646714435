"""``caseload return``: the commissioner's return of a period, or the names of the contracts."""

from __future__ import annotations

import argparse
from pathlib import Path

from caseload.cli.answer import Answer
from caseload.cli.opening import add_who, opened
from caseload.cli.usage import WrongUsage
from caseload.errors import Refused
from caseload.words import say


def add(verb: argparse.ArgumentParser) -> None:
    """Its arguments."""
    verb.add_argument("store", type=Path, metavar="STORE")
    verb.add_argument("--contract", metavar="NAME", help=say("cli.help.contract"))
    verb.add_argument("--period", metavar="PERIOD", help=say("cli.help.period"))
    verb.add_argument("--out", type=Path, metavar="FOLDER", help=say("cli.help.out"))
    verb.add_argument("--list-contracts", action="store_true", help=say("cli.help.list_contracts"))
    add_who(verb)


def run(given: argparse.Namespace) -> Answer:
    """Make it, write its three files and put it into the register: all of it or nothing."""
    if given.list_contracts:
        with opened(given, given.store, to_write=False) as session:
            return Answer("\n".join(session.services.returns.contracts()))
    if not (given.contract and given.period and given.out):
        raise WrongUsage(say("cli.usage.return"))
    from caseload.returns.periods import read_period

    period = read_period(given.period)
    with opened(given, given.store, to_write=True) as session:
        returns = session.services.returns
        contracts = returns.contracts()
        if given.contract not in contracts:
            names = ", ".join(contracts)
            raise Refused(say("cli.return.no_contract", typed=given.contract[:60], names=names))
        made = returns.make(contract=contracts[given.contract], period=period)
        files = returns.send(made=made, folder=given.out)
    return Answer(
        {
            "contract": given.contract,
            "period": period.id,
            "workbook": str(files.workbook),
            "published": str(files.published),
            "metadata": str(files.metadata),
        }
    )
