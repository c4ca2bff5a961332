"""The rule on words in notes: C22. Notes and private notes are read, private ones never quoted.

Every note is read with the words of every language: a person may write in another one than the
program speaks, and changing the program's language must not take a warning away.
"""

from __future__ import annotations

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.lexicon import Asks, Lexicon, Mention, read
from recovery_tracker.domain.rules.lexicon_de import GERMAN
from recovery_tracker.domain.rules.lexicon_en import ENGLISH
from recovery_tracker.domain.rules.lexicon_es import SPANISH
from recovery_tracker.domain.rules.lexicon_fr import FRENCH
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_, SOURCE_LANGUAGE, language
from recovery_tracker.values import frozen

# a language whose notes are read: its line here
LEXICONS: dict[str, Lexicon] = {
    SOURCE_LANGUAGE: ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
}

_C22_NOW = Row(
    Level.URGENT,
    By.NOW,
    N_(
        "You wrote about something that can be serious. "
        "If it is happening, call your local emergency number now; if not, answer below."
    ),
    N_(
        "A note mentions breathing, swallowing, throat, tongue, fainting or a drooping face, and "
        "the sign is not answered"
    ),
    "J",
)
_C22_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "You wrote about a sign that can matter. "
        "Answer the question on the Today page, and call your dermatologist today if you have it."
    ),
    N_(
        "A note mentions pus, fever, blisters, spreading, hives, sight or confusion, and the sign "
        "is not answered"
    ),
    "J",
)
_C22_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Your note has a word that we would like to ask about. "
        "Please answer the question on the Today page."
    ),
    N_(
        "A note mentions heat, lips, eyes, raw or black skin, lumps or numbness, and the sign is "
        "not answered; or it mentions any of these words while all eight daily signs are answered "
        "“no”"
    ),
    "J",
)
_ROW_OF = {Asks.NOW: _C22_NOW, Asks.TODAY: _C22_TODAY, Asks.ASK: _C22_WATCH}


@frozen
class Question:
    """What a note makes us ask.

    Attributes:
        signs: codes of the signs; answered when one is ticked or all are absent.
        word: the lexicon's word that was met; empty for a private note.
    """

    signs: tuple[str, ...]
    asks: Asks
    word: str

    def answered_in(self, entry: Entry) -> bool:
        """Whether an entry ticks one of the signs or answers "no" to all of them."""
        return self.affirmed_in(entry) or all(entry.sign(sign) is False for sign in self.signs)

    def affirmed_in(self, entry: Entry) -> bool:
        """Whether an entry ticks one of the signs."""
        return any(entry.sign(sign) for sign in self.signs)


def questions(entry: Entry) -> tuple[Question, ...]:
    """Return what an entry's notes mention, each row of the lexicon once."""
    found: dict[tuple[str, ...], Question] = {}
    for text, private in ((entry.notes, False), (entry.private_notes, True)):
        for mention in read(text, _lexicons()) if text else ():
            question = _question(mention, private)
            kept = found.get(question.signs)
            if kept is None or question.asks > kept.asks:
                found[question.signs] = question
    return tuple(found.values())


def _lexicons() -> tuple[Lexicon, ...]:
    """All lexicons, that of the program's language first."""
    spoken = language()
    return tuple(LEXICONS[code] for code in sorted(LEXICONS, key=lambda code: code != spoken))


def _question(mention: Mention, private: bool) -> Question:
    return Question(mention.row.signs, mention.row.asks, "" if private else mention.word)


def note_mentions_sign(facts: Facts) -> Finding | None:
    """Fire when a note names a sign that is not answered, or that "none of these" denies.

    Lay people miss signs when they decide alone (S42 B); the words are judgement.
    """
    mentioned = questions(facts.entry)
    waiting = [question for question in mentioned if not question.answered_in(facts.entry)]
    if waiting:
        asks = max(question.asks for question in waiting)
        return Finding(_ROW_OF[asks], _wrote(facts, waiting))
    denied = [question for question in mentioned if not question.affirmed_in(facts.entry)]
    if denied and all(facts.entry.sign(sign) is False for sign in DAILY_SIGNS):
        return Finding(_C22_WATCH, _wrote(facts, denied))
    return None


def _wrote(facts: Facts, asked: list[Question]) -> tuple[Evidence, ...]:
    """The signs asked about, each with the word that was met (none of a private note)."""
    found = (
        Evidence(facts.date, facts.day, sign, question.word)
        for question in asked
        for sign in question.signs
    )
    return tuple({evidence.field: evidence for evidence in found}.values())


def answered(asked: Evidence, facts: Facts) -> bool:
    """Whether an entry answers what one word asks about: "no", or one of its signs ticked."""
    if facts.entry.sign(asked.field) is False:
        return True
    rows = (row.signs for words in LEXICONS.values() for row in words.rows)
    rows = (signs for signs in rows if asked.field in signs)
    return any(facts.ticked(*signs) for signs in rows)


RULES: tuple[Rule, ...] = (
    Rule(
        "C22",
        "note_mentions_sign",
        N_("Words in your notes"),
        note_mentions_sign,
        (_C22_NOW, _C22_TODAY, _C22_WATCH),
        on_baseline=True,
        answered=answered,
    ),
)
