"""The letter that is being made: what is in it, how it goes, and the bytes that will print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from caseload.better_off.answer import OfferAnswer
from caseload.clients.client import Client
from caseload.contacts.next_action import NextAction
from caseload.errors import CaseloadError, FieldsRefused
from caseload.letters.filed import FiledLetter
from caseload.letters.formats import LetterFormat
from caseload.services.all_services import Services
from caseload.services.better_off_letters import LONGEST_OWN_LINE, LetterToMake, MadeLetter
from caseload.services.letters import LetterLine
from caseload.values.names import fold
from caseload.values.record import RecordId
from caseload.words import say
from ui.attempt import attempt
from ui.background import Runner
from ui.privacy import names

FORM = "better_off_letter"
PAUSE_MS = 350
"""The letter is drawn again this long after the last key of the own line."""
LETTERS = "ABC"

T = TypeVar("T")


class LetterModel(QObject):
    """``begin(asked)``; ``drawn`` when the bytes are new, ``changed`` when what is around them is.

    ``problem`` holds the sentence where the letter cannot be drawn as it is asked for.
    """

    drawn = Signal()
    changed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, services: Services, background: Runner) -> None:
        super().__init__()
        self.services = services
        self._background = background
        self.asked: LetterToMake | None = None
        self.client: Client | None = None
        self.made: MadeLetter | None = None
        self.filed: FiledLetter | None = None
        self.problems: dict[str, str] = {}
        self.why_no_post = ""
        self.earlier: list[LetterLine] = []
        self.promises: list[NextAction] = []
        self.stale = False
        self.left = ""
        self._round = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        names().changed.connect(self._names_changed)

    # ---- what it is about

    def begin(self, asked: LetterToMake) -> None:
        """A letter about this calculation; all its offers are in it at first. Raises Refused."""
        client_id = asked.client_id
        self.client = None if client_id is None else self.services.clients.get(client_id)
        draft = self.services.drafts.get(form=FORM, subject_id=client_id or "") or {}
        offers = tuple(range(len(asked.result.offers)))
        own_line = str(draft.get("own_line", ""))[:LONGEST_OWN_LINE]
        self.asked = replace(
            asked, offers=offers, own_line=own_line, posted=False, format=LetterFormat.STANDARD
        )
        self.made = self.filed = None
        self.left = ""
        self.read_around()
        self._draw()

    def read_again(self) -> None:
        """The client's record changed elsewhere: address and safety lines may be others now."""
        asked = self.asked
        if asked is None or asked.client_id is None:
            return
        self.client = self.services.clients.get(asked.client_id)
        self.read_around()
        self._draw()

    def read_around(self) -> None:
        """Read again what stands beside the letter."""
        self.why_no_post, self.earlier, self.promises = "", [], []
        if self.client is None:
            return
        self.why_no_post = self.services.letters.may_post(self.client.id)
        self.earlier = self.services.letters.of_client(self.client.id)
        try:
            open_ones = self.services.contacts.promises(self.client.id, open_only=True)
        except CaseloadError:
            return
        self.promises = [action for action in open_ones if _is_about_this(action)]

    @property
    def today(self) -> date:
        """The day of the letter."""
        return self.services.better_off_letters.today()

    def answers(self) -> list[tuple[str, OfferAnswer]]:
        """Every offer of the calculation with its letter."""
        offers = () if self.asked is None else self.asked.result.offers
        return list(zip(LETTERS, offers, strict=False))

    def chosen(self) -> tuple[int, ...]:
        """The places of the offers that are in the letter."""
        return () if self.asked is None or self.asked.offers is None else self.asked.offers

    # ---- who it is, unless names are hidden

    def _names_changed(self, _hidden: bool) -> None:
        self.changed.emit()

    def name(self) -> str:
        """The client's name; empty for nobody's letter."""
        return "" if self.client is None else names().client(self.client.name, self.client.id)

    def first_name(self) -> str:
        """How the client is addressed."""
        client = self.client
        return "" if client is None else names().client(client.first_name, client.id)

    def address(self) -> str:
        """Where it would be posted; whoever shows it asks first whether names are hidden."""
        if self.client is None:
            return ""
        lines = [*self.client.address.splitlines(), self.client.postcode]
        return ", ".join(line.strip(" ,") for line in lines if line.strip(" ,"))

    def text(self, words: str) -> str:
        """Words that may name the client."""
        client = self.client
        if client is None:
            return words
        people = [(client.name, client.id), (client.first_name, client.id)]
        return names().text(words, people)

    # ---- what is in it

    def choose_offer(self, place: int, chosen: bool) -> None:
        """Put an offer into the letter or leave it out."""
        if self.asked is not None:
            kept = {*self.chosen(), place} if chosen else {*self.chosen()} - {place}
            self._ask(replace(self.asked, offers=tuple(sorted(kept))))

    def choose_format(self, letter_format: LetterFormat) -> None:
        """Standard, large print or easy read."""
        if self.asked is not None and self.asked.format is not letter_format:
            self._ask(replace(self.asked, format=letter_format))

    def send(self, *, posted: bool) -> None:
        """By post, or handed over."""
        if self.asked is not None and self.asked.posted != posted:
            self._ask(replace(self.asked, posted=posted))

    def write_line(self, words: str) -> None:
        """The staff's own line."""
        if self.asked is not None and self.asked.own_line != words:
            self._ask(replace(self.asked, own_line=words), soon=True)

    def _ask(self, asked: LetterToMake, *, soon: bool = False) -> None:
        self.asked = asked
        self.stale = True
        self.left = ""
        if soon:
            self._pause.start()
            self.changed.emit()
        else:
            self._draw()

    def _draw(self) -> None:
        asked = self.asked
        if asked is None:
            return
        self._pause.stop()
        self._round += 1
        mine = self._round
        attempt(
            self._background,
            lambda: self.services.better_off_letters.make_better_off_letter(asked),
            lambda made: self._was_drawn(mine, made),
            lambda why: self._not_drawn(mine, why),
        )

    def _was_drawn(self, mine: int, made: MadeLetter) -> None:
        if mine == self._round:
            self.made, self.problems, self.stale = made, {}, False
            self.drawn.emit()
            self.changed.emit()

    def _not_drawn(self, mine: int, why: CaseloadError) -> None:
        if mine == self._round:
            self.made, self.stale = None, False
            self.problems = why.problems if isinstance(why, FieldsRefused) else {"": why.sentence}
            self.drawn.emit()
            self.changed.emit()

    def keep_line(self) -> None:
        """Keep the own line as a draft."""
        if self.asked is not None:
            subject, words = self.asked.client_id or "", self.asked.own_line
            content = {"own_line": words}
            self._background.run(
                lambda: self.services.drafts.keep(form=FORM, subject_id=subject, content=content),
                _nothing,
                self.refused.emit,
            )

    # ---- leaving

    def can_leave(self) -> bool:
        """Whether the bytes in sight are the letter as it is asked for."""
        return self.made is not None and not self.stale

    def file(self, then: Callable[[FiledLetter | None], None]) -> None:
        """File what is in sight, once; ``then`` gets the filed letter, None for nobody's."""
        made = self.made
        if made is None or made.asked.client_id is None or self.is_filed():
            then(self.filed)
            return

        def was_filed(letter: FiledLetter) -> None:
            self.filed = letter
            if self.asked is not None:
                self.asked = replace(self.asked, calculation_id=letter.calculation_id)
            self.drop_line()
            self.read_around()
            then(letter)
            self.changed.emit()

        self._do(lambda: self.services.better_off_letters.file(made, origin=self), was_filed)

    def is_filed(self) -> bool:
        """Whether these very bytes are in the record."""
        return self.filed is not None and self.made is not None and self.filed.pdf == self.made.pdf

    def was_printed(self, letter: FiledLetter | None, promises: list[RecordId]) -> None:
        """Write down that it was printed, and tick off what was promised."""
        if letter is None:
            self._has_left("printed_nobody")
            return

        def verb() -> None:
            self.services.letters.printed(letter_id=letter.id, origin=self)
            for action_id in promises:
                self.services.contacts.keep_promise(action_id=action_id, origin=self)

        self._do(verb, lambda _none: self._has_left("printed"))

    def was_saved(self, letter: FiledLetter | None) -> None:
        """Write down that a copy was saved."""
        if letter is None:
            self._has_left("saved")
            return
        self._do(
            lambda: self.services.better_off_letters.saved_copy(letter_id=letter.id, origin=self),
            lambda _none: self._has_left("saved"),
        )

    def _has_left(self, how: str) -> None:
        self.left = say(f"letters_page.{how}")
        self.read_around()
        self.said.emit(self.left)
        self.changed.emit()

    def drop_line(self) -> None:
        """Forget the draft of the own line."""
        subject = "" if self.asked is None else self.asked.client_id or ""
        self._background.run(
            lambda: self.services.drafts.drop(form=FORM, subject_id=subject), _nothing
        )

    def _do(self, verb: Callable[[], T], done: Callable[[T], None]) -> None:
        attempt(self._background, verb, done, lambda why: self.refused.emit(why.sentence))


def _is_about_this(action: NextAction) -> bool:
    words = fold(action.words).replace("-", " ")
    return "better off" in words


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
