"""What appears fades in within 120 ms, or at once where less motion is preferred."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractAnimation,
    QObject,
    QPropertyAnimation,
    QVariantAnimation,
    Signal,
)
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from recovery_tracker.ui.theme import theme


def fade_in(widget: QWidget) -> None:
    """Let a widget that has just been shown fade in; it can be used from the first moment on.

    The effect is gone when it is over: a widget paints slower with one.
    """
    length = theme().motion_ms
    if not length or not widget.isVisible():
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)
    animation = QPropertyAnimation(effect, b"opacity", effect)
    animation.setDuration(length)
    animation.setEndValue(1.0)
    animation.finished.connect(effect.deleteLater)
    animation.start()


class Fade(QObject):
    """A share from 0 to 1 for a control that paints itself, such as a choice being made.

    The control calls :meth:`start`, paints with ``share`` as opacity and repaints on ``moved``.
    """

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.share = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._move)

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self._animation.state() is QAbstractAnimation.State.Running

    def start(self) -> None:
        """Begin at 0; with less motion it is over at once."""
        length = theme().motion_ms
        self._animation.stop()
        if length:
            self._animation.setDuration(length)
            self._animation.start()
        else:
            self._move(1.0)

    def _move(self, share: float) -> None:
        self.share = float(share)
        self.moved.emit()
