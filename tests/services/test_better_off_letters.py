"""The better-off letter through the services: drawn, filed as the same bytes, and posted or not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from caseload.better_off.comparison import compare
from caseload.better_off.filing import from_json, household_from_json
from caseload.better_off.household import Adult, Health, Household, Housing, Offer, Tenure
from caseload.better_off.rent_areas import lies_in_greater_london, rent_areas_of
from caseload.documents import text_of
from caseload.errors import FieldsRefused, NotAllowed, Refused
from caseload.jobs.job import Job
from caseload.services.better_off_letters import LONGEST_OWN_LINE, LetterToMake
from caseload.services.rates import rate_book
from tests.team import TODAY, Team, accepted

NLW = Decimal("12.71")
RENT = Housing(Tenure.PRIVATE_RENT, Decimal(900), "INNER_WEST_LONDON")
HOUSEHOLD = Household(Adult(36, Health.LCWRA_NEW), RENT, in_greater_london=True)
OFFERS = (
    Offer(Decimal(16), NLW, employer="Brookside Garden Centre"),
    Offer(Decimal(24), NLW, employer="Brookside Garden Centre"),
)
RESULT = compare(HOUSEHOLD, OFFERS, rate_book().year_of(TODAY))


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


def test_the_letter_filed_is_the_letter_drawn_and_its_calculation_is_kept(team: Team) -> None:
    dana = accepted(team)
    services = team.services()
    made = services.better_off_letters.make_better_off_letter(LetterToMake(RESULT, dana))
    again = services.better_off_letters.make_better_off_letter(LetterToMake(RESULT, dana))
    assert made.pdf == again.pdf
    filed = services.better_off_letters.file(made)
    assert services.letters.pdf(filed.id) == made.pdf
    (kept,) = services.better_off.of_client(dana)
    assert filed.calculation_id == kept.id
    assert from_json(json.loads(kept.result)) == RESULT
    assert household_from_json(json.loads(kept.inputs)) == (HOUSEHOLD, OFFERS)
    assert kept.rate_year == "2026 to 2027"


def test_a_calculation_that_is_kept_already_is_not_kept_twice(team: Team) -> None:
    dana = accepted(team)
    services = team.services()
    kept = services.better_off.keep(client_id=dana, inputs="{}", result="{}", rate_year="")
    asked = LetterToMake(RESULT, dana, kept.id)
    filed = services.better_off_letters.file(
        services.better_off_letters.make_better_off_letter(asked)
    )
    assert filed.calculation_id == kept.id
    assert len(services.better_off.of_client(dana)) == 1


def test_only_the_offers_chosen_are_in_it_and_the_rent_area_is_named(team: Team) -> None:
    dana = accepted(team)
    asked = LetterToMake(RESULT, dana, offers=(1,), own_line="The 207 bus stops outside.")
    words = words_of(team.services().better_off_letters.make_better_off_letter(asked).pdf)
    assert "24 hours" in words
    assert "16 hours" not in words
    assert "The 207 bus stops outside." in words
    assert "Inner West London" in words


def test_a_letter_for_the_post_needs_a_safe_address_and_bears_it(team: Team) -> None:
    dana = accepted(team)
    services = team.services()
    asked = LetterToMake(RESULT, dana, posted=True)
    with pytest.raises(Refused, match="address is marked safe"):
        services.better_off_letters.make_better_off_letter(asked)
    client = replace(
        services.clients.get(dana),
        address="Flat 6\n41 Larch Street",
        postcode="W3 9ZZ",
        address_safe=True,
    )
    services.clients.save(client=client)
    posted = services.better_off_letters.make_better_off_letter(asked)
    by_hand = services.better_off_letters.make_better_off_letter(replace(asked, posted=False))
    assert "41 Larch Street" in words_of(posted.pdf)
    assert "Larch" not in words_of(by_hand.pdf)


def test_somebody_without_a_record_gets_a_letter_that_names_nobody_and_is_not_filed(
    team: Team,
) -> None:
    services = team.services("Moses")
    made = services.better_off_letters.make_better_off_letter(LetterToMake(RESULT))
    assert "Dear" not in words_of(made.pdf)
    with pytest.raises(Refused, match="nobody"):
        services.better_off_letters.file(made)
    with pytest.raises(Refused, match="hand it over"):
        services.better_off_letters.make_better_off_letter(LetterToMake(RESULT, posted=True))


def test_a_colleague_may_not_make_it_and_bad_choices_are_named(team: Team) -> None:
    dana = accepted(team)
    with pytest.raises(NotAllowed):
        team.services("Priya").better_off_letters.make_better_off_letter(LetterToMake(RESULT, dana))
    asked = LetterToMake(RESULT, dana, offers=(), own_line="x" * (LONGEST_OWN_LINE + 1))
    with pytest.raises(FieldsRefused) as refused:
        team.services().better_off_letters.make_better_off_letter(asked)
    assert set(refused.value.problems) == {"offers", "own_line"}


def test_saving_a_copy_is_written_down_and_undo_steps_over_it(team: Team) -> None:
    dana = accepted(team)
    services = team.services()
    before = services.history.last_change()
    made = services.better_off_letters.make_better_off_letter(LetterToMake(RESULT, dana))
    filed = services.better_off_letters.file(made)
    services.better_off_letters.saved_copy(letter_id=filed.id)
    assert [entry.deed for entry in services.history.of_record(filed.id)] == ["added", "exported"]
    assert services.history.last_change() == before


def test_the_page_starts_from_age_last_inputs_and_the_job_of_today(team: Team) -> None:
    dana = accepted(team)
    services = team.services()
    services.jobs.start(
        job=Job(client_id=dana, employer_id=None, employer_name="Kew", title="Gardener",
                started_on=date(2026, 10, 1)),
        weekly_hours=Decimal(12),
        pay=Decimal("13.10"),
    )  # fmt: skip
    known = services.better_off.known(dana)
    assert (known.client.first_name, known.age, known.last) == ("Dana", 34, None)
    assert [(terms.weekly_hours, terms.pay) for terms in known.work_now] == [
        (Decimal(12), Decimal("13.10"))
    ]
    assert services.better_off.rates().name == "2026 to 2027"


@pytest.mark.parametrize(
    ("postcode", "likely", "in_london"),
    [
        ("W3 9ZZ", "INNER_WEST_LONDON", True),
        ("BR6 0AA", "OUTER_SOUTH_EAST_LONDON", None),
        ("M1 1AA", "", False),
        ("", "", None),
    ],
)
def test_a_postcode_only_says_which_areas_to_offer_first(
    postcode: str, likely: str, in_london: bool | None
) -> None:
    areas = rent_areas_of(postcode)
    assert areas.likely == likely
    assert areas.offered[:1] == ((likely,) if likely else ())
    assert len(set(areas.offered)) == len(areas.offered)
    assert lies_in_greater_london(postcode) is in_london
