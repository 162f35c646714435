"""The pictures of easy read letters, each a few lines and shapes of our own."""

from __future__ import annotations

from collections.abc import Callable

from caseload.documents.pen import GOLD, PALE, ROSE, WHITE, Pen
from caseload.documents.type_and_paper import ACCENT
from caseload.letters.pictures import Picture


def draw(picture: Picture, pen: Pen) -> None:
    """Draw ``picture`` in the pen's square."""
    _DRAWN[picture](pen)


def _more_money(pen: Pen) -> None:
    pen.coin((36, 62), 30)
    pen.arrow((82, 88), (82, 14))


def _less_money(pen: Pen) -> None:
    pen.coin((36, 42), 30)
    pen.arrow((82, 14), (82, 88))


def _same_money(pen: Pen) -> None:
    pen.coin((36, 52), 30)
    for down in (42, 62):
        pen.line((74, down), (96, down), thick=8, tone=ACCENT)


def _stays(pen: Pen) -> None:
    pen.circle((50, 50), 42)
    pen.line((28, 52), (44, 68), (74, 34), thick=9, tone=ACCENT)


def _stops(pen: Pen) -> None:
    pen.area((32, 8), (68, 8), (92, 32), (92, 68), (68, 92), (32, 92), (8, 68), (8, 32), fill=ROSE)
    pen.line((28, 50), (72, 50), thick=12)


def _may_stop(pen: Pen) -> None:
    pen.circle((50, 50), 42, fill=GOLD)
    pen.sign("?", (50, 52), 52)


def _letter(pen: Pen) -> None:
    pen.box((8, 22), 84, 58, fill=WHITE)
    pen.line((10, 26), (50, 58), (90, 26))


def _sheet(pen: Pen) -> None:
    pen.area((20, 6), (64, 6), (82, 24), (82, 94), (20, 94), fill=WHITE)
    pen.line((64, 6), (64, 24), (82, 24))


def _paper(pen: Pen) -> None:
    _sheet(pen)
    for down in (42, 56, 70):
        pen.line((32, down), (70, down))
    pen.line((32, 28), (52, 28))


def _payslip(pen: Pen) -> None:
    _sheet(pen)
    pen.coin((45, 42), 17)
    for down in (70, 82):
        pen.line((32, down), (70, down))


def _calendar(pen: Pen) -> None:
    pen.box((10, 18), 80, 74, fill=WHITE)
    pen.area((10, 22), (90, 22), (90, 40), (10, 40))
    for across in (32, 68):
        pen.line((across, 8), (across, 26), thick=6)
    for down in (54, 66, 78):
        for across in (24, 41, 58, 75):
            pen.line((across, down), (across + 2, down), thick=6)
    pen.circle((59, 66), 11, fill=None)


def _clock(pen: Pen) -> None:
    pen.circle((50, 50), 42, fill=WHITE)
    pen.line((50, 24), (50, 52), (68, 62), thick=6)


def _phone(pen: Pen) -> None:
    pen.box((28, 5), 44, 90, fill=WHITE, round_by=9)
    pen.box((34, 17), 32, 56, round_by=2)
    pen.circle((50, 84), 3, fill=WHITE)


def _computer(pen: Pen) -> None:
    pen.box((8, 14), 84, 56, fill=WHITE)
    pen.box((16, 22), 68, 40, round_by=2)
    pen.line((50, 70), (50, 86))
    pen.line((30, 88), (70, 88), thick=6)


def _ask(pen: Pen) -> None:
    pen.circle((30, 42), 15)
    pen.curves((6, 94), ((6, 62), (20, 62), (30, 62)), ((40, 62), (54, 62), (54, 94)), fill=PALE)
    pen.area((54, 8), (94, 8), (94, 42), (70, 42), (58, 54), (60, 42), (54, 42), fill=WHITE)
    pen.sign("?", (74, 26), 22)


def _council(pen: Pen) -> None:
    pen.area((50, 8), (92, 34), (8, 34))
    pen.line((50, 22), (50, 24), thick=8)
    for across in (16, 38, 56, 78):
        pen.box((across, 42), 8, 36, fill=WHITE, round_by=1)
    pen.area((6, 82), (94, 82), (94, 92), (6, 92))


