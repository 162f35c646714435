"""What the better-off letter tells a client, and how plainly."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseload.better_off.comparison import compare
from caseload.better_off.household import Child, Health, Household, Housing, Offer, PipRate, Tenure
from caseload.better_off.problems import HouseholdRefused
from caseload.documents import better_off_letter_pdf, page_count, text_of
from caseload.letters.parties import Author
from tests.better_off.households import households, offer, offers, rates, single
from tests.documents.reading import problems_of, tree_of, words_of
from tests.letters.letters import (
    DANA,
    NADIA,
    SERVICE,
    case_letters,
    compose,
    letter,
    pdf,
    sentences,
    table_of,
)
from tests.letters.reading_age import grade, longest_sentence
from tests.letters.test_letters_add_up import check_adds_up

DANAS_HOME = single(health=Health.LCWRA_NEW, rent=900)
NO_HEALTH = single()
GARDEN = "Brookside Garden Centre"


def test_the_golden_letter_says_the_answer_a_week_first_and_then_a_month() -> None:
    made = letter(DANAS_HOME, offer(16, employer=GARDEN), offer(24, employer=GARDEN))
    assert made.title == "What work at Brookside Garden Centre would mean for your money"
    assert made.answer.lead == ("If you work 16 hours a week, our estimate is that you would be")
    assert made.answer.answer == "£145.71 a week better off"
    assert made.answer.below == ("That is £631.40 more each month than you have now.",)
    assert made.why_heading == "Why you keep most of it"
    assert "£427.00" in made.why[0]
    assert "55p for each £1" in made.why[0]
    assert made.changes[0].endswith("It does not stop.")
    assert made.ring == (
        "I am here to help, before and after you start. Ring me on 020\u00a07946\u00a00199."
    )


def test_it_carries_who_when_which_rates_what_it_rests_on_and_that_it_is_an_estimate() -> None:
    words = words_of(pdf(DANAS_HOME, offer(16)))
    for part in (
        "This is an estimate, not a decision.",
        "Nadia Farouk worked it out on 24 November 2026 with the rates for 2026 to 2027.",
        "£12.71 an hour, rent of £900.00 a month and the new rate of the health part",
        "Tell me if any of this is wrong.",
        "Nadia Farouk, Employment Specialist",
        "Ring me on 020 7946 0199.",
        "24 November 2026",
    ):
        assert part in words


def test_where_universal_credit_ends_it_says_so_in_the_box_and_first_of_what_changes() -> None:
    made = letter(NO_HEALTH, offer(16))
    assert "In this job your Universal Credit would stop." in made.answer.below
    assert made.changes[0].startswith("Your Universal Credit of £424.90 a month stops.")
    assert made.why == ()
    assert "does not stop" not in words_of(pdf(NO_HEALTH, offer(16)))


def test_each_benefit_that_stops_is_named_in_the_box() -> None:
    esa = single(
        health=Health.LCW, new_style_esa_weekly=Decimal("95.55"), new_style_esa_group="support"
    )
    carer = single(carer_35_hours=True, claims_carers_allowance=True)
    assert any("(ESA) would stop" in line for line in letter(esa, offer(20)).answer.below)
    assert any(
        "Universal Credit and Carer's Allowance would stop" in line
        for line in letter(carer, offer(30)).answer.below
    )


def test_worse_off_is_told_plainly_and_kindly_and_never_headed_better_off() -> None:
    made = letter(DANAS_HOME, offer(2, fares_weekly=Decimal(60)))
    assert made.answer.answer.endswith("a week worse off")
    assert made.answer.below[0].endswith("less each month than you have now.")
    assert made.answer.below[-1].startswith("You do not have to decide now.")
    assert made.why_heading == "How your pay changes Universal Credit"
    assert "better off" not in made.answer.lead + made.answer.answer


def test_no_change_is_neither_better_nor_worse() -> None:
    made = letter(DANAS_HOME, offer(0))
    assert made.answer.answer == "no better and no worse off"


@pytest.mark.parametrize(
    ("taken", "labels"),
    [
        ((offer(16), offer(24)), ("16 hours", "24 hours")),
        ((offer(1), offer(1.5)), ("1 hour", "1.5 hours")),
        (
            (offer(16), offer(16, Decimal("14.80"))),
            ("16 hours at £12.71 an hour", "16 hours at £14.80 an hour"),
        ),
        (
            (offer(16, employer="Kew"), offer(24, employer="Tesco")),
            ("Kew, 16 hours", "Tesco, 24 hours"),
        ),
        (
            (offer(16, employer="Kew"), offer(16, Decimal("14.80"), employer="Kew")),
            ("16 hours at £12.71 an hour", "16 hours at £14.80 an hour"),
        ),
        (
            (offer(16, employer=GARDEN), offer(24, employer="Kew")),
            ("Offer A\n16 hours", "Offer B\n24 hours"),
        ),
        (
            (offer(16), offer(16), offer(16)),
            ("Offer A\n16 hours", "Offer B\n16 hours", "Offer C\n16 hours"),
        ),
    ],
)
def test_offers_are_called_by_what_tells_them_apart(
    taken: tuple[Offer, ...], labels: tuple[str, ...]
) -> None:
    assert letter(DANAS_HOME, *taken).table.head[2:] == labels


def test_what_holds_for_one_offer_alone_says_which() -> None:
    changes = letter(DANAS_HOME, offer(16), offer(24)).changes
    assert any(
        line.startswith("24 hours: You may have to pay for prescriptions.") for line in changes
    )
    assert any(
        line.startswith("16 hours: Your prescriptions should stay free.") for line in changes
    )
    assert any(line.startswith("Your rent help") for line in changes)


def test_what_is_left_out_of_one_offer_alone_says_which() -> None:
    left_out = letter(DANAS_HOME, offer(16, fares_weekly=Decimal(10)), offer(24)).left_out
    assert "24 hours: Fares to work." in left_out


def test_a_limit_that_is_not_confirmed_is_not_put_on_paper() -> None:
    result = compare(DANAS_HOME, (offer(16),), rates())
    limit = "prescriptions.net_earnings_limit_with_child_or_limited_capability"
    sure = compose(replace(result, unconfirmed_rates=()))
    unsure = compose(replace(result, unconfirmed_rates=(limit,)))
    assert any("not over £935.00" in line for line in sure.changes)
    assert (
        "Your prescriptions should stay free. Ask your pharmacist to make sure." in unsure.changes
    )
    assert "not yet confirmed" not in unsure.small_print
    cap = replace(result, unconfirmed_rates=("uc.benefit_cap_earnings_threshold",))
    assert "Some rates in these figures are not yet confirmed." in compose(cap).small_print


def test_benefits_that_pay_does_not_change_share_a_line() -> None:
    family = Household(
        single(pip_daily_living=PipRate.STANDARD).claimant,
        Housing(Tenure.SOCIAL_RENT, Decimal(700)),
        in_greater_london=True,
        children=(Child(3, born_before_6_april_2017=False),),
    )
    changes = letter(family, offer(16), offer(24)).changes
    assert "Pay does not change your PIP and Child Benefit." in changes
    assert not any("stays. Pay does not" in line for line in changes)


def test_the_staff_choose_which_offers_and_in_which_order() -> None:
    result = compare(DANAS_HOME, (offer(10), offer(16), offer(24), offer(30)), rates())
    made = compose(result, offers=(2, 1))
    assert made.table.head[2:] == ("24 hours", "16 hours")
    assert "24 hours a week" in made.answer.lead
    for wrong in ((), (0, 1, 2, 3)):
        with pytest.raises(ValueError, match="one to three"):
            compose(result, offers=wrong)


def test_the_address_is_shown_only_where_it_is_given() -> None:
    by_hand = replace(DANA, address_lines=())
    assert "Larch Street" in words_of(pdf(DANAS_HOME, offer(16)))
    assert "Larch Street" not in words_of(pdf(DANAS_HOME, offer(16), client=by_hand))


def test_a_household_that_is_nobodys_record_is_addressed_to_nobody(tmp_path: Path) -> None:
    made = pdf(DANAS_HOME, offer(16), client=None)
    words = words_of(made)
    assert "Dear" not in words
    assert "Dana" not in words
    assert "Better-off letter, 24 November 2026" in words
    assert problems_of(made, tmp_path) == []


def test_a_line_of_the_staff_stands_before_whom_to_ring() -> None:
    words = words_of(pdf(DANAS_HOME, offer(16), own_line="  Come on Friday at 3pm.  "))
    assert words.index("Come on Friday at 3pm.") < words.index("Ring me on")


def test_without_a_telephone_it_says_how_else() -> None:
    made = letter(DANAS_HOME, offer(16), author=Author("Nadia Farouk", "Employment Specialist"))
    assert made.ring.endswith("Ask for me when you next come in.")


def test_a_made_up_letter_is_marked_and_a_real_one_is_not() -> None:
    assert "MADE UP" in words_of(pdf(DANAS_HOME, offer(16), made_up=True))
    assert "MADE UP" not in words_of(pdf(DANAS_HOME, offer(16)))


def test_the_same_calculation_gives_the_same_bytes() -> None:
    assert pdf(DANAS_HOME, offer(16), offer(24)) == pdf(DANAS_HOME, offer(16), offer(24))


def test_letters_of_every_family_pass_the_checker(tmp_path: Path) -> None:
    """One letter of every twelfth case, which meets each family."""
    for case_id in list(case_letters())[::12]:
        assert problems_of(case_letters()[case_id][2], tmp_path) == []


def test_every_letter_reads_at_about_age_nine_to_eleven() -> None:
    grades = {case_id: grade(sentences(made)) for case_id, (_, made, _) in case_letters().items()}
    assert max(grades.values()) <= 6, max(grades.items(), key=lambda each: each[1])
    assert all(
        longest_sentence(text) <= 25
        for _, made, _ in case_letters().values()
        for text in sentences(made)
    )


def test_no_short_name_stands_unexplained() -> None:
    """A name in capitals is spelt out where it first stands; everybody knows the NHS."""
    for case_id, (_, _, document) in case_letters().items():
        words = words_of(document)
        for match in re.finditer(r"\b[A-Z]{2,}\b", words):
            short = match.group()
            if short not in {"NHS", "W3", "ZZ"}:
                assert words.index(short) == words.index(f"({short})") + 1, (case_id, short)


LONG = "The Worshipful Company of Gardeners and Nurserymen of North-West London"


def test_long_names_and_addresses_wrap_and_stay_whole() -> None:
    client = replace(
        DANA,
        name="Ọlúwáṣeun Ayọ̀délé Adéyẹmí-Wiśniewska-Thị Nguyễn",
        address_lines=("The Old Dairy Cottages Behind the Church of Saint Bartholomew the Great",),
    )
    made = pdf(
        DANAS_HOME,
        offer(16, employer=LONG),
        offer(24, employer="Meridian Stores Distribution and Logistics Services"),
        offer(30, employer=""),
        client=client,
        service=replace(SERVICE, name=LONG, address=f"{LONG}, {LONG}, London W3 4ZZ"),
        author=replace(NADIA, name=client.name, role="Senior Employment Specialist and Team Lead"),
    )
    said = " ".join(each.words for each in tree_of(made))
    for text in (client.name, *client.address_lines, LONG):
        assert text in said
    assert page_count(made) <= 2
    check_adds_up(made)


@settings(max_examples=40)
@given(household=households(), taken=st.lists(offers(), min_size=1, max_size=3))
def test_every_letter_adds_up_and_fits_two_pages(household: Household, taken: list[Offer]) -> None:
    try:
        made = letter(household, *taken)
    except HouseholdRefused:
        assume(False)
    document = better_off_letter_pdf(made)
    check_adds_up(document)
    assert page_count(document) <= 2
    assert grade(sentences(made)) <= 6.5


def test_the_first_page_holds_the_answer_and_the_whole_table() -> None:
    family = Household(
        single(pip_daily_living=PipRate.STANDARD).claimant,
        Housing(Tenure.SOCIAL_RENT, Decimal(700)),
        in_greater_london=True,
        children=(Child(3, born_before_6_april_2017=False),) * 2,
    )
    document = pdf(family, offer(16), offer(24), offer(30))
    first = text_of(document)[0]
    assert "a week better off" in first
    assert "Better off, a week" in first
    head, _ = table_of(document)
    assert head == ("Each month", "Now", "16 hours", "24 hours", "30 hours")
