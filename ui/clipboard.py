"""Words on the clipboard for a minute, marked to stay out of its history and of the cloud."""

from __future__ import annotations

import struct

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_SECONDS = 60

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO = struct.pack("<I", 0)
_HINTS = {
    # Windows: neither clipboard history nor the cloud clipboard, nor other watchers.
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    # macOS: the marks that clipboard managers honour, nspasteboard.org.
    "org.nspasteboard.ConcealedType": b"1",
    "org.nspasteboard.TransientType": b"1",
    # Linux: what KDE's and other clipboard histories leave out.
    "x-kde-passwordManagerHint": b"secret",
}


class BriefClipboard(QObject):
    """``copy(words)``; a minute later they are gone, unless something else was copied since."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEPT_SECONDS * 1000)
        self._pause.timeout.connect(self.clear)

    def copy(self, words: str) -> None:
        """Put words there."""
        carried = QMimeData()
        carried.setText(words)
        for kind, value in _HINTS.items():
            carried.setData(kind, value)
        self._words = words
        QGuiApplication.clipboard().setMimeData(carried)
        self._pause.start()

    def clear(self) -> None:
        """Take our words away; also for locking and leaving."""
        self._pause.stop()
        board: QClipboard = QGuiApplication.clipboard()
        if self._words and board.text() == self._words:
            board.clear()
        self._words = ""

    @property
    def holds(self) -> bool:
        """Whether words of ours are waiting to be taken away."""
        return bool(self._words)
