"""Drafts to copy into KakaoTalk or SMS, and the word that they were sent."""

from bot.actions import by_hand, winback
from bot.actions.by_hand import Draft, Marked, RecentDeals
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.understanding.asks.messages import DraftFor, Drafts
from handlers import errors, paging
from handlers.owner_asking import which_card
from handlers.owner_find import copy_number


def for_late(said: Said, unit: Unit, ask: DraftFor) -> Replies:
    """A word to somebody who is late, ready to be copied."""
    try:
        found = winback.draft(unit, ask)
    except Refusal as refusal:
        return _without_consent(unit, refusal)
    if found is None:
        return errors.not_understood(said, unit)
    return which_card(found, "draft-late") if isinstance(found, WhoIsMeant) else show(found)


def for_chosen(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """The same for the person of a button."""
    try:
        return show(winback.draft_for(unit, public_id))
    except Refusal as refusal:
        return _without_consent(unit, refusal)


def show(draft: Draft) -> Reply:
    """The draft with its copy buttons, and the one that says it was sent."""
    text = words(
        "draft-by-hand",
        name=draft.name,
        last4=draft.last4,
        phone=draft.phone,
        message=_as_written(draft.text),
        selling=draft.selling,
    )
    return Reply(text, buttons=(copies(draft), (sent_button(draft.public_id),)))


def copies(draft: Draft) -> tuple[Button, ...]:
    """A copy button for every piece of the text, and one for the number."""
    one = words("button-copy-text")
    pieces = tuple(
        Button(
            one if len(draft.pieces) == 1 else words("button-copy-piece", number=at, of=len(draft.pieces)),
            copy=_as_written(piece),
        )
        for at, piece in enumerate(draft.pieces, start=1)
    )
    return (*pieces, copy_number(draft.phone)) if draft.phone else pieces


def _as_written(text: str) -> Words:
    return words("as-written", text=tuple(text.splitlines()))


def sent_button(public_id: str) -> Button:
    return button(words("button-sent-by-hand"), "hand-sent", public_id)


def waiting(said: Said, unit: Unit, ask: Drafts) -> Replies:
    """Drafts about which nobody has said that they were sent."""
    return _waiting(unit, 0)


def turn(said: Said, unit: Unit, offset: str = "") -> Replies:
    return _waiting(unit, paging.offset_of(offset), said.message_id)


def open_one(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """One of them, to be copied now."""
    draft = by_hand.open_draft(unit, public_id)
    shown = show(draft)
    away = button(words("button-not-sending"), "hand-leave", public_id)
    return Reply(shown.text, buttons=(shown.buttons[0], (*shown.buttons[1], away)))


def sent(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """ "I have sent it." """
    return marked(by_hand.mark_sent(unit, public_id))


def ready_sent(said: Said, unit: Unit, entry: str = "") -> Replies:
    """ "I have told them that it is ready." """
    return marked(by_hand.ready_told(unit, entry))


def leave(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """It is not going to be sent."""
    done = by_hand.leave(unit, public_id)
    return Reply(words("draft-left", name=done.name, last4=done.last4))


def marked(done: Marked) -> Reply:
    """What was noted, with Undo; or what was taken back."""
    text = words("sent-by-hand", name=done.name, last4=done.last4, undone=not done.undo)
    undo = ((button(words("button-undo"), "undo", done.undo),),) if done.undo else ()
    return Reply(text, buttons=undo)


def recent_deals(said: Said, unit: Unit, on: str = "") -> Replies:
    """Advertising to those who were here within six months: on or off."""
    return switched(by_hand.switch_recent_deals(unit, on=on == "on"))


def switched(done: RecentDeals) -> Reply:
    undo = ((button(words("button-undo"), "undo", done.undo),),) if done.undo else ()
    return Reply(words("recent-deals", on=done.on), buttons=undo)


def _waiting(unit: Unit, offset: int, edits: int | None = None) -> Reply:
    found = by_hand.drafts_waiting(unit, offset)
    if not found.total:
        return Reply(words("drafts-none"), edits=edits)
    text = words(
        "drafts-waiting",
        total=found.total,
        rows=tuple(
            words("draft-row", number=offset + at, name=one.name, last4=one.last4, at=one.made_at)
            for at, one in enumerate(found.drafts, start=1)
        ),
        page=paging.place(offset, len(found.drafts), found.total),
    )
    numbers = paging.numbers(offset, "hand-open", [one.public_id for one in found.drafts])
    return Reply(text, buttons=(*numbers, *paging.turn(offset, found.total, "hand-drafts")), edits=edits)


def _without_consent(unit: Unit, refusal: Refusal) -> Reply:
    """Nobody said yes to advertising: where the law leaves a way that the shop has not chosen yet, offer it."""
    if refusal.name != "draft-no-consent" or by_hand.allows_recent_deals(unit):
        raise refusal
    allow = button(words("button-recent-deals"), "recent-deals", "on")
    return Reply(words("draft-needs-consent", **refusal.facts), buttons=((allow,),))
