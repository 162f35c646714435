"""What the better-off letter tells a client, and how plainly."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from caseload.better_off.comparison import compare
from caseload.better_off.household import (
    Adult,
    Child,
    EsaGroup,
    Health,
    Household,
    Housing,
    Offer,
    PipRate,
    Tenure,
)
from caseload.better_off.problems import HouseholdRefused
from caseload.documents import better_off_letter_pdf, page_count, text_of
from caseload.letters.parties import Author
from tests.better_off.households import households, offer, offers, rates, single
from tests.documents.reading import problems_of, tree_of, words_of
from tests.letters.letters import (
    DANA,
    NADIA,
    NAMES,
    SERVICE,
    case_letters,
    compose,
    letter,
    pdf,
    sentences,
    table_of,
    told,
)
from tests.letters.reading_age import grade, longest_sentence
from tests.letters.test_letters_add_up import check_adds_up

DANAS_HOME = single(health=Health.LCWRA_NEW, rent=900)
NO_HEALTH = single()
CAPPED = Household(
    Adult(30),
    Housing(Tenure.PRIVATE_RENT, Decimal(1700), "INNER_WEST_LONDON", "C"),
    in_greater_london=True,
    children=(Child(4, born_before_6_april_2017=False),),
)
HARDEST = 4
"""The school grade that no letter passes; 6 is what was asked for at most."""
GARDEN = "Brookside Garden Centre"


def test_the_golden_letter_says_the_answer_a_week_first_and_then_a_month() -> None:
    made = letter(DANAS_HOME, offer(16, employer=GARDEN), offer(24, employer=GARDEN))
    assert made.title == "What work at Brookside Garden Centre would mean for your money"
    assert made.start == "Any questions? Ring me, Nadia Farouk, on 020\u00a07946\u00a00199."
    assert made.answer.lead == "If you work 16 hours a week, my estimate is that you would be"
    assert made.answer.answer == "£145.71 a week better off"
    assert made.answer.below == (
        "That is £631.40 more each month than you have now.",
        "Your Universal Credit would go down, but not stop.",
        "24 hours: £183.49 a week better off, or £795.11 a month.",
        "Not taken off yet: Council Tax, fares to work and a workplace pension.",
    )
    assert [part.heading for part in made.parts] == [
        "How your Universal Credit goes down",
        "What stays the same",
        "What may stop",
        "What could change these figures",
    ]
    how = told(made, "how")
    assert how[0].endswith("It does not stop.")
    assert how[1].endswith(
        "goes down by 55p for each £1 you take home. You keep 45p of each £1 after that."
    )
    assert "£427.00" in how[1]
    assert made.ring == (
        "I am here to help, before and after you start. Ring me on 020\u00a07946\u00a00199."
    )


def test_every_task_says_when_and_is_in_one_place() -> None:
    made = letter(DANAS_HOME, offer(16), offer(24))
    assert [part.heading for part in made.tasks] == [
        "Before you say yes",
        "When you start",
        "Each pay day",
        "If the job ends or something changes",
    ]
    before = told(made, "before")
    assert before[0] == "Read what these figures rest on, below. Tell me if any of it is wrong."
    assert "Ask your council what your Council Tax would be. It may go up when you earn." in before
    assert "Find out what your fares to work would cost." in before
    assert "Ask your pharmacist if your prescriptions would stay free." in before
    assert told(made, "start") == ("Tell Universal Credit about the job in your online account.",)
    assert told(made, "pay_day")[0].startswith("Keep your payslip.")
    assert told(made, "later") == (
        "If the job ends, your Universal Credit can go up again. Ring me first.",
        "If your hours or pay change, tell me. I will work it out again.",
        "If anyone asks you to a new health check, ring me before you worry.",
    )
    elsewhere = [line for part in made.parts for line in told(made, part.key)]
    assert not any(line.startswith(("Ask ", "Tell ", "Ring ")) for line in elsewhere)


def test_it_carries_who_when_which_rates_what_it_rests_on_and_that_it_is_an_estimate() -> None:
    words = words_of(pdf(DANAS_HOME, offer(16)))
    for part in (
        "This is an estimate, not a decision. I worked it out on 24 November 2026",
        "with the rates for 2026 to 2027.",
        "You told me: £12.71 an hour, rent of £900.00 a month and the new rate of the health part",
        "Money taken off your Universal Credit for debts is not in these figures.",
        "Nadia Farouk, Employment Specialist",
        "Ring me on 020 7946 0199.",
        "24 November 2026",
    ):
        assert part in words
    assert not re.search(r"\b(we|us|our)\b", words)


def test_what_it_rests_on_is_set_as_large_as_the_rest() -> None:
    with pikepdf.open(io.BytesIO(pdf(DANAS_HOME, offer(16)))) as made:
        sizes = [
            float(each.operands[1])
            for page in made.pages
            for each in pikepdf.parse_content_stream(page)
            if str(each.operator) == "Tf"
        ]
    # The foot of a page alone is smaller.
    assert sorted(set(sizes))[:2] == [12, 13]
    assert sizes.count(12) == 2 * len(text_of(pdf(DANAS_HOME, offer(16))))


def test_name_and_number_of_whom_to_ring_are_on_the_first_page() -> None:
    first, *_ = text_of(pdf(DANAS_HOME, offer(16)))
    assert "Ring me, Nadia Farouk, on 020 7946 0199." in " ".join(
        first.replace("\u00a0", " ").split()
    )


def test_where_universal_credit_ends_it_says_so_in_the_box_and_under_what_stops() -> None:
    made = letter(NO_HEALTH, offer(16))
    assert "In this job your Universal Credit would stop." in made.answer.below
    stops = told(made, "stops")
    assert stops[0].startswith("Your Universal Credit of £424.90 a month stops.")
    assert stops[1].startswith("The change comes in the first Universal Credit payment")
    assert made.part("how") is None
    assert "not stop" not in words_of(pdf(NO_HEALTH, offer(16)))
    assert told(made, "later")[0] == (
        "If the job ends, you can claim Universal Credit again. Ring me first."
    )
    mixed = letter(NO_HEALTH, offer(8), offer(16))
    assert mixed.answer.below[2].endswith("Your Universal Credit would stop.")
    assert told(mixed, "stops")[0].startswith("16 hours: Your Universal Credit of")
    assert "go up again. Or you can claim it again." in told(mixed, "later")[0]


def test_each_benefit_that_stops_is_named_in_the_box() -> None:
    esa = single(
        health=Health.LCW,
        new_style_esa_weekly=Decimal("95.55"),
        new_style_esa_group=EsaGroup.SUPPORT,
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
    how = made.part("how")
    assert how is not None
    assert how.heading == "How your pay changes Universal Credit"
    assert "better off" not in made.answer.lead + made.answer.answer


def test_a_pension_that_brings_the_cap_back_is_named_in_the_box() -> None:
    made = letter(CAPPED, offer(16))
    assert any("bring the benefit cap back" in line for line in made.answer.below)
    assert not any("benefit cap" in line for line in letter(DANAS_HOME, offer(16)).answer.below)
    assert "The benefit cap may come back if the job ends." in told(made, "later")


def test_being_in_work_is_said_to_be_no_reason_to_end_the_health_part() -> None:
    stays = told(letter(DANAS_HOME, offer(16)), "stays")
    assert any(
        line.endswith("Being in work is no reason by itself to take it away.") for line in stays
    )


def test_no_change_is_neither_better_nor_worse() -> None:
    made = letter(DANAS_HOME, offer(0))
    assert made.answer.answer == "no better and no worse off"


def test_a_limit_that_is_not_confirmed_is_not_put_on_paper() -> None:
    result = compare(DANAS_HOME, (offer(16),), rates())
    limit = "prescriptions.net_earnings_limit_with_child_or_limited_capability"
    sure = compose(replace(result, unconfirmed_rates=()))
    unsure = compose(replace(result, unconfirmed_rates=(limit,)))
    assert any("not over £935.00" in line for line in told(sure, "stays"))
    assert "Your prescriptions should stay free." in told(unsure, "stays")
    ask = "Ask your pharmacist if your prescriptions would stay free."
    assert ask in told(unsure, "before")
    assert ask not in told(sure, "before")
    assert "not yet confirmed" not in unsure.basis.words
    cap = replace(result, unconfirmed_rates=("uc.benefit_cap_earnings_threshold",))
    assert "Some rates in these figures are not yet confirmed." in compose(cap).basis.words


def test_benefits_that_pay_does_not_change_share_a_line() -> None:
    family = Household(
        single(pip_daily_living=PipRate.STANDARD).claimant,
        Housing(Tenure.SOCIAL_RENT, Decimal(700)),
        in_greater_london=True,
        children=(Child(3, born_before_6_april_2017=False),),
    )
    stays = told(letter(family, offer(16), offer(24)), "stays")
    assert "Pay does not change your PIP and Child Benefit." in stays
    assert not any("stays. Pay does not" in line for line in stays)


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
    assert words.index("Come on Friday at 3pm.") < words.index("I am here to help")


def test_without_a_telephone_it_says_how_else() -> None:
    made = letter(DANAS_HOME, offer(16), author=Author("Nadia Farouk", "Employment Specialist"))
    assert made.start == "Any questions? Nadia Farouk will answer them."
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
    grades = {
        case_id: grade(sentences(made), NAMES) for case_id, (_, made, _) in case_letters().items()
    }
    assert max(grades.values()) <= HARDEST, max(grades.items(), key=lambda each: each[1])
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
    assert page_count(document) <= (2 if len(taken) < 3 else 3)
    assert grade(sentences(made), NAMES) <= HARDEST


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
