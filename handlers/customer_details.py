"""People correct their own details: by a sentence with the value in it, or step by step."""

from collections.abc import Callable

from bot.actions import forms, linking, profile, profile_history
from bot.actions.profile import Changed, NotUsable, Proposed, Same
from bot.actions.profile_history import HistoryRow
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.answers import detail_named, name_said, wants_change
from bot.understanding.asks.account import Update
from handlers import errors, paging

_A_PAGE = 4
_CANCEL = buttons.button(words("button-cancel"), "stop")


def which(said: Said, unit: Unit) -> Replies:
    """The big key: which detail?"""
    choices = tuple(buttons.button(words(f"button-{detail}"), "change", detail) for detail in profile.offered(unit))
    return Reply(words("change-which"), buttons=(choices,))


def update(said: Said, unit: Unit, ask: Update) -> Replies:
    """ "번호 바뀌었어요 010-…": changed at once, because it can be undone; without a value it is asked for.

    A value alone, out of the blue, may have been meant for somebody else's eyes: then we ask first.
    """
    if ask.value is None:
        return ask_for(said, unit, ask.field)
    if said.text.strip() == ask.value and not said.button and forms.open_form(unit) is None:
        return readback(profile.propose(unit, ask.field, ask.value))
    return readback(profile.change(unit, ask.field, ask.value))


def as_proposed(said: Said, unit: Unit) -> Replies:
    """Yes, that is the new one."""
    return readback(profile.change_as_proposed(unit))


def ask_for(said: Said, unit: Unit, detail: str = "") -> Replies:
    """Begin the form of one detail."""
    if detail not in profile.DETAILS:
        return errors.old_button(said, unit)
    profile.ask_for(unit, detail)
    return Reply(words(f"change-ask-{detail}"), buttons=((_CANCEL,),))


def fill(detail: str) -> Callable[[Said, Unit], Replies]:
    """Who takes the text that the form of `detail` has waited for. A refusal leaves the form open for another try."""
    given = name_said if detail == "name" else str
    return lambda said, unit: readback(profile.change(unit, detail, given(said.text)))


def can_be_new(begun: str, text: str, ask: object) -> bool:
    """Whether words that were read as a wish to change what is being changed already are the new value itself."""
    if not isinstance(ask, Update) or ask.value is not None or begun != profile.form_of(ask.field):
        return False
    return not wants_change(text)


def readback(result: Changed | Same | Proposed | NotUsable) -> Reply:
    """What has become of a new value: before and after with Undo, or why nothing was changed."""
    match result:
        case Proposed(detail, value):
            text = words("change-whether", field=_field(detail), value=shown(detail, value))
            return Reply(text, buttons=((buttons.button(words("button-save"), "change-yes"), _CANCEL),))
        case NotUsable():
            return Reply(words("refused-detail-unusable"))
        case Same(detail, value, confirmed):
            key = "phone-confirmed" if confirmed else "change-same"
            if value is None and detail == profile.PREFERENCES:
                return Reply(words("preferences-none"))
            if value is None:
                return Reply(words("change-empty", field=_field(detail)))
            return Reply(words(key, field=_field(detail), value=shown(detail, value)))
        case Changed():
            return _changed(result)


def _changed(done: Changed) -> Reply:
    """Before and after, or that it is empty now."""
    if done.after is None:
        text = words("change-dropped", field=_field(done.detail), until=done.undo_until)
    else:
        text = words(
            "change-done",
            field=_field(done.detail),
            before=None if done.before is None else shown(done.detail, done.before),
            after=shown(done.detail, done.after),
            proof=words("change-proof-phone") if done.detail == "phone" and not done.confirmed else None,
            until=done.undo_until,
        )
    return Reply(text, buttons=((buttons.button(words("button-undo"), "undo-own", done.entry),),))


def undo(said: Said, unit: Unit, entry: str | None = None) -> Replies:
    """Take a change back: the one of the button, or the newest, of the detail that was named."""
    undone = profile_history.undo(unit, entry, detail_named=None if entry else detail_named(said.text))
    value = None if undone.value is None else shown(undone.detail, undone.value)
    return Reply(words("change-undone", field=_field(undone.detail), value=value))


def undo_last(said: Said, unit: Unit, ask: object) -> Replies:
    """ "되돌려줘"."""
    return undo(said, unit)


def history(said: Said, unit: Unit, page: object = None) -> Replies:
    """What was changed, newest first, page by page."""
    turned = isinstance(page, str)
    offset = paging.offset_of(page) if isinstance(page, str) else 0
    found = profile_history.history(unit)
    if not found:
        return Reply(words("history-none"))
    link = linking.own_link(unit, newest=False)
    cut = ((buttons.button(words("button-unlink"), "unlink", link),),) if link else ()
    turn = paging.turn(offset, len(found), "history", size=_A_PAGE)
    text = words("history", rows=tuple(_history_row(row) for row in found[offset : offset + _A_PAGE]))
    return Reply(text, buttons=(*turn, *cut), edits=said.message_id if turned else None)


def stop(said: Said, unit: Unit, ask: object = None) -> Reply:
    """ "그만": leave what was begun."""
    if forms.open_form(unit) is None:
        return Reply(words("stopped" if said.button else "nothing-to-stop"))
    forms.end(unit)
    return Reply(words("stopped"))


def no(said: Said, unit: Unit) -> Replies:
    """ "아니요" to a question that waits for its button: it leads nowhere any more."""
    asked = forms.asked_last(unit)
    if asked is not None:
        forms.finish(unit, asked[0])
    return Reply(words("stopped"))


def shown(detail: str, value: str) -> Words | str:
    """A value as it is said; a birthday is kept in a form for machines, preferences line by line."""
    if detail == "preferences":
        return value.replace("\n", " / ")
    if detail != "birthday":
        return value
    marks, _, day = value.rpartition(" ")
    return words("birthday", day=day.removeprefix("--"), lunar="lunar" in marks, leap="leap" in marks)


def _field(detail: str) -> Words:
    return Words(f"field-{detail}")


def _history_row(row: HistoryRow) -> Words:
    who = words(f"who-{row.who}")
    if not row.detail:
        return words("history-linked", at=row.at, who=who)
    return words(
        "history-row",
        at=row.at,
        field=_field(row.detail),
        before=None if row.before is None else shown(row.detail, row.before),
        after=None if row.after is None else shown(row.detail, row.after),
        who=who,
        undone=row.undone,
    )
