"""Last time, what you promised, what is next: the three blocks, in this order, everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caseload.people.roles import Action
from caseload.services.work_record import WorkRecord
from caseload.words import say
from ui.client import glance
from ui.client.glance import PromiseLine
from ui.client.view_model import ClientViewModel
from ui.theme import look
from ui.widgets.buttons import link
from ui.widgets.cards import empty_layout, hairline, upright_line
from ui.widgets.marks import Mark
from ui.widgets.text import label, small_heading

SHOWN_PROMISES = 4


class Blocks(QFrame):
    """Three columns between hairlines; one under the other where there is no room."""

    contact_asked = Signal(str)

    def __init__(self, model: ClientViewModel) -> None:
        super().__init__()
        self._model = model
        self._all_promises = False
        self.setProperty("role", "top")
        self.last, self.promised, self.coming = _Block(), _Block(), _Block()
        self._lines = (upright_line(), upright_line())
        self._rules = (hairline(), hairline())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(24, 0, 24, 0)
        self._box.setSpacing(0)
        shares = zip((self.last, self.promised, self.coming), (100, 122, 85), strict=True)
        for at, (block, share) in enumerate(shares):
            if at:
                self._box.addWidget(self._lines[at - 1])
                self._box.addWidget(self._rules[at - 1])
            self._box.addWidget(block, share)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._turn()

    def refresh(self, work: WorkRecord) -> None:
        """Show the client in sight."""
        model = self._model
        self._show_last()
        self._show_promises()
        lines = glance.next_lines(model, work)
        self.coming.begin(say("client_page.next"))
        self.coming.down.addWidget(label(lines.first, "body", strong=True))
        if lines.more:
            self.coming.down.addWidget(label(lines.more, "body"))
        for words in lines.client_promises:
            self.coming.down.addWidget(label(words, "table", "muted"))
        self.coming.down.addStretch()

    def show_all_promises(self) -> None:
        """All promises."""
        self._all_promises = True
        self._show_promises()

    def show_few_promises(self) -> None:
        """The first few, from the next showing on."""
        self._all_promises = False

    def _show_last(self) -> None:
        last = glance.last_time(self._model)
        self.last.begin(last.head)
        self.last.down.addWidget(label(last.words, "body"))
        contact_id = last.contact_id
        if contact_id:
            more = link(say("client_page.read_all"))
            more.clicked.connect(lambda: self.contact_asked.emit(contact_id))
            self.last.down.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.last.down.addStretch()

    def _show_promises(self) -> None:
        promises = glance.promises(self._model)
        self.promised.begin(say("client_page.promised"))
        if not promises:
            words = label(say("client_page.no_promises"), "table", "muted")
            self.promised.down.addWidget(words)
        shown = promises if self._all_promises else promises[:SHOWN_PROMISES]
        may = self._model.may(Action.WRITE_NOTES)
        for line in shown:
            row = PromiseRow(line, may_tick=may)
            row.ticked.connect(self._keep)
            self.promised.down.addWidget(row)
        if len(shown) < len(promises):
            more = link(say("client_page.more_promises", count=len(promises) - len(shown)))
            more.clicked.connect(self.show_all_promises)
            self.promised.down.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.promised.down.addStretch()

    def rows(self) -> list[PromiseRow]:
        """The rows of the promises shown."""
        return self.promised.findChildren(PromiseRow)

    def _keep(self, action_id: str) -> None:
        self._model.keep_promise(action_id, say("client_page.ticked"))

    def _turn(self) -> None:
        narrow = look().large_text or self.width() < look().px(760)
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(column if narrow else row)
        for line in self._lines:
            line.setVisible(not narrow)
        for rule in self._rules:
            rule.setVisible(narrow)
        for at, block in enumerate((self.last, self.promised, self.coming)):
            edges = (0, 10, 0, 10) if narrow else (20 if at else 0, 10, 0 if at == 2 else 20, 12)
            block.down.setContentsMargins(*edges)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(look().px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is no room."""
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_lines"):
            self._turn()


class _Block(QWidget):
    """A small heading over its lines."""

    def __init__(self) -> None:
        super().__init__()
        self.down = QVBoxLayout(self)
        self.down.setSpacing(2)

    def begin(self, head: str) -> None:
        """Empty it, and write its heading."""
        empty_layout(self.down)
        self.down.addWidget(small_heading(head))


class PromiseRow(QWidget):
    """A box to tick, what was promised, and when it is due; done ones are shown ticked."""

    ticked = Signal(str)

    def __init__(self, line: PromiseLine, *, may_tick: bool) -> None:
        super().__init__()
        self.line = line
        self.box = QCheckBox()
        done = not line.kind
        self.box.setChecked(done)
        self.box.setAccessibleName(say("client_page.tick", words=line.words))
        if done or not may_tick:
            self.box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.box.clicked.connect(lambda: self.ticked.emit(line.action_id))
        words = _Pressed(line.words, self.box) if may_tick and not done else label(line.words)
        if done:
            words.setProperty("tone", "muted")
        when: QWidget = label(line.when, "body", "muted", wrap=False)
        if line.kind:
            when = Mark(line.kind, line.when, "body")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 1, 0, 1)
        across.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(self.box, 0, top)
        across.addWidget(words, 1, top)
        across.addSpacing(8)
        across.addWidget(when, 0, top)


class _Pressed(QLabel):
    """Words that tick their box, as the words of any tick box do."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "body")
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._box.click()
