"""The first minutes: who the shop is, what is kept and why, and showing that it's you."""

from bot.actions import guardians, linking, not_understood, refresh_settling, sending
from bot.actions.linking import Linked, Opened, Question
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Button, Keyboard, Reply, words
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.account import Underage
from handlers.customer_details import readback
from handlers.customer_wishes import consent_question


def start(said: Said, unit: Unit, rest: str = "") -> Replies:
    """/start, also with a code behind it: a code that means nothing is greeted like none."""
    name = linking.meet(unit)
    if name is not None:
        return Reply(words("start-customer", name=name, shop=unit.shop.name), keyboard=Keyboard.CUSTOMER)
    shop = unit.shop
    text = words("start-stranger", shop=shop.name, preset=shop.spoken_as.value, years=shop.retention_years)
    return Reply(text, keyboard=Keyboard.SHARE_CONTACT)


def child(said: Said, unit: Unit, ask: Underage) -> Replies:
    """ "저 12살이에요": with a guardian, in the shop. What is kept of whoever is known already they may erase."""
    if ask.kin:
        return Reply(words("under-14-kin", contact=unit.shop.contact or None))
    if guardians.child_speaks(unit):
        return Reply(words("under-14-agreed"))
    if unit.actor.customer_id is None:
        return Reply(words("under-14-stranger", contact=unit.shop.contact or None), keyboard=Keyboard.REMOVE)
    gone = buttons.button(words("button-erase"), "erase")
    return Reply(words("under-14-customer", contact=unit.shop.contact or None), buttons=((gone,),))


def later(said: Said, unit: Unit) -> Replies:
    """Not now: the key stays where it is."""
    return Reply(words("later"))


def contact(said: Said, unit: Unit) -> Replies:
    """A shared contact card. Whether the number was known here is not to be seen in the answer."""
    if said.contact is None:
        raise Refusal("contact-not-own")
    shared = linking.share_contact(
        unit,
        said.contact,
        forwarded=said.forwarded,
        update_id=said.update_id,
        telegram_name=said.telegram_name,
    )
    if not isinstance(shared, Linked):
        refresh_settling.contact_confirmed(unit)
        return readback(shared)
    if shared.question is not None:
        sending.tell_owners(unit, f"link:{shared.question.entry}", _question(shared.question))
    if shared.opened is not None:
        tell_opened(unit, shared.opened, "counter")
    linked = Reply(words("linked", name=shared.name), keyboard=Keyboard.CUSTOMER)
    if not unit.shop.has(Part.INVITATIONS):
        return linked
    # In the lobby is where a theatre may ask; whoever was agreed with before is asked like everybody.
    return [linked, consent_question(unit, "advertising")]


def unlink(said: Said, unit: Unit, entry: str) -> Replies:
    """It was a mistake: this chat is nobody's again."""
    linking.unlink(unit, entry, said.update_id)
    return Reply(words("unlinked", shop=unit.shop.name), keyboard=Keyboard.SHARE_CONTACT)


def not_me(said: Said, unit: Unit, entry: str) -> Replies:
    """The old chat says that somebody else was given its record."""
    name = linking.contest(unit, entry)
    sending.tell_owners(unit, f"link-contested:{entry}", Reply(words("link-contested", name=name)))
    return Reply(words("link-contest-done"), edits=said.message_id)


def privacy(said: Said, unit: Unit, rest: str = "") -> Replies:
    """The whole policy."""
    shop = unit.shop
    reach = words("privacy-contact", contact=shop.contact) if shop.contact else None
    outside = words("privacy-interpreter") if shop.interprets else None
    kept = words("privacy-words", days=not_understood.KEPT_DAYS) if not_understood.is_kept_here(unit) else None
    return Reply(
        words("privacy", shop=shop.name, years=shop.retention_years, interpreter=outside, sentences=kept, contact=reach)
    )


def tell_opened(unit: Unit, opened: Opened, how: str, said: str | None = None) -> None:
    """The shop hears of every record that was opened without it, and can take it back."""
    back = buttons.button(words("button-undo"), "undo-link", opened.undo)
    text = words("link-proven", name=opened.name, newcomer=opened.newcomer, how=how, said=said, days=linking.UNDO_DAYS)
    sending.tell_owners(unit, f"link-proven:{opened.undo}", Reply(text, buttons=((back,),)))


def yes_or_no(entry: str) -> tuple[Button, ...]:
    """The shop's answers to whether two are one person."""
    return (
        buttons.button(words("button-same-person"), "link-yes", entry),
        buttons.button(words("button-other-person"), "link-no", entry),
    )


def privacy_said(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "개인정보 어디에 쓰나요?"."""
    return privacy(said, unit)


def can_say(said: Said, unit: Unit, ask: object = None, rest: str = "") -> Replies:
    """/help: what can be said, without the parts that this shop has not."""
    rows = [words("can-say-account")]
    if unit.shop.has(Part.ORDERS):
        rows.append(words("can-say-orders"))
    if unit.shop.has(Part.APPOINTMENTS):
        rows += [words("can-say-booking"), words("can-say-ask-time")]
    rows += [words("can-say-change"), words("can-say-messages"), words("can-say-owner")]
    more = buttons.button(words("button-more"), "can-say-more")
    return Reply(words("help-customer", rows=tuple(rows)), buttons=((more,),))


def can_say_more(said: Said, unit: Unit) -> Replies:
    """The rest of it."""
    rows = (
        words("can-say-statement"),
        words("can-say-history"),
        words("can-say-remember"),
        words("can-say-why"),
        words("can-say-own-data"),
    )
    return Reply(words("help-customer", rows=rows), edits=said.message_id)


def _question(asked: Question) -> Reply:
    text = words(
        "link-question",
        newcomer=asked.newcomer,
        name=asked.name,
        last4=asked.last4,
        linked_before=asked.linked_before,
        days=linking.QUIET_DAYS,
    )
    code = buttons.button(words("button-counter-code"), "counter-code")
    return Reply(text, buttons=(yes_or_no(asked.entry), (code,)))
