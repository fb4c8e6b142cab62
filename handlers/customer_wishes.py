"""What comes and when: stop, start again, wishes in one sentence, the card with its buttons, consent by purpose."""

from dataclasses import replace
from datetime import timedelta

from bot.actions import forms, linking, not_understood, second_thoughts, wishes
from bot.actions.cases import PASS_ON, WHICH
from bot.actions.unit import Replies, Unit
from bot.actions.wishes import Settings
from bot.domain import buttons
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.domain.wishes import WEEKEND, Topic
from bot.understanding.answers import detail_named
from bot.understanding.asks.wishes import MessageWish, StartMessages, StopMessages
from bot.understanding.message_wishes import is_stop_word, only_sorts
from handlers import customer_details
from handlers.customer_not_understood import STOP as STOP_KEEPING

_NAMES = {
    "orders": "topic-orders",
    "bookings": "topic-bookings",
    "receipts": "topic-receipts",
    "advertising": "topic-advertising",
    "night": "topic-night",
}
# What a pause is about; news of things and bookings is not.
_PAUSED = frozenset({"receipts", "advertising", "night"})
_CARD = buttons.button(words("button-message-settings"), "messages")


def leave_or_stop(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "그만", "stop": leave what was begun.

    Where nothing is in hand, the word by which people leave a list stops the messages, and so does any other of whoever
    gets advertising: so their consent was asked for. Else it is one tap away.
    """
    offer = ((buttons.button(words("button-no-messages"), "no-more", ""),),) if unit.actor.customer_id else ()
    if forms.in_hand(unit) not in (None, PASS_ON, WHICH):
        left = customer_details.stop(said, unit)
        return replace(left, buttons=offer) if is_stop_word(said.text) else left
    if is_stop_word(said.text) or (offer and wishes.settings(unit).has("advertising")):
        return _stopped(unit, None, said)
    return Reply(words("nothing-to-stop"), buttons=offer)


def stop(said: Said, unit: Unit, ask: StopMessages) -> Replies:
    """ "그만 보내세요", "광고는 안 받을래요", "예약 알림만 주세요": done, with its time and what still comes."""
    before = wishes.settings(unit)
    sorts = only_sorts(said.text) & {one.name for one in before.settings}
    if sorts:
        return _only_these(unit, before, sorts, said)
    return _stopped(unit, ask.scope, said)


def stop_command(said: Said, unit: Unit, rest: str = "") -> Replies:
    """/stop"""
    return _stopped(unit, None, said)


def stop_tapped(said: Said, unit: Unit, scope: str = "") -> Replies:
    """The same by one tap, from any message."""
    return _stopped(unit, scope or None, said)


def start(said: Said, unit: Unit, ask: StartMessages) -> Replies:
    """ "다시 보내 주세요". Advertising is asked about by itself, and so are its nights; who has set hours sees them."""
    if ask.scope == "night":
        now = wishes.settings(unit)
        if now.wishes.hours is not None:
            return _card(now, unit)
        return ask_consent(said, unit, "night" if now.has("advertising") else "advertising")
    return ask_consent(said, unit, "advertising") if ask.scope == "marketing" else _started(unit, ask.scope, said)


def start_tapped(said: Said, unit: Unit, scope: str = "") -> Replies:
    """The same by one tap."""
    return _started(unit, scope or None, said)


def wish(said: Said, unit: Unit, ask: MessageWish) -> Replies:
    """ "저녁엔 보내지 마세요", "다음 달까지 조용히": what holds now, with the way back."""
    done = wishes.wish(
        unit,
        said.update_id,
        hours=ask.hours,
        until=ask.until,
        every_days=ask.every_days,
        days_off=ask.days_off,
        quiet=ask.quiet,
    )
    text = words("wish-kept", at=done.changed_at, limits=_limits(_only(done, ask)), still=_goes_on(done, unit))
    undo = (buttons.button(words("button-undo"), "undo-wish", done.undo),) if done.undo else ()
    return Reply(text, buttons=((*undo, _CARD),))


def undo(said: Said, unit: Unit, entry: str) -> Replies:
    """Take the last wish back."""
    done = wishes.undo(unit, entry)
    return Reply(words("wish-undone", limits=_limits(done) or None, still=_goes_on(done, unit)), buttons=((_CARD,),))


def undo_last(said: Said, unit: Unit, ask: object) -> Replies:
    """ "되돌려줘": what was changed last, a wish or a detail; where that was the linking of this chat, asked first."""
    if unit.actor.customer_id is None or detail_named(said.text):
        return customer_details.undo_last(said, unit, ask)
    entry = wishes.newest(unit)
    if entry is not None:
        return undo(said, unit, entry)
    link = linking.own_link(unit, newest=True)
    if link is not None:
        text = words("unlink-whether", days=linking.UNDO_DAYS)
        return Reply(text, buttons=((buttons.button(words("button-unlink"), "unlink", link),),))
    return customer_details.undo_last(said, unit, ask)


def changed_mind(said: Said, unit: Unit) -> Replies:
    """ "생각이 바뀌었어요": what waits for an answer is left; else what was done last is offered to be taken back."""
    if forms.in_hand(unit) not in (None, PASS_ON):
        return customer_details.stop(said, unit) if forms.asked_last(unit) is None else customer_details.no(said, unit)
    done = second_thoughts.newest(unit)
    if done is None:
        return Reply(words("changed-mind-about-what"))
    parts = (done.entry,) if done.entry else ()
    back = buttons.button(words("button-take-back", what=done.what), done.verb, *parts)
    return Reply(words("changed-mind", what=done.what), buttons=((back,),))


def card(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "알림 설정": everything at a glance, each with its number."""
    return _card(wishes.settings(unit), unit)


def turn(said: Said, unit: Unit, name: str) -> Replies:
    """A number of the card: off at once, on again at once, save what needs a consent: that is asked for first."""
    now = wishes.settings(unit)
    if name in wishes.CONSENT_TEXTS:
        if not now.has(name):
            return ask_consent(said, unit, name)
        return _card(wishes.withdraw(unit, name, said.update_id), unit, edits=said.message_id)
    change = wishes.stop if now.has(name) else wishes.start
    return _card(change(unit, name, said.update_id), unit, edits=said.message_id)


def no_limits(said: Said, unit: Unit) -> Replies:
    """Hours and pauses are forgotten."""
    return _card(wishes.no_limits(unit, said.update_id), unit, edits=said.message_id)


def ask_consent(said: Said, unit: Unit, purpose: str) -> Replies:
    """The question that a consent is the answer to."""
    wishes.settings(unit)
    return consent_question(unit, purpose)


def consent_question(unit: Unit, purpose: str) -> Reply:
    """Its text alone, and a yes that nobody ticked beforehand."""
    key = "consent-ask-night" if purpose == "night" else "consent-ask-advertising"
    yes = buttons.button(words("button-agree"), "agree", purpose)
    return Reply(
        words(key, shop=unit.shop.name), buttons=((yes, buttons.button(words("button-no-thanks"), "disagree")),)
    )


def agree(said: Said, unit: Unit, purpose: str) -> Replies:
    """Yes: the result with its date, and the way out."""
    done = wishes.agree(unit, purpose, said.update_id)
    text = words("consent-given", shop=unit.shop.name, at=done.changed_at, what=_name(purpose))
    return Reply(
        text, buttons=((buttons.button(words("button-no-ads"), "no-more", "marketing"),),), edits=said.message_id
    )


def disagree(said: Said, unit: Unit) -> Replies:
    """No: nothing is changed, and nothing is held against anybody."""
    return Reply(words("consent-not-given"), edits=said.message_id)


def _stopped(unit: Unit, scope: str | None, said: Said) -> Reply:
    done = wishes.stop(unit, scope, said.update_id)
    shown = tuple(_name(name) for name in done.named(on=False) if name != "night")
    ask_instead = scope == "all" and unit.shop.has(Part.ORDERS)
    text = words(
        "messages-stopped",
        at=done.changed_at,
        stopped=shown,
        still=_goes_on(done, unit),
        instead=words("messages-ask-instead") if ask_instead else None,
    )
    row = [] if scope == "all" else [buttons.button(words("button-nothing-at-all"), "no-more", "all")]
    row.append(buttons.button(words("button-again"), "more-again", scope if scope in set(Topic) else ""))
    return Reply(text, buttons=(tuple(row),))


def _only_these(unit: Unit, before: Settings, sorts: frozenset[str], said: Said) -> Reply:
    """What alone comes now, what came before, and the way back."""
    done = wishes.only(unit, sorts, said.update_id)
    text = words(
        "messages-only",
        only=tuple(_name(one.name) for one in done.settings if one.name in sorts),
        at=done.changed_at,
        before=_goes_on(before, unit),
        still=_goes_on(done, unit),
    )
    undo = (buttons.button(words("button-undo"), "undo-wish", done.undo),) if done.undo else ()
    return Reply(text, buttons=((*undo, _CARD),))


def _started(unit: Unit, scope: str | None, said: Said) -> Reply:
    done = wishes.start(unit, scope, said.update_id)
    row = [_CARD]
    if not done.has("advertising"):
        row.insert(0, buttons.button(words("button-ads-too"), "ask-consent", "advertising"))
    return Reply(words("messages-started", at=done.changed_at, still=_goes_on(done, unit)), buttons=(tuple(row),))


def _card(now: Settings, unit: Unit, edits: int | None = None) -> Reply:
    rows = tuple(
        words("message-setting", number=number, what=_name(one.name), comes=one.on, decided=one.decided_on)
        for number, one in enumerate(now.settings, start=1)
    )
    limits = _limits(now)
    numbers = tuple(
        buttons.button(words("pick-number", number=number), "messages-turn", one.name)
        for number, one in enumerate(now.settings, start=1)
    )
    below = [buttons.button(words("button-no-limits"), "no-limits")] if limits else []
    if not_understood.agreed(unit):
        below.append(STOP_KEEPING)
    text = words("message-settings", rows=rows, limits=limits or None)
    return Reply(text, buttons=(numbers, *((one,) for one in below)), edits=edits)


def _limits(now: Settings) -> tuple[Words, ...]:
    """Hours, pauses and the rest, one line each."""
    mine = now.wishes
    found = []
    if mine.hours is not None:
        found.append(words("wish-hours", from_hour=f"{mine.hours.start:%H:%M}", to_hour=f"{mine.hours.end:%H:%M}"))
    if mine.days_off:
        found.append(_days(mine.days_off))
    if mine.silent_until is not None and mine.silent_until > now.changed_at.date():
        found.append(words("wish-pause", until=mine.silent_until - timedelta(days=1)))
    if mine.every_days is not None:
        found.append(words("wish-distance", days=mine.every_days))
    if now.quiet:
        found.append(words("wish-quiet"))
    return tuple(found)


def _only(now: Settings, ask: MessageWish) -> Settings:
    """What was just said of it, to be read back."""
    mine = now.wishes
    wish = replace(
        mine,
        hours=mine.hours if ask.hours else None,
        days_off=mine.days_off if ask.days_off else frozenset(),
        silent_until=mine.silent_until if ask.until else None,
        every_days=mine.every_days if ask.every_days else None,
    )
    return replace(now, wishes=wish, quiet=now.quiet and ask.quiet)


def _days(off: frozenset[int]) -> Words:
    """The days on which nothing comes, or, where they are fewer, those on which something may."""
    if off == WEEKEND:
        return words("wish-weekends")
    on = frozenset(range(7)) - off
    key, days = ("wish-days", off) if len(off) <= len(on) else ("wish-only-days", on)
    return words(key, days=tuple(words("weekday-name", day=day) for day in sorted(days)))


def _goes_on(now: Settings, unit: Unit) -> tuple[Words, ...]:
    pauses = now.wishes.silent_until is not None and now.wishes.silent_until > now.changed_at.date()
    comes = [name for name in now.named(on=True) if not (pauses and name in _PAUSED)]
    return (words("topic-answers"), *(_name(name) for name in comes))


def _name(name: str) -> Words:
    return Words(_NAMES[name])
