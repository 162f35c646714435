"""Half-written forms in the encrypted store, as a form asks for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from caseload.services.all_services import Services
from ui.background import Runner


class FormDrafts:
    """``get``, ``keep``, ``drop`` by form and subject; ``refused`` hears why one was not kept."""

    def __init__(
        self, services: Services, background: Runner, refused: Callable[[str], None]
    ) -> None:
        self._services = services
        self._background = background
        self._refused = refused

    def get(self, form: str, subject: str) -> dict[str, Any] | None:
        """What was typed and not saved."""
        return self._services.drafts.get(form=form, subject_id=subject)

    def keep(
        self, form: str, subject: str, content: dict[str, Any], kept: Callable[[datetime], None]
    ) -> None:
        """Keep what is typed; ``kept`` hears when."""
        self._background.run(
            lambda: self._services.drafts.keep(form=form, subject_id=subject, content=content),
            kept,
            self._refused,
        )

    def drop(self, form: str, subject: str) -> None:
        """Forget what was typed."""
        self._background.run(
            lambda: self._services.drafts.drop(form=form, subject_id=subject),
            lambda _: None,
            self._refused,
        )
