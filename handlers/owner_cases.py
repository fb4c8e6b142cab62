"""The shop answers what customers said, by replying to the message, and keeps what came of it."""

from bot.actions import cases
from bot.actions.cases import Heard
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.said import Said

_LEAVE = buttons.button(words("button-cancel"), "leave")
_QUESTIONS = {
    "cause": words("case-ask-cause"),
    "remedy": words("case-ask-remedy"),
    "changed": words("case-ask-changed"),
}


def reply(said: Said, unit: Unit, entry: str) -> Replies:
    """A reply to the message about a case is the answer to it."""
    return _answered(unit, cases.answer(unit, entry, said.text))


def ask_for_answer(said: Said, unit: Unit, entry: str) -> Replies:
    """The button: the next words are the answer."""
    asked = cases.begin_answer(unit, entry)
    return Reply(words("case-ask-answer", number=asked.number, name=asked.name), buttons=((_LEAVE,),))


def answer(said: Said, unit: Unit) -> Replies:
    """The words that were asked for."""
    return _answered(unit, cases.answer_begun(unit, said.text))


def close(said: Said, unit: Unit, entry: str) -> Replies:
    """Closed; what did it come from?"""
    done = cases.close(unit, entry)
    return Reply(words("case-closed", number=done.number, question=_QUESTIONS["cause"]), buttons=_NOTE_BUTTONS)


def note(said: Said, unit: Unit) -> Replies:
    """One line of cause, remedy and change."""
    return _noted(unit, said.text)


def skip_note(said: Said, unit: Unit) -> Replies:
    """Not this one."""
    return _noted(unit, None)


def waiting(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "답을 기다리는 분?": who, what, since when, until when."""
    rows = cases.waiting(unit)
    if not rows:
        return Reply(words("cases-none"))
    return Reply(words("cases-waiting", rows=tuple(_row(row) for row in rows), total=len(rows)), buttons=_answers(rows))


def _answered(unit: Unit, done: Heard) -> Reply:
    text = words("case-answer", who=cases.who_answers(unit), number=done.number, text=done.text)
    ok = buttons.button(words("button-case-ok"), "case-ok", done.entry)
    not_yet = buttons.button(words("button-case-not-yet"), "case-not-yet", done.entry)
    cases.tell_customer(unit, done, Reply(text, buttons=((ok, not_yet),)))
    close_it = buttons.button(words("button-case-close"), "case-close", done.entry)
    return Reply(words("case-answered", number=done.number, name=done.name, text=done.text), buttons=((close_it,),))


def _noted(unit: Unit, text: str | None) -> Reply:
    following, done = cases.note(unit, text)
    if following is None:
        return Reply(words("case-noted", number=done.number, told=bool(done.text)))
    return Reply(_QUESTIONS[following], buttons=_NOTE_BUTTONS)


def _row(row: Heard) -> Words:
    return words("case-row", number=row.number, name=row.name, text=row.text, due=row.due_at)


def _answers(rows: tuple[Heard, ...]) -> tuple[tuple[Button, ...], ...]:
    found = tuple(buttons.button(words("pick-number", number=row.number), "case-answer", row.entry) for row in rows[:5])
    return (found,)


_NOTE_BUTTONS = ((buttons.button(words("button-skip"), "case-skip"), _LEAVE),)
