"""Many letters at once: chosen, made, set aside with the reason, printed together, written down."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from caseload.better_off.comparison import compare
from caseload.better_off.filing import to_json
from caseload.better_off.household import Adult, Health, Household, Housing, Offer, Tenure
from caseload.clients.safety import SafetyKind
from caseload.documents import text_of
from caseload.errors import NotAllowed, Refused
from caseload.letters.formats import LetterFormat
from caseload.services.letter_batches import BatchChoice, BatchItem
from caseload.services.rates import rate_book
from caseload.values.record import RecordId
from tests.documents.reading import problems_of
from tests.team import TODAY, Team, accepted

HOME = Household(
    Adult(36, Health.LCW),
    Housing(Tenure.SOCIAL_RENT, Decimal(900)),
    in_greater_london=True,
)
OFFERS = (Offer(Decimal(16), Decimal("12.71"), employer="Kew"),)


def keep(team: Team, client_id: RecordId, *, by: str = "Nadia", day: date = TODAY) -> RecordId:
    result = compare(HOME, OFFERS, rate_book().year_of(day))
    kept = team.services(by).better_off.keep(
        client_id=client_id,
        inputs="{}",
        result=json.dumps(to_json(result)),
        rate_year=result.rates_name,
    )
    return kept.id


def safe_address(team: Team, client_id: RecordId) -> None:
    clients = team.services().clients
    client = replace(clients.get(client_id), address="41 Larch Street", address_safe=True)
    clients.save(client=client)


def item(choice: BatchChoice, **more: object) -> BatchItem:
    made = BatchItem(choice.client_id, choice.name, choice.calculation_id)
    return replace(made, **more)  # type: ignore[arg-type] # fields by name


def pages_of(pdf: bytes) -> list[str]:
    return [" ".join(page.replace("\u00a0", " ").split()) for page in text_of(pdf)]


@pytest.fixture
def three(team: Team) -> Team:
    for given in ("Dana", "Omar", "Zofia"):
        keep(team, accepted(team, given))
    return team


def test_clients_with_a_kept_sum_are_offered_and_others_are_not(three: Team) -> None:
    accepted(three, "Leyla")
    choices = three.services().letter_batches.choices()
    assert [choice.name for choice in choices] == [
        "Dana Petrescu",
        "Omar Petrescu",
        "Zofia Petrescu",
    ]
    assert all("No address is marked safe" in choice.why_no_post for choice in choices)
    assert all(choice.printed_on is None for choice in choices)
    assert three.services("Priya").letter_batches.choices() == []
    with pytest.raises(NotAllowed):
        three.services("Ruth").letter_batches.choices()


def test_the_newest_sum_of_a_client_is_the_one(team: Team) -> None:
    dana = accepted(team)
    keep(team, dana)
    team.clock.go_to(date(2026, 11, 25))
    newest = keep(team, dana)
    (choice,) = team.services().letter_batches.choices()
    assert (choice.calculation_id, choice.made_on) == (newest, date(2026, 11, 25))


def test_letters_are_bound_into_one_each_on_a_fresh_sheet_after_a_list(
    three: Team, tmp_path: Path
) -> None:
    batches = three.services("Moses").letter_batches
    items = [item(choice) for choice in batches.choices()]
    items[2] = replace(items[2], format=LetterFormat.EASY_READ)
    steps: list[tuple[int, int]] = []
    made = batches.make(items, progress=lambda done, of: steps.append((done, of)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    pages = pages_of(made.pdf)
    assert len(pages) == 2 * made.sheets
    for each in items:
        assert each.name in pages[0]
    assert "Easy read, with pictures" in pages[0]
    assert pages[1] == ""
    for sheet in range(1, made.sheets):
        front, back = pages[2 * sheet], pages[2 * sheet + 1]
        assert sum(each.name in front or each.name in back for each in items) == 1
    for (each, letter), place in zip(made.letters, (2, 4, 6), strict=True):
        assert pages[place : place + letter.pages] == pages_of(letter.pdf)
        assert each.name in pages[place]
    assert problems_of(made.pdf, tmp_path) == []


def test_whoever_worked_the_sum_out_signs_and_answers_for_it(three: Team) -> None:
    three.clock.go_to(date(2026, 11, 27))
    batches = three.services("Moses").letter_batches
    made = batches.make([item(batches.choices()[0])])
    words = " ".join(pages_of(made.letters[0][1].pdf))
    assert "Nadia Farouk, Employment Specialist" in words
    assert "Moses" not in words
    assert "I worked it out on 24 November 2026" in words
    assert words.count("27 November 2026") >= 2


def test_a_letter_that_cannot_be_made_is_set_aside_with_its_reason_and_can_be_made_again(
    three: Team,
) -> None:
    batches = three.services().letter_batches
    dana, omar, zofia = sorted(batches.choices(), key=lambda choice: choice.name)
    items = [item(dana, posted=True), item(omar), item(zofia, calculation_id="gone")]
    made = batches.make(items)
    assert [each.name for each, _ in made.letters] == ["Omar Petrescu"]
    assert [each.item.name for each in made.failed] == ["Dana Petrescu", "Zofia Petrescu"]
    assert made.failed[0].reason.startswith("No address is marked safe for Dana.")
    assert made.failed[1].reason == "The sum is no longer in the record."
    cover = pages_of(made.pdf)[0]
    assert "Not among them" in cover
    assert "The sum is no longer in the record." in cover
    safe_address(three, dana.client_id)
    again = batches.make(made.again[:1])
    assert again.failed == ()
    assert "41 Larch Street" in pages_of(again.pdf)[2]


def test_a_sum_of_another_year_or_form_is_not_printed_as_if_it_were_of_today(team: Team) -> None:
    dana, omar = accepted(team), accepted(team, "Omar")
    team.clock.go_to(date(2026, 4, 1))
    keep(team, dana, day=date(2026, 4, 1))
    team.clock.go_to(TODAY)
    team.services().better_off.keep(
        client_id=omar, inputs="{}", result='{"form": 0}', rate_year="2026 to 2027"
    )
    batches = team.services().letter_batches
    assert [choice.is_current for choice in batches.choices()] == [True, False]
    made = batches.make([item(choice) for choice in batches.choices()])
    assert made.letters == ()
    assert made.pdf == b""
    reasons = {failed.item.name: failed.reason for failed in made.failed}
    assert reasons["Dana Petrescu"].startswith("The sum was worked out with the rates for 2025")
    assert reasons["Omar Petrescu"].startswith("The sum was kept by another version")


def test_stopping_keeps_what_is_made_and_the_rest_goes_on_later(three: Team) -> None:
    batches = three.services().letter_batches
    items = [item(choice) for choice in batches.choices()]
    done: list[int] = []
    made = batches.make(
        items, progress=lambda count, _: done.append(count), stopped=lambda: len(done) == 2
    )
    assert [each for each, _ in made.letters] == items[:2]
    assert made.again == (items[2],)
    rest = batches.make(made.again)
    assert [each for each, _ in rest.letters] == items[2:]
    with pytest.raises(Refused, match="at least one"):
        batches.make([])


def test_printing_is_written_down_on_each_letter_and_in_the_log(three: Team) -> None:
    services = three.services("Moses")
    batches = services.letter_batches
    made = batches.make([item(choice) for choice in batches.choices()])
    before = services.history.last_change()
    filed = batches.file(made)
    assert [services.letters.pdf(letter.id) for letter in filed] == [
        letter.pdf for _, letter in made.letters
    ]
    assert batches.log() == []
    batches.printed(filed, sheets=made.sheets)
    (line,) = batches.log()
    assert (line.person_name, line.letters, line.sheets) == ("Moses Farouk", 3, made.sheets)
    assert line.at == three.clock()
    assert all(choice.printed_on == TODAY for choice in batches.choices())
    for letter in filed:
        deeds = [entry.deed for entry in services.history.of_record(letter.id)]
        assert deeds == ["added", "printed", "changed"]
    # What has left the room cannot be called back.
    assert services.history.last_change() == before
    assert services.history.broken_links() == []


def test_an_address_that_stopped_being_safe_stops_the_filing_of_all(three: Team) -> None:
    services = three.services()
    batches = services.letter_batches
    choice = batches.choices()[0]
    safe_address(three, choice.client_id)
    made = batches.make([item(choice, posted=True), *map(item, batches.choices()[1:])])
    services.clients.add_safety_line(
        client_id=choice.client_id, kind=SafetyKind.SAFE_CONTACT, words="No post", no_post=True
    )
    with pytest.raises(Refused, match="nothing may be posted"):
        batches.file(made)
    assert services.letters.recent() == []


def test_nothing_is_written_outside_the_store(
    three: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(aside))
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    monkeypatch.chdir(aside)
    batches = three.services().letter_batches
    made = batches.make([item(choice) for choice in batches.choices()])
    batches.printed(batches.file(made), sheets=made.sheets)
    assert list(aside.iterdir()) == []
    for file in (tmp_path / "store").rglob("*"):
        assert not file.is_file() or b"%PDF" not in file.read_bytes()