def _house(pen: Pen) -> None:
    pen.area((20, 46), (80, 46), (80, 92), (20, 92), fill=WHITE)
    pen.area((50, 10), (94, 50), (6, 50))
    pen.box((42, 64), 18, 28, round_by=1)


def _heart(pen: Pen) -> None:
    pen.curves(
        (50, 90),
        ((0, 56), (2, 14), (30, 14)),
        ((42, 14), (48, 22), (50, 30)),
        ((52, 22), (58, 14), (70, 14)),
        ((98, 14), (100, 56), (50, 90)),
        fill=ROSE,
    )
    pen.line((50, 38), (50, 66), thick=8)
    pen.line((36, 52), (64, 52), thick=8)


def _medicine(pen: Pen) -> None:
    pen.box((30, 8), 40, 16, round_by=3)
    pen.box((22, 26), 56, 66, fill=WHITE, round_by=6)
    pen.line((50, 44), (50, 76), thick=8, tone=ACCENT)
    pen.line((34, 60), (66, 60), thick=8, tone=ACCENT)


def _bus(pen: Pen) -> None:
    pen.box((6, 20), 88, 56, round_by=8)
    for across in (14, 37, 60):
        pen.box((across, 30), 17, 18, fill=WHITE, round_by=2)
    pen.line((6, 60), (94, 60))
    for across in (28, 72):
        pen.circle((across, 78), 10, fill=WHITE)


def _meal(pen: Pen) -> None:
    pen.circle((50, 50), 30, fill=WHITE)
    pen.circle((50, 50), 18)
    for across in (4, 10, 16):
        pen.line((across, 16), (across, 34))
    pen.line((4, 34), (16, 34))
    pen.line((10, 34), (10, 86))
    pen.line((92, 86), (92, 16), (86, 30), (86, 52), (92, 52))


def _child(pen: Pen) -> None:
    pen.circle((50, 24), 16, fill=WHITE)
    pen.area((36, 44), (64, 44), (64, 76), (36, 76))
    pen.line((36, 50), (16, 62))
    pen.line((64, 50), (84, 62))
    pen.line((42, 78), (42, 94))
    pen.line((58, 78), (58, 94))


def _pot(pen: Pen) -> None:
    pen.coin((50, 26), 19)
    pen.curves(
        (20, 50),
        ((12, 70), (22, 92), (34, 92)),
        ((44, 92), (56, 92), (66, 92)),
        ((78, 92), (88, 70), (80, 50)),
        ((60, 50), (40, 50), (20, 50)),
        fill=PALE,
    )
    pen.line((14, 50), (86, 50), thick=8)


def _lid(pen: Pen) -> None:
    for place, down in enumerate((84, 70, 56)):
        pen.box((26 + 2 * (place % 2), down), 44, 11, fill=GOLD, round_by=5)
    pen.line((12, 40), (88, 40), thick=9, tone=ACCENT)
    pen.line((50, 40), (50, 24), thick=8, tone=ACCENT)
    pen.circle((50, 18), 6)


def _back(pen: Pen) -> None:
    pen.line((22, 84), (66, 84), (84, 66), (84, 48), (66, 30), (24, 30), thick=9, tone=ACCENT)
    pen.line((42, 12), (22, 30), (42, 48), thick=9, tone=ACCENT)


_DRAWN: dict[Picture, Callable[[Pen], None]] = {
    Picture.MORE_MONEY: _more_money,
    Picture.LESS_MONEY: _less_money,
    Picture.SAME_MONEY: _same_money,
    Picture.STAYS: _stays,
    Picture.STOPS: _stops,
    Picture.MAY_STOP: _may_stop,
    Picture.LETTER: _letter,
    Picture.PAPER: _paper,
    Picture.PAYSLIP: _payslip,
    Picture.CALENDAR: _calendar,
    Picture.CLOCK: _clock,
    Picture.PHONE: _phone,
    Picture.COMPUTER: _computer,
    Picture.ASK: _ask,
    Picture.COUNCIL: _council,
    Picture.HOUSE: _house,
    Picture.HEART: _heart,
    Picture.MEDICINE: _medicine,
    Picture.BUS: _bus,
    Picture.MEAL: _meal,
    Picture.CHILD: _child,
    Picture.POT: _pot,
    Picture.LID: _lid,
    Picture.BACK: _back,
}
