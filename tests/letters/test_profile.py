"""The vocational profile that a client takes away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from caseload.documents import pdf_of
from caseload.letters.blocks import Letterhead
from caseload.letters.parties import Author
from caseload.letters.profile import profile_printout
from caseload.vocational_profiles import VocationalProfile
from tests.documents.reading import problems_of, tree_of, words_of

SERVICE = Letterhead("Willow Road Employment Support", "12 Willow Road, London W3 4ZZ", "")


def printed(profile: VocationalProfile, *, made_up: bool = False) -> bytes:
    return pdf_of(
        profile_printout(
            profile,
            service=SERVICE,
            client_name="Leyla Şahin",
            author=Author("Nadia Farouk", "Employment Specialist"),
            printed=date(2026, 11, 24),
            made_up=made_up,
        )
    )


def test_what_is_written_is_printed_and_what_is_not_leaves_no_gap(tmp_path: Path) -> None:
    pdf = printed(
        VocationalProfile(
            client_id="x",
            started_on=date(2026, 11, 3),
            job_titles="Garden centre assistant",
            hours_least=Decimal(12),
            hours_most=Decimal("16.50"),
            pay_needed=Decimal("12.71"),
            work_history="2016 to 2019: Kew.\n2020: Tesco.",
        )
    )
    words = words_of(pdf)
    assert "Vocational profile: Leyla Şahin" in words
    assert "Started 3 November 2026, printed 24 November 2026." in words
    assert "12 to 16.5 hours a week" in words
    assert "£12.71 an hour or more" in words
    assert "2016 to 2019: Kew. 2020: Tesco." in words
    heads = [each.words for each in tree_of(pdf) if each.role == "TH"]
    assert heads == ["Jobs", "Hours", "Pay you need", "Work so far"]
    assert "Languages" not in words
    assert "What helps" not in words
    assert "Signed by Leyla Şahin" in words
    assert problems_of(pdf, tmp_path) == []


def test_hours_that_have_one_end_say_which() -> None:
    start = date(2026, 11, 3)
    least = VocationalProfile(client_id="x", started_on=start, hours_least=Decimal(8))
    most = VocationalProfile(client_id="x", started_on=start, hours_most=Decimal(20))
    assert "8 hours a week or more" in words_of(printed(least))
    assert "Up to 20 hours a week" in words_of(printed(most))


def test_an_empty_profile_says_how_to_begin() -> None:
    words = words_of(printed(VocationalProfile(client_id="x", started_on=date(2026, 11, 3))))
    assert "Nothing is written yet. Start with the work that you would like." in words


def test_a_long_profile_keeps_every_word_over_its_pages(tmp_path: Path) -> None:
    story = " ".join(f"word{number}" for number in range(700))
    pdf = printed(
        VocationalProfile(
            client_id="x", started_on=date(2026, 11, 3), work_history=story, next_steps=story
        ),
        made_up=True,
    )
    assert [each.words for each in tree_of(pdf) if each.role == "TD"] == [story, story]
    assert problems_of(pdf, tmp_path) == []
