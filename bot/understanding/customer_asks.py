"""What a sentence of each kind comes to, with what it names."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.understanding import details
from bot.understanding.asks.account import (
    BeenBefore,
    DropDetail,
    Erase,
    Export,
    History,
    OwnPhotos,
    Prefer,
    Preferences,
    SetLanguage,
    Status,
    Underage,
    Update,
    WhoSaw,
    WhyField,
)
from bot.understanding.asks.anywhere import Help, Stop, Thanks, Undo
from bot.understanding.asks.appointments import Book, Cancel
from bot.understanding.asks.closed_list import CustomerAsk
from bot.understanding.asks.shop import Hours, WhoAnswers
from bot.understanding.asks.voices import Recommend, Refer
from bot.understanding.asks.wishes import MessageSettings, StartMessages, StopMessages, WhyThis
from bot.understanding.customer_slots import MOVED, Slots
from bot.understanding.customer_voices import is_short_changed
from bot.understanding.message_wishes import asks_what_comes, tells_the_past
from bot.understanding.ones_own import is_ones_own
from bot.understanding.own_words import value_given
from bot.understanding.price_questions import what_costs
from bot.understanding.thing_wishes import another_day, what_first, wishes_another_day

# "방문 내역" is a list of visits, "바뀐 내역" one of changes.
_OF_VISITS = re.compile(
    r"방문|다녀[간온]|이용|왔던|간\s?날|구매|결제|맡[기겼긴]|뭐\s?(?:했|하고|샀|먹|마[셨시])|\bvisits?\b|\bpurchases?\b"
    r"|\b(?:bring|brought|bought|had done)\b"
)
_OF_CHANGES = re.compile(r"바[뀌뀐꾼꿔]|변경|수정|고[친쳐]|정보|\bchang|\bedit|\bcorrect|\brecord")
_ON_AGAIN = re.compile(
    r"다시\s?(?:다\s?|전부\s?)?(?:켜|받|보내|on\b)|재개|거부\S*\s?(?:(?:것|거|걸)\S?\s)?(?:전부\s?|모두\s?|다\s?)?(?:철회|취소|해제|풀)"
    r"|\bback on\b|\b(?:send|text|message) me .*\bagain\b"
)
_NEVER = re.compile(r"\b(?:don'?t|do not|never|stop)\b")
_OFF = re.compile(r"\b(?:turn|switch)\b.*\boff\b|\bdisable\b")


def ask_of(kind: str, said: Slots) -> CustomerAsk | None:
    """The question or deed; None for a kind that is not of the list, or that says nothing with what is named."""
    build = _BUILD.get(kind)
    return _with_value(build(said), said.text) if build is not None else None


def is_history_of_visits(text: str) -> bool:
    """Whether a history that is asked for is one of visits and not of changes."""
    low = text.lower()
    return _OF_VISITS.search(low) is not None and _OF_CHANGES.search(low) is None


def _with_value(ask: CustomerAsk | None, text: str) -> CustomerAsk | None:
    """A change with the value that the sentence gives after all, in words that no list knows; none of a detail that is
    not the speaker's own.
    """
    if not isinstance(ask, Update):
        return ask
    if not is_ones_own(ask.field, ask.value, text):
        return None
    if ask.value is not None:
        return ask
    given = value_given(ask.field, text)
    if given and ask.field == "phone":
        given = details.phone(given) or given
    return replace(ask, value=given)


_MAY_BE_DROPPED = frozenset({"email", "address", "birthday"})


def _phone(said: Slots) -> CustomerAsk:
    value = said.value("phone_value")
    return Update("phone", details.phone(value) if value else None)


def _birthday(said: Slots) -> CustomerAsk:
    value = said.value("birth_value")
    return Update("birthday", details.with_its_calendar(details.birthday(value), said.text) if value else None)


_BUILD: dict[str, Callable[[Slots], CustomerAsk | None]] = {
    "undo": lambda said: None if is_short_changed(said.text) else Undo(),
    "help": lambda said: Help(),
    "stop": lambda said: Stop(),
    "history": lambda said: History(),
    "who_saw": lambda said: WhoSaw(),
    "been_before": lambda said: BeenBefore(),
    "underage": lambda said: Underage(),
    "why_this": lambda said: WhyThis(),
    "status": lambda said: Status(),
    "status_points": lambda said: Status("points"),
    "status_balance": lambda said: Status("balance"),
    "status_visits": lambda said: Status("visits"),
    "status_appointments": lambda said: Status("appointments"),
    "status_orders": lambda said: Status("orders"),
    "status_details": lambda said: Status("details"),
    "stop_messages": lambda said: (
        StartMessages(said.scope)
        if _ON_AGAIN.search(said.text.lower()) and not _NEVER.search(said.text.lower())
        else MessageSettings()
        if asks_what_comes(said.text)
        else None
        if tells_the_past(said.text)
        else StopMessages(said.scope)
    ),
    "start_messages": lambda said: (
        MessageSettings()
        if asks_what_comes(said.text)
        else StopMessages(said.scope)
        if _OFF.search(said.text.lower())
        else StartMessages(said.scope)
    ),
    "message_settings": lambda said: MessageSettings(),
    "export": lambda said: Export(),
    "erase": lambda said: Erase(),
    "book": lambda said: Book(said.when, said.service, MOVED.search(said.text.lower()) is not None),
    "cancel": lambda said: Cancel(),
    "recommend": lambda said: Recommend(),
    "refer": lambda said: Refer(),
    "hours": lambda said: Hours(),
    "what_costs": lambda said: what_costs(said.chunks),
    "thanks": lambda said: Thanks(),
    "set_language": lambda said: SetLanguage(said.language),
    "things_first": lambda said: what_first(said.text, said.chunks),
    "things_day": lambda said: (
        another_day(said.text, said.chunks, said.now)
        if wishes_another_day(said.text)
        else Book(said.when, said.service)
    ),
    "who_answers": lambda said: WhoAnswers(),
    "own_photos": lambda said: OwnPhotos(),
    "preferences": lambda said: Preferences(),
    "prefer": lambda said: Prefer(said.text),
    "why_field": lambda said: WhyField(said.detail) if said.detail else None,
    "drop_detail": lambda said: DropDetail(said.detail) if said.detail in _MAY_BE_DROPPED else None,
    "update_phone": _phone,
    "update_email": lambda said: Update("email", said.value("email_value")),
    "update_birthday": _birthday,
    "update_address": lambda said: Update("address"),
    "update_name": lambda said: Update("name"),
}
