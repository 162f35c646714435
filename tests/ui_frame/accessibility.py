"""The audit every page goes through: names, tab order, targets, clipping, contrast.

    from tests.ui_frame.accessibility import assert_accessible
    assert_accessible(window)

``window`` is the top-level widget with the page in sight. Each rule returns sentences that say
which widget fails and how; ``assert_accessible`` tries three palettes and 200 % text on a window
of 1366 by 768.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from ui.theme import contrast, look
from ui.widgets.marks import Mark
from ui.widgets.text import OneLine

SIZE = (1366, 768)
LEAST_TARGET = 24
TEXT_CONTRAST, LARGE_TEXT_CONTRAST = 4.5, 3.0
_LARGE_PIXELS = 24


def settle(window: QWidget) -> None:
    """Let the layouts come to rest."""
    window.show()
    for _ in range(4):
        QApplication.processEvents()


def stops(window: QWidget) -> list[QWidget]:
    """Every visible widget Tab should stop at."""
    return [widget for widget in window.findChildren(QWidget) if _is_stop(widget, window)]


def tab_walk(window: QWidget) -> list[QWidget]:
    """What pressing Tab visits, until it comes round or goes nowhere."""
    found = stops(window)
    if not found:
        return []
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    found[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(2 * len(found) + 2):
        now = QApplication.focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return seen


def _seen_beside(widget: QWidget, other: QWidget, window: QWidget) -> QWidget:
    """The widget, or the outermost scrolling page around it that the other is not in."""
    seen = widget
    area = _scroll_around(widget, window)
    while area is not None:
        if not area.isAncestorOf(other):
            seen = area
        area = _scroll_around(area, window)
    return seen


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ours = not widget.objectName().startswith("qt_") and window.isAncestorOf(widget)
    return tab and ours and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()


def described(widget: QWidget) -> str:
    """A widget by its class, name and words."""
    words = getattr(widget, "text", None)
    shown = words() if callable(words) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or shown or widget.objectName()}”"


# ---- names


def name_of(widget: QWidget) -> str:
    """The accessible name: given, else of its label, else its own words (never a combo box's)."""
    if widget.accessibleName():
        return widget.accessibleName()
    for label in widget.window().findChildren(QLabel):
        if label.buddy() is widget:
            return label.text().replace("&", "")
    if isinstance(widget, QComboBox):
        return ""
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def unnamed(window: QWidget) -> list[str]:
    """Controls without a name, and names that leave out the words people see."""
    faults = []
    for widget in stops(window):
        name = name_of(widget)
        if not name.strip():
            faults.append(f"{described(widget)} has no accessible name")
            continue
        if isinstance(widget, QAbstractButton):
            shown = widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            if shown and shown.casefold() not in name.casefold():
                faults.append(f"{described(widget)} shows “{shown}” but is called “{name}”")
    return faults


# ---- tab order


def order_faults(window: QWidget) -> list[str]:
    """Steps that go up or left in what is read, and stops that Tab never reaches.

    One step must go back, for Tab comes round: that is the one to the highest stop. The step from
    the foot of a column to the head of the next, which lies to the right, does not go back.
    """
    walked = tab_walk(window)
    back = [
        (first, second)
        for first, second in pairwise([*walked, *walked[:1]])
        if _goes_back(first, second, window)
    ]
    if back:
        back.remove(min(back, key=lambda pair: _box(pair[1], window).center().y()))
    faults = [f"Tab goes from {described(one)} back to {described(two)}" for one, two in back]
    missed = [widget for widget in stops(window) if widget not in walked]
    return faults + [f"Tab never reaches {described(widget)}" for widget in missed]


def _goes_back(first: QWidget, second: QWidget, window: QWidget) -> bool:
    one = _box(_seen_beside(first, second, window), window)
    two = _box(_seen_beside(second, first, window), window)
    above = two.bottom() <= one.top() and two.left() < one.right()
    overlap = min(one.bottom(), two.bottom()) - max(one.top(), two.top())
    same_row = overlap > min(one.height(), two.height()) / 2
    return above or (same_row and two.right() <= one.left())


# ---- targets


def small_targets(window: QWidget) -> list[str]:
    """Controls smaller than 24 by 24, and rows lower than 24."""
    faults = []
    for widget in _shown(window):
        if isinstance(widget, QTableView):
            row = widget.verticalHeader().defaultSectionSize()
            if row < LEAST_TARGET:
                faults.append(f"{described(widget)} has rows {row} high")
        control = isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        if control and min(widget.width(), widget.height()) < LEAST_TARGET:
            faults.append(f"{described(widget)} is {widget.width()} by {widget.height()}")
    return faults


# ---- clipping


def clipped(window: QWidget) -> list[str]:
    """Words that are cut, and controls out of reach."""
    faults = []
    for widget in _shown(window):
        if isinstance(widget, QLabel) and widget.text() and not widget.pixmap().cacheKey() > 0:
            faults += _cut_label(widget)
        elif isinstance(widget, QAbstractButton | QComboBox) and not _hidden_text(widget):
            least = widget.minimumSizeHint()
            high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
            if least.width() > widget.width() + 1 or high > widget.height() + 1:
                faults.append(f"{described(widget)} is cut: {widget.size()} of {least}")
    for widget in stops(window):
        faults += _out_of_reach(widget, window)
    return faults


def _hidden_text(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and not widget.text()


def _cut_label(label: QLabel) -> list[str]:
    inside = label.contentsRect()
    if label.wordWrap():
        longest = max(label.text().split() or [""], key=len)
        needed_width = label.fontMetrics().horizontalAdvance(longest)
        needed_height = label.heightForWidth(label.width())
        if needed_width > inside.width() + 1 or needed_height > label.height() + 1:
            return [f"{described(label)} is cut: {label.size()}, needs {needed_height} high"]
        return []
    if isinstance(label, OneLine) and not look().large_text:
        return []  # ends in … by design below 150 % text, and wraps from there
    needed = label.fontMetrics().horizontalAdvance(label.text())
    if needed > inside.width() + 1 or label.fontMetrics().height() > label.height() + 1:
        return [f"{described(label)} is cut: {label.size()}, needs {needed} wide"]
    return []


def _out_of_reach(widget: QWidget, window: QWidget) -> list[str]:
    area = _scroll_around(widget, window)
    if area is None:
        inside = window.rect().contains(_box(widget, window))
        return [] if inside else [f"{described(widget)} lies outside the window"]
    port = area.viewport()
    left = widget.mapTo(port, QPoint(0, 0)).x()
    if left < -1 or left + widget.width() > port.width() + 1:
        return [f"{described(widget)} reaches across the scrolling page"]
    return []


def _scroll_around(widget: QWidget, window: QWidget) -> QAbstractScrollArea | None:
    around = widget.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QAbstractScrollArea) and around.viewport().isAncestorOf(widget):
            return around
        around = around.parentWidget()
    return None


# ---- contrast


def faint(window: QWidget) -> list[str]:
    """Words with too little contrast against what is really painted behind them."""
    faults = []
    drawn = window.grab().toImage()
    for widget in _shown(window):
        if not isinstance(widget, QLabel | Mark) or not widget.isEnabled():
            continue
        words = widget.words() if isinstance(widget, Mark) else widget.text()
        spot = _box(widget, window).intersected(_in_sight(widget, window))
        if not words or spot.width() < 8 or spot.height() < 8:
            continue
        behind = _commonest(drawn, spot)
        if isinstance(widget, Mark):
            ink = _furthest(drawn, spot, behind)
        else:
            ink = widget.palette().color(QPalette.ColorRole.WindowText).name()
        large = widget.fontMetrics().height() >= _LARGE_PIXELS * 1.4
        needed = LARGE_TEXT_CONTRAST if large else TEXT_CONTRAST
        if contrast(ink, behind) < needed:
            faults.append(
                f"{described(widget)}: {contrast(ink, behind):.1f} to 1, {ink} on {behind}"
            )
    return faults


def _in_sight(widget: QWidget, window: QWidget) -> QRect:
    seen = window.rect()
    area = _scroll_around(widget, window)
    while area is not None:
        port = area.viewport()
        seen = seen.intersected(QRect(port.mapTo(window, QPoint(0, 0)), port.size()))
        area = _scroll_around(area, window)
    return seen


def _commonest(drawn: QImage, spot: QRect) -> str:
    counted = Counter(drawn.pixelColor(x, y).name() for x, y in _grid(spot))
    return counted.most_common(1)[0][0]


def _furthest(drawn: QImage, spot: QRect, behind: str) -> str:
    shades = {drawn.pixelColor(x, y).name() for x, y in _grid(spot)}
    return max(shades, key=lambda shade: contrast(shade, behind))


def _grid(spot: QRect) -> Iterator[tuple[int, int]]:
    across, down = max(1, spot.width() // 120), max(1, spot.height() // 24)
    for y in range(spot.top() + 1, spot.bottom() - 1, down):
        for x in range(spot.left() + 1, spot.right() - 1, across):
            yield x, y


# ---- all of it


def _shown(window: QWidget) -> list[QWidget]:
    found = window.findChildren(QWidget)
    return [
        widget
        for widget in found
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractItemView)
    ]


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def audit(window: QWidget) -> list[str]:
    """Every fault of the window as it stands."""
    settle(window)
    faults = unnamed(window) + order_faults(window) + small_targets(window)
    return faults + clipped(window) + faint(window)


def audit_everywhere(window: QWidget) -> list[str]:
    """Every fault in three palettes and at 200 % text, each told with where it was seen."""
    before = look().choice, look().text_scale
    focused = QApplication.focusWidget()
    faults = []
    try:
        for palette, scale in (("light", 1.0), ("dark", 1.0), ("contrast", 1.0), ("light", 2.0)):
            look().wear(palette, scale)
            window.resize(*SIZE)
            settle(window)
            where = f"{palette} at {round(scale * 100)} %"
            if (window.width(), window.height()) != SIZE:
                faults.append(f"{where}: the window needs {window.size()}")
            faults += [f"{where}: {fault}" for fault in audit(window)]
    finally:
        look().wear(*before)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
    return faults


def assert_accessible(window: QWidget) -> None:
    """Fail with every fault in three palettes and at 200 % text."""
    faults = audit_everywhere(window)
    assert not faults, "\n".join(faults)
