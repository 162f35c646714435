"""The vocational profile as questions and answers, kept while they are being written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from caseload.letters.figures import plain
from caseload.values.money import pounds, read_pounds
from caseload.vocational_profiles import VocationalProfile
from caseload.words import say
from ui.client.view_model import ClientViewModel, Problems

PARTS: dict[str, tuple[str, ...]] = {
    "want": ("goal", "job_titles", "sectors"),
    "hours": ("hours_least", "hours_most", "travel", "avoid", "pay_needed"),
    "done": ("work_history", "education"),
    "good": ("skills", "languages"),
    "help": ("health_and_work", "adjustments", "supporters"),
    "employers": ("disclosure_preference",),
    "money": ("money",),
    "around": ("digital", "caring", "criminal_record"),
    "next": ("next_steps",),
}
"""The parts of the conversation in their order, each with its questions."""

QUESTIONS = tuple(name for names in PARTS.values() for name in names)
_HOURS = ("hours_least", "hours_most")
_FORM = "client.profile"

BANDS = {
    "under_16": (None, Decimal("15.99")),
    "16_24": (Decimal(16), Decimal(24)),
    "25_34": (Decimal(25), Decimal(34)),
    "full_time": (Decimal(35), None),
}
"""Hours a week to tick; None is open. Two numbers beside them say it more exactly."""

Texts = dict[str, str]
"""What is written, by question."""


class ProfileViewModel(QObject):
    """``texts`` are what the boxes begin with; ``keep`` while typing; ``save`` between parts.

    ``kept`` tells when something was kept, with the time.
    """

    kept = Signal(object)

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__()
        self.model = model
        self._base: VocationalProfile | None = None
        self._starting = False

    @property
    def profile(self) -> VocationalProfile | None:
        """The profile as it was read last; None while it has not been started."""
        return self.model.header.profile

    # ---- reading

    def answers(self, part: str) -> list[tuple[str, str, str]]:
        """Key, question and answer of a part, as it is read; unwritten ones say so."""
        profile = self.profile
        shown = []
        for name in PARTS[part]:
            if name == "hours_most":
                continue
            key = "hours" if name == "hours_least" else name
            answer = self.model.text(_spoken(profile, key)) if profile else ""
            shown.append((key, say(f"client_profile.name.{key}"), answer or _unwritten()))
        return shown

    def has_answers(self, part: str, texts: Mapping[str, str]) -> bool:
        """Whether anything is written in a part."""
        return any(texts.get(name, "").strip() for name in PARTS[part])

    def texts(self) -> Texts:
        """What stands in the record, as boxes show it."""
        return texts_of(self.profile)

    # ---- writing

    def begin(self) -> Texts:
        """What to begin with: the record, and over it what was typed and not saved."""
        self._base = self.profile
        texts = self.texts()
        draft = self.model.services.drafts.get(form=_FORM, subject_id=self.model.client_id)
        return texts | {name: str(text) for name, text in (draft or {}).items() if name in texts}

    def has_draft(self) -> bool:
        """Whether something was typed about this client and not saved."""
        found = self.model.services.drafts.get(form=_FORM, subject_id=self.model.client_id)
        return found is not None

    def keep(self, texts: Texts) -> None:
        """Keep what is typed. The first answer of all is saved: it starts the profile today."""
        if self._base is None and not self._starting and any(t.strip() for t in texts.values()):
            self.save(texts, _nothing, _nobody)
            return
        self.model.keep_draft(_FORM, self.model.client_id, dict(texts), self._was_kept)

    def save(
        self, texts: Texts, done: Callable[[], None], refused: Callable[[Problems], None]
    ) -> None:
        """Put the answers into the record; ``refused`` hears by question what to mend."""
        problems: Problems = {}
        written = self._written(texts, problems)
        if problems:
            refused(problems)
            return
        if self._base is not None and written == self._base:
            self.model.drop_draft(_FORM, self.model.client_id)
            done()
            return
        self._starting = self._base is None
        services, model = self.model.services, self.model

        def saved(profile: VocationalProfile) -> None:
            self._starting = False
            self._base = profile
            model.drop_draft(_FORM, profile.client_id)
            self.kept.emit(None)
            done()

        def no(problems: Problems) -> None:
            self._starting = False
            refused(problems)

        model.do(
            lambda: services.vocational_profiles.save(profile=written, origin=model), saved, no
        )

    def theirs(self) -> tuple[Texts, Texts] | None:
        """Where somebody saved it meanwhile: what this writing began with, and what stands now."""
        self.model.refresh()
        fresh = self.profile
        if fresh is None or self._base is None or fresh.version == self._base.version:
            return None
        before, self._base = texts_of(self._base), fresh
        return before, texts_of(fresh)

    def sign(
        self, day: date, done: Callable[[], None], refused: Callable[[Problems], None]
    ) -> None:
        """Write down the day on which the client signed."""
        profile = self.profile
        if profile is None:
            return
        services, model = self.model.services, self.model
        model.do(
            lambda: services.vocational_profiles.save(
                profile=replace(profile, signed_on=day), origin=model
            ),
            lambda _kept: done(),
            refused,
            saying=say("client_profile.was_signed"),
        )

    def make_pages(self, done: Callable[[bytes], None], refused: Callable[[str], None]) -> None:
        """The pages that the client takes home and signs."""
        client_id, services = self.model.client_id, self.model.services
        self.model.background.run(
            lambda: services.vocational_profiles.pdf(client_id), done, refused
        )

    def was_printed(self) -> None:
        """Write down that the pages were printed or copied, where the store can be written."""
        profile, services = self.profile, self.model.services
        if profile is not None:
            self.model.background.run(
                lambda: services.vocational_profiles.printed(profile=profile, origin=self.model),
                _nobody,
                _nobody,
            )

    def _written(self, texts: Texts, problems: Problems) -> VocationalProfile:
        base = self._base
        if base is None:
            base = VocationalProfile(client_id=self.model.client_id, started_on=self.model.today)
        answers: dict[str, object] = {
            name: texts[name].strip() for name in QUESTIONS if name not in (*_HOURS, "pay_needed")
        }
        for name in _HOURS:
            answers[name] = _hours(texts[name], name, problems)
        answers["pay_needed"] = _pay(texts["pay_needed"], problems)
        return replace(base, **answers)  # type: ignore[arg-type]  # the names are the record's own

    def _was_kept(self, at: datetime) -> None:
        self.kept.emit(at)


def texts_of(profile: VocationalProfile | None) -> Texts:
    """A profile as boxes show it; empty ones where there is none."""
    texts = dict.fromkeys(QUESTIONS, "")
    if profile is None:
        return texts
    for name in QUESTIONS:
        value = getattr(profile, name)
        if value is None:
            continue
        if name in _HOURS:
            texts[name] = plain(value)
        elif name == "pay_needed":
            texts[name] = pounds(value)
        else:
            texts[name] = str(value)
    return texts


def bands_of(least: str, most: str) -> set[str]:
    """The bands of hours that two typed numbers reach into."""
    low, high = _number(least), _number(most)
    if low is None and high is None:
        return set()
    found = set()
    for name, (first, last) in BANDS.items():
        begins = high is None or first is None or first <= high
        ends = low is None or last is None or low <= last
        if begins and ends:
            found.add(name)
    return found


def hours_of(bands: set[str]) -> tuple[str, str]:
    """The two numbers that the ticked bands stand for."""
    chosen = [name for name in BANDS if name in bands]
    if not chosen:
        return "", ""
    least, most = BANDS[chosen[0]][0], BANDS[chosen[-1]][1]
    shown_most = Decimal(15) if chosen[-1] == "under_16" else most
    return (
        "1" if least is None else plain(least),
        "40" if shown_most is None else plain(shown_most),
    )


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def _hours(text: str, name: str, problems: Problems) -> Decimal | None:
    if not text.strip():
        return None
    number = _number(text)
    if number is None:
        problems[name] = say("window.number_problem")
    return number


def _pay(text: str, problems: Problems) -> Decimal | None:
    if not text.strip():
        return None
    try:
        return read_pounds(text)
    except ValueError:
        problems["pay_needed"] = say("window.money_problem")
        return None


def _spoken(profile: VocationalProfile, name: str) -> str:
    if name == "hours":
        least, most = profile.hours_least, profile.hours_most
        if least is not None and most is not None:
            return say("letters.profile.hours_range", least=plain(least), most=plain(most))
        if least is not None:
            return say("letters.profile.hours_from", least=plain(least))
        return "" if most is None else say("letters.profile.hours_to", most=plain(most))
    if name == "pay_needed":
        pay = profile.pay_needed
        return "" if pay is None else say("letters.profile.pay", amount=pounds(pay))
    return str(getattr(profile, name))


def _unwritten() -> str:
    return say("client_profile.unwritten")


def _nothing() -> None:
    """Nobody waits for it."""


def _nobody(_result: object) -> None:
    """Nobody waits for it."""
