"""The small controls: what they show, what they say, what they emit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.fields import ChoiceField
from recovery_tracker.ui.widgets.flow_layout import FlowLayout
from recovery_tracker.ui.widgets.footer_bar import FooterBar, FooterWords
from recovery_tracker.ui.widgets.note_field import NoteField
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.switch import Switch
from recovery_tracker.ui.widgets.text import Text

LEFT = Qt.MouseButton.LeftButton


def test_a_segmented_control_chooses_one_and_tells(qtbot: QtBot) -> None:
    control = Segmented([("light", "Light"), ("dark", "Dark")], "Theme")
    qtbot.addWidget(control)
    assert control.value is None
    with qtbot.assertNotEmitted(control.chosen):
        control.show_value("light")
    assert control.value == "light"
    with qtbot.waitSignal(control.chosen) as told:
        qtbot.mouseClick(control.segments[1], LEFT)
    assert told.args == ["dark"]
    assert control.value == "dark"
    control.show_value("no such value")
    assert control.value is None
    spoken = QAccessible.queryAccessibleInterface(control.segments[0])
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "Theme: Light"


def test_a_segmented_control_follows_the_arrow_keys(qtbot: QtBot) -> None:
    control = Segmented([(1, "One"), (2, "Two"), (3, "Three")], "Number")
    qtbot.addWidget(control)
    control.show_value(1)
    with qtbot.waitExposed(control):
        control.show()
    qtbot.keyClick(control.segments[0], Qt.Key.Key_Right)
    assert control.value == 2


def test_a_switch_flips_and_tells_only_the_person(qtbot: QtBot) -> None:
    switch = Switch("Less motion", description="No fades")
    qtbot.addWidget(switch)
    with qtbot.assertNotEmitted(switch.switched):
        switch.show_on(True)
    with qtbot.waitSignal(switch.switched) as told:
        qtbot.mouseClick(switch, LEFT)
    assert told.args == [False]
    spoken = QAccessible.queryAccessibleInterface(switch)
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "Less motion"
    assert switch.sizeHint().width() >= 44


def test_a_button_says_why_it_is_off(qtbot: QtBot) -> None:
    button = Button("Done", "primary")
    qtbot.addWidget(button)
    button.show_available(False, "There is nothing to do.")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "There is nothing to do."
    button.show_available(True)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    button = Button("", "outline", "chevron-left", name="Previous day")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Previous day"
    button.show_available(False, "No.")
    assert button.toolTip() == "No."
    button.show_available(True)
    assert button.toolTip() == "Previous day"
    assert button.sizeHint().width() >= 24


@pytest.mark.parametrize("kind", ["primary", "tonal", "outline", "ghost", "contact", "urgent"])
@pytest.mark.parametrize("enabled", [True, False])
def test_every_kind_of_button_paints(qtbot: QtBot, kind: str, enabled: bool) -> None:
    button = Button("Word", kind, "check")  # type: ignore[arg-type]
    qtbot.addWidget(button)
    button.setEnabled(enabled)
    assert not button.grab().isNull()


def test_a_chip_shows_only_what_it_is_told(qtbot: QtBot) -> None:
    chip = Chip("pus", "Pus", help_line="Yellow fluid")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.answered) as told:
        qtbot.mouseClick(chip, LEFT)
    assert told.args == [chip]
    assert not chip.isChecked()
    unchosen = chip.sizeHint()
    with qtbot.assertNotEmitted(chip.answered):
        chip.show_chosen(True)
    assert chip.isChecked()
    assert chip.sizeHint() == unchosen  # else its neighbours would move under the pointer
    with qtbot.waitSignal(chip.answered):
        qtbot.keyClick(chip, Qt.Key.Key_Space)
    with qtbot.waitSignal(chip.answered):
        chip.toggle()


def test_a_card_marks_what_is_asked(qtbot: QtBot) -> None:
    card = Card("Signs")
    qtbot.addWidget(card)
    assert card.accessibleName() == "Signs"
    card.show_asking(True)
    assert card.property("asking") is True
    card.show_title("Other")
    assert card.title.text() == card.accessibleName() == "Other"


def test_text_is_never_markup_by_accident(qtbot: QtBot) -> None:
    label = Text("<b>5 < 6</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_words_flow_into_lines(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10, line_gap=5)
    buttons = [QPushButton("x", box) for _ in range(5)]
    for button in buttons:
        button.setFixedSize(100, 20)
        flow.addWidget(button)
    assert flow.heightForWidth(540) == 20
    assert flow.heightForWidth(320) == 45
    assert flow.heightForWidth(50) == 5 * 20 + 4 * 5
    buttons[0].hide()
    box.resize(320, 100)
    box.show()
    assert [b.x() for b in buttons[1:]] == [0, 110, 220, 0]
    flow.push_last = 1
    flow.setGeometry(box.rect())
    assert buttons[4].x() == 220


def test_flow_layout_gives_its_items_back(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    first, second = QPushButton("1", box), QPushButton("2", box)
    flow.addWidget(first)
    flow.insert_widget(0, second)
    item = flow.itemAt(0)
    assert item is not None
    assert item.widget() is second
    assert flow.itemAt(5) is None
    flow.removeWidget(second)
    assert flow.count() == 1


def test_the_wheel_scrolls_the_page_and_never_changes_an_answer(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItems(["one", "two"])
    field.show()
    centre = QPointF(field.rect().center())
    wheel = QWheelEvent(
        centre,
        field.mapToGlobal(centre),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.currentIndex() == 0
    assert not wheel.isAccepted()
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_note_grows_to_four_lines(qtbot: QtBot) -> None:
    field = NoteField("Note", "Add a note")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    heights = []
    for lines in (1, 2, 4, 9):
        field.show_text("\n".join("word" for _ in range(lines)))
        heights.append(field.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]
    assert heights[0] >= 36


def test_a_note_is_sent_after_a_pause(qtbot: QtBot) -> None:
    field = NoteField("Note", "Add a note")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.written, timeout=5000) as told:
        qtbot.keyClicks(field, "warm")
    assert told.args == ["warm"]


def test_a_book_that_is_pasted_is_cut_to_what_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    field = NoteField("Note", "Add a note")
    qtbot.addWidget(field)
    pasted = QMimeData()
    pasted.setText("word " * 2_000_000)
    field.insertFromMimeData(pasted)
    field.insertFromMimeData(pasted)
    with qtbot.waitSignal(field.written) as told:
        field.keep()
    assert told.args == ["word " * 4_000 + "w"]
    field.selectAll()
    pasted.setText("short")
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "short"


def test_what_comes_back_as_kept_is_not_sent_again(qtbot: QtBot) -> None:
    field = NoteField("Note", "Add a note")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.written):
        field.show_text("from the diary")
        field.keep()
    assert not field.dirty


def test_the_footer_never_asks_for_more_width_than_there_is(qtbot: QtBot) -> None:
    footer = FooterBar()
    qtbot.addWidget(footer)
    footer.resize(700, 60)
    footer.show()
    footer.show_words(
        FooterWords(
            "5 left. Saved as you go.",
            undo="A change with a very long name that nobody would want to read in a button",
            primary="done",
            alarm="Contact your dermatologist in the next day or two",
            level="contact",
        )
    )
    assert footer.width() == 700
    assert footer.undo.text() == "Undo"
    assert footer.undo.accessibleName().startswith("Undo “A change with a very long name")
    assert footer.primary.geometry().right() < 700
    footer.resize(1200, 60)
    assert footer.undo.text().endswith("…”")
