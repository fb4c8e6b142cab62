"""The single page "update -> function", in order.

python-telegram-bot's filters tell apart what kind of update it is; which function answers stands in the tables of
`handlers/tables/`.
"""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import partial
from inspect import signature
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from bot.actions import cases, claiming, counter_code, introducing, shown_lists, staffing
from bot.actions.forms import open_form, waits_beneath
from bot.actions.unit import Unit
from bot.domain import buttons
from bot.domain.permissions import Role
from bot.domain.said import ChatKind, Said
from bot.runtime import Route, Router
from bot.understanding.answers import says_no, says_yes
from bot.understanding.asks.orders import HandOver, OrderReady, TagFetched, TagReady
from bot.understanding.asks.visits import RecordVisit
from bot.understanding.asks.voices import Voice
from bot.understanding.choices import read_choice
from handlers import (
    customer_introduction,
    customer_photos,
    customer_proof,
    customer_start,
    errors,
    membership,
    owner_choices,
    owner_claim,
    owner_closing,
    owner_import,
    owner_photos,
    owner_staff,
    said_buttons,
)
from handlers.sentences import and_back_to, by_sentence, is_asked_about, understand
from handlers.tables.buttons import BUTTONS, FORM_BUTTONS
from handlers.tables.commands import COMMANDS
from handlers.tables.entry import Function, leads_to
from handlers.tables.forms import FORMS
from handlers.tables.owner_says import OWNER_SAYS

PRIVATE = filters.ChatType.PRIVATE
Bind = Callable[[Router], Callable[[Update, Any], Coroutine[Any, Any, None]]]


def handlers(bind: Bind) -> list[BaseHandler[Any, Any, Any]]:
    """python-telegram-bot's handlers, the first that fits wins."""
    return [
        MessageHandler(filters.UpdateType.EDITED, bind(to(errors.edited))),
        ChatMemberHandler(bind(by_membership), ChatMemberHandler.MY_CHAT_MEMBER),
        CallbackQueryHandler(bind(by_button)),
        MessageHandler(~PRIVATE, bind(to(errors.elsewhere))),
        MessageHandler(filters.COMMAND, bind(by_command)),
        MessageHandler(filters.TEXT, bind(by_words)),
        MessageHandler(filters.CONTACT, bind(by_contact)),
        MessageHandler(filters.PHOTO | filters.Document.IMAGE, bind(by_photo)),
        MessageHandler(filters.Document.ALL, bind(by_document)),
        MessageHandler(filters.ALL, bind(to(errors.unreadable_kind))),
    ]


def to(function: Function) -> Router:
    """Always this function."""
    return lambda said, unit: Route(function)


def by_command(said: Said, unit: Unit) -> Route:
    """/word and what follows it."""
    command, _, rest = said.text.partition(" ")
    if rest.startswith(claiming.PREFIX):
        return Route(partial(owner_claim.claim, rest=rest.strip()))
    if rest.startswith(introducing.PREFIX) and not unit.actor.works_here:
        return Route(partial(customer_introduction.arrive, rest=rest.strip()))
    if rest.startswith(staffing.PREFIX):
        return Route(partial(owner_staff.join, rest=rest.strip()))
    if rest.startswith(counter_code.PREFIX) and not unit.actor.works_here:
        return Route(partial(customer_proof.at_counter, rest=rest.strip()))
    entries = COMMANDS.get(command.partition("@")[0].removeprefix("/").lower())
    if entries is None:
        return Route(errors.not_understood, question=True)
    function, question = entries.get(unit.actor.role) or entries[""]
    return Route(partial(function, rest=rest.strip()) if rest else function, question)


def by_button(said: Said, unit: Unit) -> Route:
    """A pressed inline button. What it may do is decided by the action behind it, now and not when it was drawn.

    A form that was begun goes on, as after a sentence.
    """
    if said.chat_kind is not ChatKind.PRIVATE:
        return Route(errors.elsewhere, question=True)
    pressed = buttons.parse(said.button)
    if pressed is None or pressed[0] not in BUTTONS:
        return Route(errors.old_button, question=True)
    verb, parts = pressed
    try:
        signature(BUTTONS[verb][0]).bind(said, unit, *parts)
    except TypeError:  # forged, or drawn by a version whose buttons had other parts
        return Route(errors.old_button, question=True)
    begun = waits_beneath(unit) if verb in FORM_BUTTONS else open_form(unit)
    return and_back_to(begun or "", leads_to(BUTTONS[verb], *parts))


def by_words(said: Said, unit: Unit) -> Route:
    """Plain words. Of whoever works here they may be a button that is said instead of pressed, unless something that
    was begun waits for just such words.
    """
    choice = read_choice(said.text) if unit.actor.works_here and not said.forwarded else None
    begun = open_form(unit) or ""
    waits = begun in FORMS and begun not in (owner_choices.FORM, owner_closing.FORM)
    agrees = says_yes(said.text)
    if unit.actor.works_here and not said.forwarded and (agrees or says_no(said.text)):
        data = said_buttons.agreed(unit, yes=agrees)
        if data is not None:
            return _as_pressed(said, unit, data)
    if choice is None or waits or said.reply_to_message_id is not None:
        return by_sentence(said, unit)
    data = said_buttons.meant(unit, choice)
    if data is None:
        shown = shown_lists.question_shown(unit) if choice.turn in ("again", "first") else None
        return by_sentence(said, unit) if shown is None else leads_to(OWNER_SAYS[type(shown)], shown)
    if not data:
        return Route(said_buttons.no_more, question=True)
    return _as_pressed(said, unit, data)


def _as_pressed(said: Said, unit: Unit, data: str) -> Route:
    pressed = replace(said, button=data, message_id=None)
    route = by_button(pressed, unit)
    return Route(lambda _, unit: route.handler(pressed, unit), route.question)


def by_contact(said: Said, unit: Unit) -> Route:
    """A contact card: a customer shows who they are, those who work here pass on somebody who asked."""
    return Route(owner_import.card if unit.actor.works_here else customer_start.contact)


def by_document(said: Said, unit: Unit) -> Route:
    """A file. The shop's own come in; what anybody else sends is not kept."""
    return Route(owner_import.receive) if unit.actor.works_here else Route(errors.unreadable_kind, question=True)


def by_photo(said: Said, unit: Unit) -> Route:
    """A picture: of somebody's things, from across the counter, or with what a customer says. A forwarded one is
    nobody's, and a stranger's is not kept.
    """
    if said.forwarded or unit.actor.role is Role.STRANGER:
        return Route(errors.unreadable_kind, question=True)
    table, ask = understand(said.text, unit) if said.text else ({}, None)
    if unit.actor.works_here:
        entry = table.get(type(ask))
        if entry is not None and isinstance(ask, RecordVisit):
            record = leads_to(entry, ask).handler
            return Route(lambda said, unit: owner_photos.with_visit(said, unit, record))
        if entry is not None and isinstance(ask, OrderReady | TagReady | HandOver | TagFetched):
            deed = leads_to(entry, ask).handler
            return Route(owner_photos.receive if is_asked_about(entry) else partial(owner_photos.with_deed, deed=deed))
        return Route(owner_photos.receive)
    case = cases.replied_to(unit, said.reply_to_message_id) if said.reply_to_message_id is not None else None
    voice = ask if isinstance(ask, Voice) else None
    return Route(lambda said, unit: customer_photos.receive(said, unit, voice, case))


def by_membership(said: Said, unit: Unit) -> Route:
    """Somebody closed the chat to the bot, or opened it again."""
    return Route(membership.came_back if said.may_write else membership.left)
