"""A printed document: the same bytes each time, all its words readable, none torn or lost."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload.documents import (
    STANDARD,
    LettersMissing,
    Style,
    page_count,
    pdf_of,
    text_of,
)
from caseload.documents.ink import Ink
from caseload.documents.type_and_paper import LARGE_PRINT
from caseload.letters.blocks import (
    Addressee,
    Answer,
    Bar,
    Bars,
    Block,
    Facts,
    Heading,
    KeyGroups,
    Letterhead,
    Paragraph,
    Pictured,
    Points,
    Printout,
    Row,
    SigningLines,
    Table,
    Title,
    Together,
    unbroken,
)
from caseload.letters.pictures import Picture
from tests.documents.reading import problems_of, tree_of, words_of

NAMES = (
    "Nguyễn Thị Mỹ Hạnh",
    "Ọlúwáṣeun Adéyẹmí",
    "Şükran Çağlayan",
    "Łukasz Wiśniewski",
    "Caoimhín Ó Súilleabháin",
    "Zoë Brâncoveanu-Țiriac",
    "Mạnh, Lịch, Hộ, Mẹ, Cọ",
    "Ångström Ðorđe Þór ñandú ß",
    "Ọ̀ṣun Ẹ̀kọ́ Àbíọ́dún Adébáyọ̀",
)

EVERYTHING: tuple[Block, ...] = (
    Letterhead("Willow Road Employment Support", "12 Willow Road, London W3 4ZZ", "020 7946 0143"),
    Addressee(("Dana Petrescu", "Flat 6, 41 Larch Street", "London W3 9ZZ"), "24 November 2026"),
    Title("What work at Brookside Garden Centre would mean for your money"),
    Paragraph("Dear Dana,"),
    Answer(
        "If you work 16 hours a week, you would be", "£145.71 a week better off", ("That is it.",)
    ),
    Table(
        ("Each month", "Now", "16 hours"),
        (
            Row(("Your pay", "£0.00", "£881.23")),
            Row(("Money in", "£1,542.16", "£2,173.57"), total=True, closes=True),
            Row(("Better off", "", "£631.41"), total=True),
        ),
    ),
    Heading("What changes"),
    Points(("The first thing.", "The second thing.")),
    Heading("In this order", level=3),
    Points(("Ring.", "Write."), numbered=True),
    Facts((("Hours", "16 a week"), ("Travel", "Bus, up to 40 minutes"))),
    KeyGroups(("ABCD", "EFGH", "JKLM", "NPQR", "STUV")),
    SigningLines(("Signed", "Date")),
    Together((Heading("To do"), Points(("Tick this off.",), boxes=True))),
    Pictured(Picture.HOUSE, ("Your rent.", "It is paid."), strong=1),
    Bars((Bar("Now:", "£1.00", 0.5), Bar("Then:", "£2.00", 1.0))),
)


def printout(*blocks: Block, made_up: bool = False) -> Printout:
    return Printout(
        title="Better-off letter for Dana Petrescu",
        blocks=blocks,
        written=date(2026, 11, 24),
        author="Willow Road Employment Support",
        foot="Dana Petrescu, 24 November 2026",
        made_up=made_up,
    )


@pytest.mark.parametrize("made_up", [False, True])
def test_every_kind_of_block_passes_the_checker(tmp_path: Path, made_up: bool) -> None:
    assert problems_of(pdf_of(printout(*EVERYTHING, made_up=made_up)), tmp_path) == []


def test_the_same_words_give_the_same_bytes_whatever_was_made_between() -> None:
    first = pdf_of(printout(*EVERYTHING))
    pdf_of(printout(Paragraph(" ".join(NAMES))))
    assert pdf_of(printout(*EVERYTHING)) == first


def test_another_date_or_word_gives_other_bytes() -> None:
    first = printout(*EVERYTHING)
    assert pdf_of(replace(first, written=date(2026, 11, 25))) != pdf_of(first)


def test_the_file_names_itself_its_language_and_its_standard() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(printout(*EVERYTHING)))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]) == "Better-off letter for Dana Petrescu"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261124000000Z"
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()


def test_a_title_with_marks_of_its_own_does_not_break_the_metadata(tmp_path: Path) -> None:
    named = replace(printout(Title("Work")), title="R & D <north> “team”", author="A & B")
    with pikepdf.open(io.BytesIO(pdf_of(named))) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "R & D <north> “team”"
    assert problems_of(pdf_of(named), tmp_path) == []


def test_every_font_is_embedded_and_can_be_read_back() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(printout(*EVERYTHING, Paragraph(NAMES[0]))))) as pdf:
        fonts = [font for page in pdf.pages for font in page.obj.Resources.Font.as_dict().values()]
        assert {str(font.BaseFont).split("+")[1] for font in fonts} == {
            "SourceSans3-Regular",
            "SourceSans3-SemiBold",
        }
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            assert "<0000>" not in font.ToUnicode.read_bytes().decode("ascii")


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_origin_are_read_back_as_written(name: str) -> None:
    assert name in words_of(pdf_of(printout(Title(name), Paragraph(name))))


def test_an_accent_kept_apart_from_its_letter_is_joined() -> None:
    apart = "Na\u0302ng Ha\u0323nh"
    assert "Nâng Hạnh" in words_of(pdf_of(printout(Paragraph(apart))))


def test_an_accent_without_a_joined_form_stands_on_its_letter() -> None:
    pdf = pdf_of(printout(Paragraph("o\u0323\u0301mmm O\u0323\u0300")))
    document = pypdfium2.PdfDocument(pdf)
    words = document[0].get_textpage()
    said = words.get_text_range()
    for base, accent in (("ọ", "\u0301"), ("Ọ", "\u0300")):
        letter = words.get_charbox(said.index(base))
        mark = words.get_charbox(said.index(accent))
        assert letter[0] < mark[0] < mark[2] < letter[2]
        assert mark[1] > letter[3], "above the letter, not through it"
    document.close()


def test_a_letter_that_we_cannot_draw_is_refused_by_name_and_never_left_out() -> None:
    with pytest.raises(LettersMissing) as refused:
        pdf_of(printout(Addressee(("王小明",), "24 November 2026")))
    assert "王" in refused.value.sentence
    assert "明" in refused.value.sentence


def test_the_tree_reads_in_order_with_heads_of_rows_and_columns() -> None:
    read = tree_of(pdf_of(printout(*EVERYTHING)))
    assert read[0].role == "Document"
    roles = [each.role for each in read if each.depth == 1]
    assert roles == [
        *("P", "P", "P", "P", "P", "H1", "P", "Div", "Table", "H2", "L", "H3", "L"),
        *("Table", "L", "P", "P", "H2", "L", "P", "P", "P", "P"),
    ]
    cells = [(each.role, each.scope, each.words) for each in read if each.role in {"TH", "TD"}]
    assert cells[:6] == [
        ("TH", "Column", "Each month"),
        ("TH", "Column", "Now"),
        ("TH", "Column", "16 hours"),
        ("TH", "Row", "Your pay"),
        ("TD", "", "£0.00"),
        ("TD", "", "£881.23"),
    ]
    assert ("TD", "", "") in cells
    labels = [each.words for each in read if each.role == "Lbl"]
    assert labels[:4] == ["•", "•", "1.", "2."]


def test_a_heading_of_two_lines_is_read_as_one() -> None:
    title = "What work at Brookside Garden Centre would mean for your money"
    read = tree_of(pdf_of(printout(Title(title))))
    assert [each.words for each in read if each.role == "H1"] == [title]


def test_pages_are_numbered_and_each_says_whose_they_are() -> None:
    pages = text_of(pdf_of(printout(*[Paragraph("Some words. " * 60)] * 8)))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Dana Petrescu, 24 November 2026" in page


def test_a_made_up_document_says_so_on_every_page_and_first_of_all() -> None:
    pdf = pdf_of(printout(*[Paragraph("Some words. " * 60)] * 8, made_up=True))
    assert all("MADE UP" in page for page in text_of(pdf))
    assert tree_of(pdf)[1].words.startswith("MADE UP")
    assert "MADE UP" not in words_of(pdf_of(printout(*EVERYTHING)))


def test_a_heading_never_stands_last_on_a_page() -> None:
    for before in range(20, 40):
        pages = text_of(
            pdf_of(
                printout(
                    *[Paragraph("One line.")] * before,
                    Heading("A heading"),
                    Paragraph("What belongs under it. " * 12),
                )
            )
        )
        for page in pages:
            if "A heading" in page:
                assert page.count("What belongs under it") >= 4


def test_no_first_or_last_point_stands_on_a_page_by_itself() -> None:
    points = Points(tuple(f"Point {number}." for number in range(1, 10)))
    for before in range(20, 40):
        pages = text_of(pdf_of(printout(*[Paragraph("One line.")] * before, points)))
        assert all(page.count("Point ") != 1 for page in pages)


def test_what_belongs_together_goes_over_together() -> None:
    tasks = Together((Heading("To do"), Points(tuple(f"Task {n}." for n in range(12)), boxes=True)))
    for before in range(5, 40, 5):
        pages = text_of(pdf_of(printout(*[Paragraph("One line.")] * before, tasks)))
        assert sum("To do" in page and "Task 11." in page for page in pages) == 1


def test_a_list_to_tick_off_is_read_without_its_boxes() -> None:
    read = tree_of(pdf_of(printout(Points(("Ring.", "Write."), boxes=True))))
    assert [each.words for each in read if each.role == "LBody"] == ["Ring.", "Write."]
    assert not any(each.role == "Lbl" for each in read)


@pytest.mark.parametrize("picture", Picture)
def test_a_picture_is_drawn_in_its_square_and_never_read_aloud(picture: Picture) -> None:
    ink = Ink()
    ink.picture(picture, 100, 100, 50)
    document = pypdfium2.PdfDocument(ink.finish())
    page = document[0].render(scale=2).to_pil().convert("L")
    left, top, right, bottom = page.point(lambda tone: 255 if tone < 250 else 0).getbbox()
    assert 196 <= left < right <= 304
    assert 196 <= top < bottom <= 304
    assert min(right - left, bottom - top) >= 40
    document.close()
    read = tree_of(pdf_of(printout(Pictured(picture, ("One line.",)))))
    assert [each.words for each in read if each.words] == ["One line."]


def test_large_print_has_no_smaller_type_anywhere() -> None:
    with pikepdf.open(io.BytesIO(pdf_of(printout(*EVERYTHING), LARGE_PRINT))) as pdf:
        sizes = {
            float(each.operands[1])
            for page in pdf.pages
            for each in pikepdf.parse_content_stream(page)
            if str(each.operator) == "Tf"
        }
    assert min(sizes) >= 18


def test_a_short_table_is_never_parted() -> None:
    rows = tuple(Row((f"Line {number}", "£1.00")) for number in range(1, 8))
    for before in range(15, 40, 3):
        pages = text_of(
            pdf_of(printout(*[Paragraph("One line.")] * before, Table(("Each", "Now"), rows)))
        )
        assert sum("Line 1" in page and "Line 7" in page for page in pages) == 1


def test_a_long_table_repeats_its_heads_for_the_eye_alone_and_keeps_its_rows_whole() -> None:
    rows = tuple(
        Row((f"Day {number}", "What we said, in a few more words than fit on one line. " * 2))
        for number in range(1, 60)
    )
    pdf = pdf_of(printout(Table(("When", "What"), rows, figures=False, shares=(1, 3))))
    pages = text_of(pdf)
    assert len(pages) > 2
    assert all("When" in page for page in pages)
    read = tree_of(pdf)
    assert sum(each.words == "When" for each in read) == 1
    assert [each.words for each in read if each.scope == "Row"] == [row.cells[0] for row in rows]
    for number in range(1, 60):
        page = next(page for page in pages if re.search(rf"Day {number}\b", page))
        after = page.split(f"Day {number}", 1)[1].split("Day", 1)[0]
        assert " ".join(after.split()).count("What we said") == 2


def test_a_cell_longer_than_a_page_goes_on_over_the_page_and_loses_nothing() -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    pdf = pdf_of(printout(Facts((("What helps", words),))))
    assert page_count(pdf) > 1
    assert words in " ".join(each.words for each in tree_of(pdf) if each.role == "TD")


def test_what_is_held_together_is_not_broken_at_its_spaces() -> None:
    number = "020 7946 0143"
    for filler in range(60, 90):
        page = text_of(pdf_of(printout(Paragraph("x" * filler + " ring " + unbroken(number)))))[0]
        assert number in page.replace("\u00a0", " ")


_WORDS = st.text("abcdefghij ŁọȘ&<>()£-", min_size=1, max_size=300).filter(
    lambda text: text.strip()
)


@settings(max_examples=40)
@given(
    name=st.text("AaŁọŞ -'", min_size=40, max_size=90),
    lines=st.lists(_WORDS, min_size=1, max_size=6),
    body=st.sampled_from([13.0, 18.0]),
)
def test_no_word_is_lost_or_leaves_the_page(name: str, lines: list[str], body: float) -> None:
    """Long names and addresses wrap, in the standard format and in large print."""
    pdf = pdf_of(
        printout(
            Letterhead(name, lines[0], "020 7946 0143"),
            Addressee((name, *lines), "24 November 2026"),
            Title(name),
            Points(tuple(lines)),
            Table((name, "Now"), tuple(Row((line, "£1,234.56")) for line in lines)),
        ),
        Style(body=body) if body != STANDARD.body else STANDARD,
    )
    said = re.sub(r"\s", "", "".join(each.words for each in tree_of(pdf)))
    squeezed = [re.sub(r"\s", "", text) for text in (name, *lines)]
    assert said.count("£1,234.56") == len(lines)
    for text in squeezed:
        assert text in said
    assert_inside_margins(pdf, STANDARD.side)


def assert_inside_margins(pdf: bytes, side: float) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        width, height = page.get_size()
        words = page.get_textpage()
        for place in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(place)
            # The space at the end of a line is there for the ear and may pass the edge.
            if words.get_text_range(place, 1).strip() and right > left:
                assert left >= side - 2
                assert right <= width - side + 2
                assert bottom >= 15
                assert top <= height - 15
    document.close()


def test_a_row_with_a_cell_missing_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells"):
        Table(("A", "B"), (Row(("only one",)),))
