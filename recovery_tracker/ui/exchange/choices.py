"""Fields of the import page to choose from: a value of many, a scale, what a name is here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from recovery_tracker.exchange.foreign_values import Scale
from recovery_tracker.exchange.mapping import ASK, LEAVE, Meaning
from recovery_tracker.i18n import _
from recovery_tracker.ui.models import mapping_words as words
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.form_rows import FormRow
from recovery_tracker.ui.widgets.text import Text

_CHARACTERS = 12  # the least a field shows of its words


class AskedRow(FormRow):
    """A question of any length, its hint under it."""

    def __init__(self, question: str, hint: str, parent: QWidget) -> None:
        super().__init__(question, "", parent)
        self.question.setWordWrap(True)
        column = self.layout()
        first = column.itemAt(0) if column is not None else None
        head = first.layout() if first is not None else None
        if isinstance(head, QHBoxLayout):
            head.setStretch(0, 1)
            head.setStretch(1, 0)
        if hint:
            self.body.addWidget(Text(hint, "hint", self, wrap=True))


class Choice(ChoiceField):
    """A list of values with their words; ``chosen`` tells that the person took another one.

    The first line asks, until something is chosen.
    """

    chosen = Signal()

    def __init__(self, name: str, ask: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._options: tuple[tuple[object, str], ...] = ()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._choose)

    def show_options(self, options: Sequence[tuple[object, str]], value: object) -> None:
        """Offer values, one of them chosen; one that is not offered leaves it asking."""
        options = tuple(options)
        if options != self._options:
            self._options = options
            self.clear()
            self.addItem(self._ask)
            for _value, label in options:
                self.addItem(label)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show a value as chosen."""
        places = [at for at, (known, _label) in enumerate(self._options, 1) if known == value]
        self.setCurrentIndex(places[0] if places else 0)

    @property
    def value(self) -> object:
        """The chosen value; ``None`` where nothing is chosen."""
        at = self.currentIndex()
        return self._options[at - 1][0] if at > 0 else None

    def _choose(self) -> None:
        self.chosen.emit()


class ScaleChoice(Choice):
    """The scale of numbers."""

    def __init__(self, name: str, ask: str, parent: QWidget) -> None:
        super().__init__(name, ask, parent)
        self.show_scale(None)

    def show_scale(self, scale: Scale | None) -> None:
        """Show a scale; one that is not among the usual ones is added."""
        known = words.SCALES if scale is None or scale in words.SCALES else (scale, *words.SCALES)
        self.show_options([(one, words.scale_words(one)) for one in known], scale)

    @property
    def scale(self) -> Scale | None:
        """The chosen scale."""
        return self.value if isinstance(self.value, Scale) else None


class MeaningChoice(QWidget):
    """What one name is here: of which kind, which one, and on which scale.

    ``changed`` tells that the person chose. With ``roles`` a column can be the date, too.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget, *, roles: bool = False) -> None:
        super().__init__(parent)
        self._roles = words.ROLES if roles else ()
        self.name = name
        self.kind = Choice("", _("Choose what it is"), self)
        self.which = Choice("", _("Choose which one"), self)
        self.scale = ScaleChoice("", _("The scale of the file"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in (self.kind, self.which, self.scale):
            column.addWidget(field)
        self.kind.chosen.connect(self._take_kind)
        self.which.chosen.connect(self.changed)
        self.scale.chosen.connect(self.changed)
        self.show_meaning(name, ASK)

    def show_meaning(self, name: str, meaning: Meaning, role: str = "") -> None:
        """Show what a name is, or that it is still asked."""
        self.name = name
        self.kind.setAccessibleName(_("What {name} is").format(name=name))
        self.which.setAccessibleName(_("Which one {name} is").format(name=name))
        self.scale.setAccessibleName(_("The scale of {name}").format(name=name))
        kind, target = words.kind_and_target(meaning)
        options = [(code, _(label)) for code, label in (*words.KINDS, *self._roles)]
        self.kind.show_options(options, role or kind)
        self._show_which(role or kind, target)
        self.scale.show_scale(meaning.scale)

    def _show_which(self, kind: str, target: object) -> None:
        self.which.show_options(words.targets(kind, self.name), target)
        self.which.setVisible(bool(words.targets(kind, self.name)))
        self.scale.setVisible(kind == "symptom")

    @property
    def role(self) -> str:
        """The role that is chosen; empty = none."""
        kind = str(self.kind.value or "")
        return kind if kind in dict(self._roles) else ""

    @property
    def meaning(self) -> Meaning | None:
        """What is chosen; ``None`` while a part of the answer is missing."""
        kind = self.kind.value
        if self.role or kind == "leave":
            return LEAVE
        if not kind or not self.which.value:
            return None
        return words.made(str(kind), str(self.which.value), self.name, self.scale.scale)

    def _take_kind(self) -> None:
        kind = str(self.kind.value or "")
        own = words.OWN if kind in ("symptom", "care") else None
        self._show_which(kind, "notes" if kind == "text" else own)
        self.changed.emit()
