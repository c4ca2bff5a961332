"""The settings of the program itself: one row for each line of the table that has a title."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _, languages
from recovery_tracker.settings import SETTINGS, Setting
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.setting_row import IconCard, SettingRow
from recovery_tracker.ui.widgets.switch import Switch

_BESIDE = 3  # more options than these stand under their title
_IN_SIGHT = 4  # more than these are a list to open


class LookCard(IconCard):
    """Built from the table of settings; a change holds at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Look and layout"), "sun", parent)
        self.controls: dict[str, Segmented | ChoiceField | Switch] = {}
        for setting in SETTINGS:
            if setting.title:
                control = self._control(setting)
                control.setObjectName(setting.key)
                self.controls[setting.key] = control
                wide = isinstance(control, Segmented) and len(setting.options) > _BESIDE
                self.body.addWidget(SettingRow(_(setting.title), control, self, below=wide))
        self.show_settings()
        preferences().changed.connect(self.show_settings)

    def _control(self, setting: Setting) -> Segmented | ChoiceField | Switch:
        name = _(setting.title)
        if len(setting.options) > _IN_SIGHT:
            field = ChoiceField(self)
            field.setAccessibleName(name)
            for value, word in setting.options:
                if setting.key != "language" or value in ("system", *languages()):
                    field.addItem(_(word), value)
            field.activated.connect(self._put_chosen)
            return field
        if setting.options:
            words = [(value, _(word)) for value, word in setting.options]
            segmented = Segmented(words, name, self, wraps=len(words) > _BESIDE)
            segmented.chosen.connect(self._put)
            return segmented
        switch = Switch(name, self)
        switch.switched.connect(self._put)
        return switch

    def show_settings(self) -> None:
        """Show what holds now."""
        kept = preferences()
        for key, control in self.controls.items():
            if isinstance(control, Switch):
                control.show_on(kept.flag(key))
                continue
            setting = next(setting for setting in SETTINGS if setting.key == key)
            number = isinstance(setting.default, int)
            value = kept.number(key) if number else kept.text(key)
            if isinstance(control, ChoiceField):
                control.setCurrentIndex(control.findData(value))
            else:
                control.show_value(value)

    def _put_chosen(self) -> None:
        field = self.sender()
        if isinstance(field, ChoiceField):
            preferences().put(field.objectName(), str(field.currentData()))

    def _put(self, value: object) -> None:
        control = self.sender()
        if control is not None and isinstance(value, (bool, int, str)):
            preferences().put(control.objectName(), value)
