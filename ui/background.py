"""Work off the GUI thread: one store thread, a pool for the rest, results as calls on the GUI.

    background.run(work, done, refused)            # on the one store thread
    background.run(work, done, refused, store=False)   # PDFs, hashing: the pool

``work`` runs elsewhere and touches no widget; ``done`` gets what it returned; ``refused`` gets a
sentence. Tests use ``AtOnce``, which does the same in the same thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    Slot,
)

from caseload.errors import CaseloadError
from caseload.words import say

SLOW_MS = 400
"""Work that takes longer shows progress and Cancel."""

Done = Callable[[Any], None]
Refused = Callable[[str], None]


class Runner(Protocol):
    """What pages and view-models know of the background."""

    def run(
        self,
        work: Callable[[], Any],
        done: Done,
        refused: Refused | None = None,
        *,
        store: bool = True,
    ) -> Job:
        """Do ``work``, then call ``done`` or ``refused`` on the GUI thread."""
        ...


class Job:
    """One piece of work; cancelled, it may finish but nobody hears of it."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Long work looks here now and then, and stops."""
        return self._cancelled.is_set()


def sentence_for(trouble: BaseException) -> str:
    """The sentence of a refusal; for anything else a plain one, and a log line naming nobody."""
    if isinstance(trouble, CaseloadError):
        return trouble.sentence
    import logging

    places = []
    trace = trouble.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_qualname}:{trace.tb_lineno}")
        trace = trace.tb_next
    logging.getLogger(__name__).error("%s at %s", type(trouble).__name__, " > ".join(places[-6:]))
    return say("window.unexpected")


class AtOnce:
    """Does the work in the same thread, before ``run`` returns; for tests."""

    def run(
        self,
        work: Callable[[], Any],
        done: Done,
        refused: Refused | None = None,
        *,
        store: bool = True,  # the same shape as Background
    ) -> Job:
        """Do ``work``, then ``done`` or ``refused``."""
        try:
            result = work()
        except CaseloadError as trouble:
            if refused is None:
                raise
            refused(trouble.sentence)
        else:
            done(result)
        return Job()


class _Messenger(QObject):
    """Carries a result from a pool thread to the GUI thread."""

    finished = Signal(object, object)


class _Task(QRunnable):
    def __init__(self, work: Callable[[], Any], messenger: _Messenger, job: Job) -> None:
        super().__init__()
        self._work, self._messenger, self._job = work, messenger, job

    def run(self) -> None:
        result: Any = None
        trouble: BaseException | None = None
        try:
            if not self._job.cancelled:
                result = self._work()
        except Exception as caught:  # noqa: BLE001  # whatever went wrong becomes a sentence
            trouble = caught
        self._messenger.finished.emit(result, trouble)


class Background(QObject):
    """The store thread and the pool. ``busy`` tells when work has lasted over 400 ms, and ends.

    ``show_sentence`` is called for a refusal nobody took.
    """

    busy = Signal(bool)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QThreadPool(self)
        self._store.setMaxThreadCount(1)
        self._store.setExpiryTimeout(-1)
        self._pool = QThreadPool.globalInstance()
        self._waiting: dict[_Messenger, tuple[Job, Done, Refused]] = {}
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(lambda: self.busy.emit(True))

    def run(
        self,
        work: Callable[[], Any],
        done: Done,
        refused: Refused | None = None,
        *,
        store: bool = True,
    ) -> Job:
        """Do ``work`` on the store thread, or in the pool; answer on the GUI thread."""
        job = Job()
        messenger = _Messenger(self)
        answer = refused if refused is not None else self.refused.emit
        self._waiting[messenger] = (job, done, answer)
        messenger.finished.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        if not self._slow.isActive():
            self._slow.start()
        (self._store if store else self._pool).start(_Task(work, messenger, job))
        return job

    def cancel_all(self) -> None:
        """Stop waiting for everything under way."""
        for job, _, _ in self._waiting.values():
            job.cancel()
        self._rest()

    def wait(self, milliseconds: int = 5000) -> bool:
        """Let everything asked for finish, and be heard of, before locking or closing; False when
        it would not.
        """
        deadline = QDeadlineTimer(milliseconds)
        while self._waiting and not deadline.hasExpired():
            self._store.waitForDone(deadline.remainingTime())
            self._pool.waitForDone(deadline.remainingTime())
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        return not self._waiting

    @Slot(object, object)
    def _finish(self, result: Any, trouble: BaseException | None) -> None:
        messenger = self.sender()
        held = self._waiting.pop(messenger, None) if isinstance(messenger, _Messenger) else None
        if isinstance(messenger, _Messenger):
            messenger.deleteLater()
        self._rest()
        if held is None or held[0].cancelled:
            return
        _, done, refused = held
        if trouble is None:
            done(result)
        else:
            refused(sentence_for(trouble))

    def _rest(self) -> None:
        if not any(not job.cancelled for job, _, _ in self._waiting.values()):
            self._slow.stop()
            self.busy.emit(False)
