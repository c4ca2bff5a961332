"""One window per data folder: a second start tells the first to come to the front."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QCryptographicHash,
    QDeadlineTimer,
    QLockFile,
    QObject,
    QThread,
    Signal,
)

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK_NAME = "window.lock"
_PATIENCE_MS = 5_000  # a first start needs this long at most until it listens
_PAUSE_MS = 50
_LONGEST_WORD = 64


class SingleInstance(QObject):
    """Whether this process has the window of a data folder, and the line to the one that has.

    ``asked`` is emitted in the first process when another start asked for the window, with
    the word that start sent.
    """

    asked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Try to become the first for a folder, which is made if it is not there."""
        super().__init__(parent)
        self._name = _name(folder)
        self._server: QLocalServer | None = None
        self._lock = QLockFile(str(folder / _LOCK_NAME))
        self._lock.setStaleLockTime(0)  # a lock is stale when its process is gone, never by age
        _make(folder)
        taken = not self._lock.tryLock(0)
        # a folder that takes no lock takes no diary either; that is said when it is opened
        self.is_first = not taken or self._lock.error() != QLockFile.LockError.LockFailedError

    def ask_first(self, word: str) -> bool:
        """Send a word to the first process; tell whether it arrived."""
        from PySide6.QtNetwork import QLocalSocket  # only a second start needs it

        deadline = QDeadlineTimer(_PATIENCE_MS)
        while True:
            line = QLocalSocket()
            line.connectToServer(self._name)
            if line.waitForConnected(_PAUSE_MS):
                line.write(word.encode() + b"\n")
                sent = line.waitForBytesWritten(_PATIENCE_MS)
                line.disconnectFromServer()
                return sent
            if deadline.hasExpired():
                return False
            QThread.msleep(_PAUSE_MS)

    def listen(self) -> None:
        """Begin to hear other starts; what a killed process left behind is put away first."""
        if self._server is not None:
            return  # the program waited in the background before it opened its window
        from PySide6.QtNetwork import QLocalServer  # after the first paint: it takes its time

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take_calls)
        self._server.listen(self._name)

    def _take_calls(self) -> None:
        server = self._server
        while server is not None and (line := server.nextPendingConnection()) is not None:
            line.readyRead.connect(self._read_word)
            line.disconnected.connect(line.deleteLater)

    def _read_word(self) -> None:
        line = cast("QLocalSocket", self.sender())
        if line.canReadLine():
            word = bytes(line.readLine(_LONGEST_WORD).data())
            self.asked.emit(word.decode(errors="replace").strip())

    def close(self) -> None:
        """Stop listening and let another start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()


def _name(folder: Path) -> str:
    """Name the line by the folder: the same however the folder was written."""
    place = str(folder.expanduser().resolve()).encode()
    digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256)
    return "recovery-tracker-" + bytes(digest.toHex().data()).decode()[:20]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return  # the opening of the diary says so in words
