"""What every tab of the client's page is made of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.client.form import Form
from ui.client.narrow import Narrow
from ui.client.view_model import ClientViewModel
from ui.widgets.cards import EmptyState
from ui.widgets.one_of import OneOf
from ui.widgets.scroll import ScrollColumn


class Part(OneOf):
    """A tab: a reading view, and forms that take its place while they are open.

    ``writing`` tells that a form opened or closed; ``go`` asks for another page.
    """

    writing = Signal(bool)
    go = Signal(str, str)

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__()
        self.model = model
        self._home: QWidget | None = None
        self._holders: dict[Form, ScrollColumn] = {}
        self._open: Form | None = None

    def add_view(self, view: QWidget | None = None) -> QVBoxLayout:
        """The reading view: a column to fill, or a widget of the tab's own."""
        column = ScrollColumn()
        self._home = view if view is not None else column
        if view is None:
            column.setProperty("pane", True)
        self.add(self._home)
        return column.down

    def home(self) -> QWidget:
        """What is in sight while no form is open."""
        if self._home is None:
            raise LookupError("this tab has no view yet")
        return self._home

    def add_form(self, form: Form) -> None:
        """A form of this tab."""
        holder = ScrollColumn()
        holder.setProperty("pane", True)
        holder.down.addWidget(Narrow(form, 760))
        holder.down.addStretch()
        self._holders[form] = holder
        self.add(holder)
        form.left.connect(self.close_form)

    def open_form(self, form: Form) -> None:
        """Show a form in place of the view, and put the cursor in it."""
        self._open = form
        self.show_one(self._holders[form])
        self.writing.emit(True)
        form.focus_first()

    def close_form(self) -> None:
        """Show the view again."""
        if self._open is None:
            return
        self._open = None
        self.refresh()
        self.show_one(self.home())
        self.writing.emit(False)
        self.focus_first()

    def open_now(self) -> Form | None:
        """The form that is open."""
        return self._open

    def has_primary(self) -> bool:
        """Whether the one primary button of the view is in here: a form's Save, or a first step."""
        if self._open is not None:
            return True
        found = self.findChildren(EmptyState)
        return any(e.isVisibleTo(self) and e.act.isVisibleTo(self) for e in found)

    def begin(self) -> None:
        """Another client comes into sight: close what is open here, keeping what is typed."""
        if self._open is not None:
            self._open.settle()
            self._open = None
            self.writing.emit(False)
        if self._home is not None:
            self.show_one(self._home)

    def go_on_writing(self) -> None:
        """Open the form that was half written about this client, where there is one."""

    def settle(self) -> None:
        """Keep what is being typed, now."""
        if self._open is not None:
            self._open.settle()

    def cover_names(self) -> None:
        """Names were hidden: close a form that shows them; what is typed is kept."""

    def refresh(self) -> None:
        """Show the client as read last; what is being typed stays."""

    def focus_first(self) -> None:
        """Put the focus on the first thing to do."""
