"""``caseload better-off``: one household or a file of cases, and a letter about one household."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from caseload.cli.answer import Answer
from caseload.errors import FieldsRefused, Refused, StoreTrouble
from caseload.letters.formats import LetterFormat
from caseload.words import say


def add(verb: argparse.ArgumentParser) -> None:
    """Its arguments."""
    verb.add_argument("file", type=Path, metavar="FILE")
    verb.add_argument("--letter", type=Path, metavar="PDF", help=say("cli.help.letter"))
    formats = [each.value for each in LetterFormat]
    verb.add_argument("--format", choices=formats, default=formats[0], help=say("cli.help.format"))


def run(given: argparse.Namespace) -> Answer:
    """Answer every case; where one cannot be answered, say so and go on with the others."""
    from caseload.better_off.cases import run_cases

    document = _read(given.file)
    letter = document.pop("letter", {}) if isinstance(document, dict) else {}
    answers, sentences = run_cases(document)
    if given.letter is not None:
        if len(answers["cases"]) != 1:
            raise Refused(say("cli.better_off.one_household"))
        if not sentences:
            _write_letter(given.letter, document, letter, LetterFormat(given.format))
    sentence = ""
    if sentences:
        sentence = sentences[0]
        if len(sentences) > 1:
            sentence = say("cli.better_off.more", first=sentence, count=len(sentences) - 1)
    return Answer(answers, sentence)


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError:
        raise StoreTrouble(say("cli.file.unreadable", file=file.name)) from None
    except (ValueError, RecursionError):
        raise Refused(say("cli.better_off.not_json", file=file.name)) from None


def _write_letter(
    file: Path, document: Mapping[str, Any], named: object, letter_format: LetterFormat
) -> None:
    """The letter about the one household, addressed to nobody unless the file names somebody."""
    from caseload.better_off.case_reader import read_case
    from caseload.better_off.comparison import compare
    from caseload.better_off.rate_files import load_rate_book
    from caseload.documents import better_off_letter_pdf
    from caseload.letters.composing import MOST_OFFERS, compose_better_off_letter
    from caseload.services.desk import local_now

    inputs = document
    if "cases" in document:
        inputs = document["cases"][0]
    case = read_case(inputs.get("inputs", inputs))
    if not 1 <= len(case.offers) <= MOST_OFFERS:
        raise FieldsRefused({"offers": say("cli.better_off.offers", most=MOST_OFFERS)})
    result = compare(case.household, case.offers, load_rate_book().tax_year(case.tax_year))
    composed = compose_better_off_letter(result, written=local_now().date(), **_parties(named))
    try:
        file.write_bytes(better_off_letter_pdf(composed, letter_format))
    except OSError:
        raise StoreTrouble(say("cli.file.unwritable", file=file.name)) from None


def _parties(named: object) -> dict[str, Any]:
    """Between whom the letter goes: what the file's ``letter`` names, else words for anybody."""
    from caseload.letters.blocks import Letterhead
    from caseload.letters.parties import Author, Recipient

    service, author, client = (_texts(named, part) for part in ("service", "author", "client"))
    recipient = None
    if client.get("name"):
        recipient = Recipient(client["name"], client.get("known_as") or client["name"].split()[0])
    return {
        "service": Letterhead(
            service.get("name") or say("cli.better_off.letter.service"),
            service.get("address", ""),
            service.get("telephone", ""),
        ),
        "author": Author(
            author.get("name") or say("cli.better_off.letter.author"),
            author.get("role") or say("cli.better_off.letter.role"),
            author.get("telephone") or service.get("telephone", ""),
        ),
        "client": recipient,
    }


def _texts(named: object, part: str) -> dict[str, str]:
    found = named.get(part, {}) if isinstance(named, dict) else None
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise Refused(say("cli.better_off.letter_parts"))
    return found
