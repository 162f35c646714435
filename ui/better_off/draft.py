"""What is typed about one person, in the store a second after the last key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from caseload.services.drafts import Drafts
from caseload.values.record import RecordId
from ui.background import Runner

FORM = "better_off"
PAUSE_MS = 1000


class SumDraft(QObject):
    """``touch()`` after every key; ``content()`` says what to keep, and about whom.

    ``refused`` is told once: a store that is only read refuses every draft.
    """

    refused = Signal(str)

    def __init__(
        self,
        drafts: Drafts,
        background: Runner,
        content: Callable[[], tuple[RecordId, dict[str, Any]]],
    ) -> None:
        super().__init__()
        self._drafts = drafts
        self._background = background
        self._content = content
        self._typed_since = False
        self._told = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.settle)

    def get(self, subject: RecordId) -> dict[str, Any] | None:
        """What was typed about somebody and not kept; nobody has the empty id."""
        return self._drafts.get(form=FORM, subject_id=subject)

    def touch(self) -> None:
        """Something was typed."""
        self._typed_since = True
        self._pause.start()

    def settle(self) -> None:
        """Keep what is typed now, where something is waiting to be kept."""
        self._pause.stop()
        if not self._typed_since:
            return
        self._typed_since = False
        subject, content = self._content()
        self._background.run(
            lambda: self._drafts.keep(form=FORM, subject_id=subject, content=content),
            _nothing,
            self._refuse,
        )

    def rest(self) -> None:
        """What stands there is not typed, or is kept: nothing waits."""
        self._typed_since = False
        self._pause.stop()

    def drop(self) -> None:
        """Forget it."""
        self.rest()
        subject, _ = self._content()
        self._background.run(lambda: self._drafts.drop(form=FORM, subject_id=subject), _nothing)

    def _refuse(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self.refused.emit(sentence)


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
