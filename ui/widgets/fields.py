"""A field of a form: label above, hint, problem beside, input; names and buddies set for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import look, set_variant
from ui.widgets.text import label


class Field(QWidget):
    """Label (600, 15) over hint, problem and input.

    ``Field("Caseload cap", TextInput(width=96), hint="15 at 0.6")``. The input is ``field.input``;
    its accessible name is the label, its description hint and problem. ``set_problem`` shows the
    sentence beside the field and turns its border. ``aside`` stands right of the label.
    """

    def __init__(
        self,
        words: str,
        box: QWidget,
        *,
        hint: str = "",
        aside: str = "",
        grow: bool = False,
    ) -> None:
        super().__init__()
        self.input = box
        self._words = words
        self._hint = hint
        self.label = label(words, "table", strong=True)
        self.label.setBuddy(_first(box))
        self.hint_label = label(hint, "small", "muted")
        if not hint:  # to show it before it has a parent would open a window
            self.hint_label.hide()
        self.problem_line = ProblemLine()
        if not box.accessibleName():
            box.setAccessibleName(words)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label, 1)
        if aside:
            head.addWidget(label(aside, "small", "muted", wrap=False), 0)
        down.addLayout(head)
        down.addWidget(self.hint_label)
        down.addWidget(self.problem_line)
        down.addSpacing(4)
        if box.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed or _fixed(box):
            down.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            down.addWidget(box, 1 if grow else 0)
        if not grow:
            down.addStretch()
        self._describe("")

    def words(self) -> str:
        """The label."""
        return self._words

    def set_words(self, words: str) -> None:
        """Another label; the input is named after it."""
        self._words = words
        self.label.setText(words)
        self.input.setAccessibleName(words)

    def set_hint(self, hint: str) -> None:
        """Another hint; empty hides it."""
        self._hint = hint
        self.hint_label.setText(hint)
        self.hint_label.setVisible(bool(hint))
        self._describe(self.problem())

    def problem(self) -> str:
        """The sentence shown beside the field, empty when all is well."""
        return self.problem_line.sentence()

    def set_problem(self, sentence: str) -> None:
        """Say what to mend; empty takes it away."""
        self.problem_line.say(sentence)
        mark_problem(self.input, bool(sentence))
        self._describe(sentence)

    def focus_input(self) -> None:
        """Put the cursor in the field."""
        target = _first(self.input)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe(self, sentence: str) -> None:
        parts = " ".join(part for part in (sentence, self._hint) if part)
        self.input.setAccessibleDescription(parts)


class BesideField(QWidget):
    """A dense field used all day: label left, input right, problem under both."""

    def __init__(self, words: str, box: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.input = box
        self._words = words
        self._hint = hint
        self.label = label(words, "table")
        self.label.setBuddy(_first(box))
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.problem_line = ProblemLine()
        if not box.accessibleName():
            box.setAccessibleName(words)
        box.setAccessibleDescription(hint)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.label, 1)
        across.addWidget(box)
        self._across = across
        down.addLayout(across)
        down.addWidget(self.problem_line)

    def add_box(self, box: QWidget) -> None:
        """A second box in the same row, with an accessible name of its own."""
        self._across.addWidget(box)

    def words(self) -> str:
        """The label."""
        return self._words

    def problem(self) -> str:
        """The sentence shown under the field, empty when all is well."""
        return self.problem_line.sentence()

    def set_problem(self, sentence: str) -> None:
        """Say what to mend; empty takes it away."""
        self.problem_line.say(sentence)
        mark_problem(self.input, bool(sentence))
        self.input.setAccessibleDescription(sentence or self._hint)

    def focus_input(self) -> None:
        """Put the cursor in the field."""
        _first(self.input).setFocus(Qt.FocusReason.OtherFocusReason)


class ProblemLine(QWidget):
    """The octagon and the sentence that says what to mend."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._label = label("", "table", "danger", strong=True)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 0)
        across.setSpacing(6)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._label, 1)
        self.hide()
        self._draw()

    def sentence(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, sentence: str) -> None:
        """Show a sentence, or hide when empty."""
        self._label.setText(sentence)
        self.setVisible(bool(sentence))

    def _draw(self) -> None:
        self._icon.setPixmap(look().pixmap("octagon-alert", "danger", 16, self))
        self._icon.setFixedHeight(look().px(20))

    def changeEvent(self, event: QEvent) -> None:
        """A new palette recolours the octagon."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_icon"):
            self._draw()


def mark_problem(box: QWidget, wrong: bool) -> None:
    """Turn the border of an input, or of every box inside it, to the colour of a problem."""
    inner = [box, *box.findChildren(QWidget)]
    for widget in inner:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            set_variant(widget, "problem", wrong)


def _first(box: QWidget) -> QWidget:
    """The widget that takes the cursor: the box, its proxy, or the first box inside it."""
    proxy = box.focusProxy()
    return proxy if proxy is not None else box


def _fixed(box: QWidget) -> bool:
    return getattr(box, "_asked_width", None) is not None
