"""A form on the client's page: its drafts go to the store on the store's own thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from ui.client.view_model import ClientViewModel
from ui.widgets.choices import Choice
from ui.widgets.fields import Field
from ui.widgets.kept_form import KeptForm
from ui.widgets.typed import typed

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class Form(KeptForm):
    """``form.begin({...}, subject)``; ``submitted``, then ``busy`` and ``saved`` or ``refuse``."""

    def __init__(self, model: ClientViewModel, name: str, title: str, save: str) -> None:
        super().__init__(_Drafts(model), name, title, save)
        self._model = model

    def field(self, name: str, words: str, box: QWidget, *, hint: str = "") -> Field:
        """A field with its label; a long list does not make its box wider than the form."""
        if isinstance(box, Choice):
            box.setSizeAdjustPolicy(_SHORT)
            box.setMinimumContentsLength(8)
        return super().field(name, words, box, hint=hint)

    def tick(self, name: str, box: QWidget) -> QWidget:
        """A box to tick; its words are its label."""
        self.watch(name, box)
        return box

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(typed(self.boxes[name]))

    def begin_as(self, name: str, values: Mapping[str, Any], subject: str) -> None:
        """Begin under another name, so that drafts about one client stay apart."""
        self._name = name
        self.begin(values, subject)


class _Drafts:
    """Where the forms of a client's page keep what is typed."""

    def __init__(self, model: ClientViewModel) -> None:
        self._model = model

    def get(self, form: str, subject: str) -> dict[str, Any] | None:
        """What was typed and not saved."""
        return self._model.services.drafts.get(form=form, subject_id=subject)

    def keep(
        self, form: str, subject: str, content: dict[str, Any], kept: Callable[[datetime], None]
    ) -> None:
        """Keep what is typed; ``kept`` hears when."""
        self._model.keep_draft(form, subject, content, kept)

    def drop(self, form: str, subject: str) -> None:
        """Forget what was typed."""
        self._model.drop_draft(form, subject)
