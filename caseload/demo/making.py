"""Making the made-up service in a folder, and showing the main job there without a window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from caseload.app import Session, unlock
from caseload.app.backups import backup_name, backups_folder
from caseload.demo import showing
from caseload.demo.calendar import Calendar
from caseload.demo.chance import Chance
from caseload.demo.plan import Size
from caseload.demo.service import Lived, live_through
from caseload.demo.staff import open_for_everyone, passphrase, team
from caseload.errors import CaseloadError, Refused, StoreTrouble
from caseload.services.desk import local_now
from caseload.store.where import refuse_shared_folder
from caseload.values.record import ids_from
from caseload.words import say

TakePictures = Callable[[Path, str, Path], list[Path]]
"""Store, passphrase and folder to the pictures taken. Raises CaseloadError where it cannot."""

MOST_YEARS = 5
MOST_REFERRALS = 400
AT = (14, 41)
"""A day that is not today is shown at 2:41pm."""


@dataclass(frozen=True)
class Made:
    """What lies where. ``counts`` is what the store holds, for a look at a glance."""

    folder: Path
    store: Path
    passphrase_file: Path
    people: tuple[dict[str, str], ...]
    counts: dict[str, object]
    shown: dict[str, object]
    refused: str = ""
    """The sentence where a return or the pictures could not be made; the store is there."""


def make_demo(
    folder: Path,
    size: Size,
    *,
    today: date | None = None,
    take_pictures: TakePictures | None = None,
) -> Made:
    """A made-up service in ``folder/store``, and the letter, return and pictures of its main job.

    ``folder`` must be new or empty. Raises Refused and StoreTrouble; then nothing is left there.
    """
    _check(folder, size)
    moment = _moment(today)
    was_there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ids_from(Chance(f"{size.seed}/{moment.date()}/team").uuid):
            made = _make(folder, size, moment)
    except OSError as trouble:
        _clear(folder, was_there=was_there)
        raise StoreTrouble(say("demo.cannot_write", folder=folder)) from trouble
    except BaseException:
        _clear(folder, was_there=was_there)
        raise
    return made if take_pictures is None else _with_pictures(made, take_pictures)


def _with_pictures(made: Made, take_pictures: TakePictures) -> Made:
    """The same with pictures; where they cannot be taken, the service stays and says so."""
    try:
        taken = take_pictures(made.store, passphrase(), made.folder / "pictures")
    except CaseloadError as refusal:
        return replace(made, refused=refusal.sentence)
    return replace(made, shown=made.shown | {"pictures": [str(picture) for picture in taken]})


def _check(folder: Path, size: Size) -> None:
    refuse_shared_folder(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreTrouble(say("demo.folder_not_empty", folder=folder))
    if not 1 <= size.years <= MOST_YEARS:
        raise Refused(say("demo.years_range", most=MOST_YEARS))
    if not 1 <= size.referrals <= MOST_REFERRALS:
        raise Refused(say("demo.referrals_range", most=MOST_REFERRALS))


def _clear(folder: Path, *, was_there: bool) -> None:
    with suppress(OSError):
        for child in folder.iterdir():
            shutil.rmtree(child) if child.is_dir() else child.unlink()
        if not was_there:
            folder.rmdir()


def _moment(today: date | None) -> datetime:
    """The time at which the service is shown, and which nothing in it passes."""
    now = local_now().replace(microsecond=0)
    if today is None or today == now.date():
        return now
    return datetime(today.year, today.month, today.day, *AT).astimezone()


def _make(folder: Path, size: Size, moment: datetime) -> Made:
    calendar = Calendar(_years_before(moment.date(), size.years), moment.date())
    store, colleagues = folder / "store", team(size.specialists)
    opened = datetime.combine(calendar.first, moment.time().replace(hour=9)).astimezone()
    people = dict(
        zip(open_for_everyone(store, colleagues, lambda: opened), colleagues, strict=True)
    )
    # The copies made before each enrolment are of an empty store.
    shutil.rmtree(backups_folder(store), ignore_errors=True)
    file = folder / "passphrase.txt"
    file.write_text(f"{passphrase()}\n", encoding="utf-8")

    lead, specialist = list(people)[:2]
    session = unlock(store, person_id=lead, passphrase=passphrase(), now=lambda: moment)
    try:
        lived = live_through(session, size, people, calendar, moment)
        counts = showing.counts_of(session)
        shown = showing.make_return(session, folder / "return", calendar.today)
        shown["backup"] = _back_up(session, store, moment)
    finally:
        session.lock()
    shown |= _as_specialist(folder, store, specialist, lived, moment)
    refused = str(shown.pop("refused", ""))
    return Made(
        folder=folder,
        store=store,
        passphrase_file=file,
        people=tuple({"name": c.name, "role": c.role.value} for c in colleagues),
        counts=counts | {"verbs": lived.steps},
        shown=shown,
        refused=refused,
    )


def _as_specialist(
    folder: Path, store: Path, specialist: str, lived: Lived, moment: datetime
) -> dict[str, object]:
    """The main job's client as her specialist finds her, with the letter that she took home."""
    session = unlock(store, person_id=specialist, passphrase=passphrase(), now=lambda: moment)
    try:
        return showing.main_job(session, lived.main_job, folder)
    finally:
        session.lock()


def _back_up(session: Session, store: Path, moment: datetime) -> str:
    backups = backups_folder(store)
    backups.mkdir()
    file = backups / backup_name(moment)
    session.back_up(file)
    return str(file)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28) + timedelta(days=1)
