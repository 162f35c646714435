"""The sidebar: places and counts, the person, when it was last saved; icons at large text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme import look
from ui.widgets.marks import Avatar
from ui.widgets.text import label

_WIDE, _RAIL = 176, 88


class PlaceButton(QPushButton):
    """A place: icon, word, count; icon alone on the rail, where name and tooltip carry the word."""

    stepped = Signal(int)

    def __init__(self, words: str, icon: str) -> None:
        super().__init__(words)
        self._words = words
        self._icon_name = icon
        self._count: int | None = None
        self.setCheckable(True)
        self.setProperty("kind", "place")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_count(self, count: int | None) -> None:
        """The count at the right; None shows none."""
        self._count = count
        self._name()
        self.update()

    def _name(self) -> None:
        said = self._words if self._count is None else f"{self._words}, {self._count}"
        self.setAccessibleName(said)
        self.setToolTip(said if look().large_text else "")

    def sizeHint(self) -> QSize:
        """36 high."""
        height = 48 if look().large_text else look().px(36)
        return QSize(look().px(120), height)

    def minimumSizeHint(self) -> QSize:
        """As the sidebar is wide."""
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and mark when chosen; icon, word, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(QPen(look().colour("line"), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("raised" if chosen else "surface"))
            painter.drawRoundedRect(box, 6, 6)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour("accent"))
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 1.5, 1.5)
        rail = look().large_text
        drawn = 18
        size = look().px(drawn)
        ink = "accent" if chosen else "muted"
        left = (self.width() - size) // 2 if rail else look().px(10)
        spot = QRect(left, (self.height() - size) // 2, size, size)
        painter.drawPixmap(spot, look().pixmap(self._icon_name, ink, drawn, self))
        if rail:
            return
        left += size + look().px(10)
        painter.setFont(look().font("body", chosen))
        painter.setPen(look().colour("accent" if chosen else "text"))
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._words)
        if self._count is not None:
            painter.setFont(look().font("small", chosen))
            painter.setPen(look().colour("text" if chosen else "muted"))
            right = QRectF(self.rect()).adjusted(0, 0, -look().px(10), 0)
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(right, int(side), str(self._count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along the places, Enter goes there."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A new text size may turn words to an icon."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_count"):
            self._name()
            self.updateGeometry()


class Sidebar(QFrame):
    """``Sidebar([("today", "Today", "calendar-check"), ...])``; ``gone`` carries the place."""

    gone = Signal(str)

    def __init__(self, name: str, places: Iterable[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setProperty("pane", True)
        self.setAccessibleName(name)
        self._buttons: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        down = QVBoxLayout(self)
        down.setContentsMargins(8, 12, 9, 12)
        down.setSpacing(2)
        for key, words, icon in places:
            button = PlaceButton(words, icon)
            button.clicked.connect(lambda _on=False, place=key: self.gone.emit(place))
            button.stepped.connect(self._step)
            self._group.addButton(button)
            self._buttons[key] = button
            down.addWidget(button)
        down.addStretch()
        self._who = _Who()
        down.addWidget(self._who)
        self._saved = _Saved()
        down.addWidget(self._saved)
        first = next(iter(self._buttons.values()), None)
        if first is not None:
            self.setFocusProxy(first)
        self._dress()

    def place(self, key: str) -> PlaceButton:
        """The button of a place."""
        return self._buttons[key]

    def show_place(self, key: str) -> None:
        """Mark where we are."""
        for known, button in self._buttons.items():
            here = known == key
            self._group.setExclusive(False)
            button.setChecked(here)
            self._group.setExclusive(True)
            stop = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)
            if here:
                self.setFocusProxy(button)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Counts by place; a place without one shows none."""
        for key, button in self._buttons.items():
            button.set_count(counts.get(key))

    def show_person(self, person: str, role: str) -> None:
        """Who is unlocked."""
        self._who.show_person(person, role)

    def show_saved(self, words: str) -> None:
        """'Saved 2:41pm'."""
        self._saved.show_words(words)

    def saved_words(self) -> str:
        """What the foot says."""
        return self._saved.words.text()

    def _step(self, steps: int) -> None:
        buttons = list(self._buttons.values())
        at = next((n for n, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[(at + steps) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _dress(self) -> None:
        self.setFixedWidth(_RAIL if look().large_text else look().px(_WIDE))

    def changeEvent(self, event: QEvent) -> None:
        """Narrow to icons from 150 % text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_saved"):
            self._dress()


class _Who(QWidget):
    """The person at the foot."""

    def __init__(self) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(4, 8, 0, 8)
        across.setSpacing(8)
        self._avatar = Avatar("")
        self._name = label("", "table", strong=True)
        self._role = label("", "tiny", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._role)
        across.addWidget(self._avatar)
        across.addLayout(words, 1)
        self.hide()

    def show_person(self, person: str, role: str) -> None:
        self._avatar.set_name(person)
        self._avatar.setToolTip(f"{person}, {role}" if person else "")
        self._name.setText(person)
        self._role.setText(role)
        self.setVisible(bool(person))
        self._dress()

    def _dress(self) -> None:
        rail = look().large_text
        self._name.setVisible(not rail)
        self._role.setVisible(not rail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_name"):
            self._dress()


class _Saved(QWidget):
    """When it was last saved."""

    def __init__(self) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(6, 4, 0, 0)
        across.setSpacing(6)
        self._icon = QLabel()
        self.words = label("", "tiny", "muted", wrap=False)
        across.addWidget(self._icon)
        across.addWidget(self.words, 1)
        self.hide()

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.setToolTip(words)
        self._icon.setAccessibleName(words)
        self.setVisible(bool(words))
        self._dress()

    def _dress(self) -> None:
        self._icon.setPixmap(look().pixmap("circle-check", "muted", 14, self))
        rail = look().large_text
        self.words.setVisible(not rail)
        centre = Qt.AlignmentFlag.AlignHCenter if rail else Qt.AlignmentFlag.AlignLeft
        self._icon.setAlignment(centre | Qt.AlignmentFlag.AlignVCenter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "words"):
            self._dress()
