"""One typeface, one short style sheet, palette and text size switched while running."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetrics, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseload.paths import resource
from ui.theme import PALETTES, look
from ui.theme.fonts import FAMILY, ROLES
from ui.theme.stylesheet import made_sheet
from ui.widgets.buttons import Button
from ui.widgets.inputs import TextInput
from ui.widgets.text import label

NAMES = "Leyla Şahin Tomasz Wójcik Nguyễn Thị Hạnh Ọlá Adeyẹmi Siobhán Ọmọlará Adébáyọ̀ Zielińska"


def drawn(text: str) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(look().font("title"))
    painter.drawText(image.rect(), int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return image


def test_a_and_b_look_different() -> None:
    assert drawn("A") != drawn("B")


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_drawn_in_the_bundled_typeface(role: str) -> None:
    assert QFontInfo(look().font(role)).family() == FAMILY
    assert look().font(role).pixelSize() == ROLES[role][0]


def test_both_weights_are_the_bundled_files() -> None:
    plain, strong = (QRawFont.fromFont(look().font("body", one)) for one in (False, True))
    assert plain.weight() < strong.weight()
    assert look().metrics("body", True).horizontalAdvance("weight") != look().metrics(
        "body"
    ).horizontalAdvance("weight")


def test_figures_have_one_width_so_that_money_lines_up() -> None:
    for strong in (False, True):
        metrics = look().metrics("table", strong)
        assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_no_letter_of_the_names_is_missing() -> None:
    font = QRawFont.fromFont(look().font("body"))
    assert [letter for letter in NAMES if not font.supportsCharacter(ord(letter))] == []


def test_the_style_sheet_is_short_and_knows_every_colour() -> None:
    for name, tokens in PALETTES.items():
        sheet = made_sheet(tokens, name, 1.0)
        assert len(sheet.splitlines()) < 150
        assert "$" not in sheet
        assert not re.search(r"\d+t\b", sheet)


@pytest.mark.parametrize("name", PALETTES)
def test_the_arrows_of_the_style_sheet_have_the_palette_s_colours(name: str) -> None:
    tokens = PALETTES[name]
    inks = {"chevron-down": tokens.text, "chevron-up": tokens.text, "check": tokens.on_accent}
    for part, ink in (inks | {"dot": tokens.on_accent}).items():
        drawing = resource("icons", "parts", name, f"{part}.svg").read_text(encoding="utf-8")
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", drawing)) == {ink}
        assert f"icons/parts/{name}/" in made_sheet(tokens, name, 1.0)


def test_palette_and_text_size_switch_while_the_window_is_open(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    words = label("Caseload", "title")
    words.setParent(window)
    box, button = TextInput(), Button("Record", kind="primary")
    box.setParent(window)
    button.setParent(window)
    window.show()
    small = (words.font().pixelSize(), box.minimumSizeHint().height(), button.sizeHint().width())
    look().wear("dark", 2.0)
    large = (words.font().pixelSize(), box.minimumSizeHint().height(), button.sizeHint().width())
    assert words.font().pixelSize() == 48
    assert button.sizeHint().height() == 2 * 34 + 2
    assert all(after > before * 1.7 for before, after in zip(small, large, strict=True))
    assert words.palette().windowText().color().name().upper() == PALETTES["dark"].text
    look().wear("contrast")
    assert words.palette().windowText().color().name().upper() == PALETTES["contrast"].text


def test_the_look_tells_that_it_changed(qtbot: QtBot) -> None:
    with qtbot.waitSignal(look().changed):
        look().wear("dark")


def test_the_text_scale_stays_between_100_and_200_percent() -> None:
    look().wear(text_scale=9)
    assert look().text_scale == 2.0
    look().wear(text_scale=0.1)
    assert look().text_scale == 1.0


def test_icons_take_the_colour_of_their_role() -> None:
    for palette in PALETTES:
        look().wear(palette)
        shown = look().icon("pencil", "accent").pixmap(18, 18).toImage()
        inks = {
            shown.pixelColor(x, y).name()
            for x in range(18)
            for y in range(18)
            if shown.pixelColor(x, y).alpha() == 255
        }
        assert inks == {look().colour("accent").name()}


def test_every_icon_the_look_names_is_there_with_its_licence() -> None:
    folder = resource("icons", "lucide")
    named = "calendar-check users store scale mail table-2 clipboard-check target settings-2 search"
    named += " eye-off lock pencil plus printer phone video message-square-text user-round"
    named += " footprints list-filter chevron-down chevron-right arrow-down copy check info"
    named += " octagon-alert circle-check clock hard-drive"
    assert [name for name in named.split() if not (folder / f"{name}.svg").is_file()] == []
    assert "ISC" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert (
        "OPEN FONT LICENSE" in resource("fonts", "LICENSE_FONT").read_text(encoding="utf-8").upper()
    )


def test_a_long_label_is_as_high_as_its_words(qtbot: QtBot) -> None:
    words = label("A sentence long enough to need several lines in a narrow column of words")
    qtbot.addWidget(words)
    words.resize(120, 400)
    needed = words.heightForWidth(120)
    assert needed > 3 * QFontMetrics(words.font()).height()
    words.setMaximumWidth(120)
    assert words.heightForWidth(400) == needed
    assert isinstance(words, QLabel)
