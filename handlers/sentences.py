"""From a plain sentence to the function that answers it."""

from collections.abc import Mapping
from functools import partial

from bot.actions import cases, drafts, forms, guesses, not_understood, own_data, preferences, profile, shown_lists
from bot.actions.forms import open_form, waits_beneath
from bot.actions.price_list import known_items
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, Words, words
from bot.domain.permissions import Role
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.runtime import Route
from bot.texts.keys import key_of
from bot.understanding.answers import changes_mind, detail_named, greets, nods, says_no, says_yes, spares
from bot.understanding.asks.account import DropPreference, Status, Stay
from bot.understanding.asks.anywhere import Help, Thanks
from bot.understanding.asks.appointments import Book
from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.voices import Voice
from bot.understanding.lexicon import Lexicon
from bot.understanding.reader import read_customer, read_owner
from bot.understanding.remembered import strikes
from bot.understanding.shop_questions import asks_of_the_shop
from bot.understanding.understood import Confidence, Understood
from handlers import (
    customer_cases,
    customer_details,
    customer_shop,
    customer_wishes,
    errors,
    meant,
    owner_cases,
    owner_interpreted,
    owner_not_understood,
)
from handlers.tables.buttons import BUTTONS
from handlers.tables.commands import COMMANDS
from handlers.tables.customer_says import CUSTOMER_SAYS
from handlers.tables.entry import Entry, Function, leads_to, part_of, reads, writes
from handlers.tables.forms import FORMS
from handlers.tables.keys import CUSTOMER_KEYS, KEYS
from handlers.tables.owner_says import OWNER_MEANS, OWNER_SAYS

# What of an account only shops with this part have.
_SHOWN_WITH = {
    "points": Part.POINTS,
    "balance": Part.PREPAID,
    "appointments": Part.APPOINTMENTS,
    "orders": Part.ORDERS,
}

# The button that a yes stands for, by what waits for it.
_YES = {profile.PROPOSED: "change-yes", preferences.ASKED: "prefer-yes", cases.PASS_ON: "pass-on"}


def by_sentence(said: Said, unit: Unit) -> Route:
    """Plain words: a big key, the next step of something begun, or a sentence.

    Whoever works here is read with the owner's list, everybody else with the customer's. A question in the middle of a
    form is answered and the form goes on; what nobody understands goes to the form that is waiting. A forwarded message
    is somebody else's word and does nothing.
    """
    if said.forwarded:
        return Route(errors.not_understood, question=True)
    case = cases.replied_to(unit, said.reply_to_message_id) if said.reply_to_message_id is not None else None
    if case is not None and unit.actor.works_here:
        return leads_to(writes(owner_cases.reply), case)
    if unit.actor.role is Role.CUSTOMER and changes_mind(said.text):
        return leads_to(writes(customer_wishes.changed_mind))
    begun = open_form(unit) or ""
    form = FORMS.get(begun)
    if form is not None and form.can_be(said.text):
        return and_back_to(waits_beneath(unit), leads_to(form.takes))
    key = key_of(said.text)
    if key in KEYS and not (key in CUSTOMER_KEYS and unit.actor.works_here):
        return and_back_to(begun, leads_to(KEYS[key]))
    answer = _yes_or_no(said.text, unit) if form is None and unit.actor.role is Role.CUSTOMER else None
    if answer is not None:
        return and_back_to(waits_beneath(unit), answer)
    about = strikes(said.text) if form is None and detail_named(said.text) is None else None
    if about is not None and preferences.remembers(unit, about):
        return and_back_to(begun, leads_to(CUSTOMER_SAYS[DropPreference], DropPreference(about)))
    table, ask = understand(said.text, unit)
    # An answer and what a form waits for may look like a sentence; only what is well understood is one.
    merely_likely = is_asked_about(table.get(type(ask)))
    if case is not None and (ask is None or merely_likely or isinstance(ask, Voice | Book)):
        return leads_to(writes(customer_cases.more), case)
    if form is None and (ask is None or merely_likely) and greets(said.text):
        by_role = COMMANDS["start"]
        return leads_to(by_role.get(unit.actor.role, by_role[""]))
    if form is None and (ask is None or merely_likely) and nods(said.text) and not unit.actor.works_here:
        return leads_to(CUSTOMER_SAYS[Thanks], Thanks())
    by_itself = form is None or (ask is None and said.text.rstrip().endswith("?"))
    if by_itself and unit.actor.role is Role.CUSTOMER and _only_people_know(ask, said.text, merely_likely):
        return and_back_to(begun, Route(customer_cases.shop_question))
    if form is None and isinstance(ask, Thanks) and table[Thanks][0] is meant.ask_whether:
        return Route(customer_cases.told_us)
    if ask is None and form is None:
        return _not_understood(said.text, unit)
    if form is not None:
        answers = isinstance(ask, form.answers) or customer_details.can_be_new(begun, said.text, ask)
        # Whom something is about is chosen or told by four digits: a sentence is no answer to that.
        if ask is None or (merely_likely and begun != drafts.FORM) or answers:
            return and_back_to(waits_beneath(unit), leads_to(form.takes))
    entry = table.get(type(ask))
    if isinstance(ask, shown_lists.LISTS) and entry is not None:
        entry = (partial(_and_remembered, entry[0]), entry[1])
    # Who has just said something in vain and is understood now has probably meant this.
    tells = not merely_likely and (unit.actor.works_here or begun == cases.PASS_ON)
    if entry is not None and tells and not_understood.is_gathering(unit):
        entry = (partial(_and_noted, entry[0]), entry[1])
    route = leads_to(entry, ask) if entry is not None else Route(errors.not_yet, question=True)
    return and_back_to(begun, route)


def _yes_or_no(text: str, unit: Unit) -> Route | None:
    """The button of the question asked last, said instead of pressed. What is agreed to or erased for good is pressed,
    and of two that may be meant one is.
    """
    agrees = says_yes(text)
    if not agrees and not says_no(text):
        return None
    asked = forms.asked_last(unit)
    if asked is not None and asked[0] == cases.WHICH:
        return leads_to(BUTTONS["case-thing" if agrees else "case-other"], *asked[1]["parts"])
    if not agrees:
        return leads_to(writes(customer_details.no))
    if asked is not None and asked[0] == guesses.FORM and len(asked[1]["asks"]) == 1:
        return leads_to(BUTTONS["meant"], asked[1]["token"], "0")
    if asked is not None and asked[0] in _YES:
        return leads_to(BUTTONS[_YES[asked[0]]])
    return leads_to(reads(customer_shop.press))


def _not_understood(text: str, unit: Unit) -> Route:
    """Of a customer the words are kept for a while, so that they can go to the owner. The shop's own may be put to an
    interpreter, where one is set."""
    if unit.actor.role is Role.CUSTOMER:
        if spares(text) and own_data.is_asked(unit):
            return leads_to(CUSTOMER_SAYS[Stay], Stay())
        return Route(customer_cases.not_understood)
    return Route(owner_not_understood.said, question=True, unread=owner_interpreted.unread(text, unit))


def _only_people_know(ask: Ask | None, text: str, merely_likely: bool) -> bool:
    """Whether a question of what the shop has or allows was read as nothing, or only as something that is like it."""
    vaguely = ask is None or merely_likely or isinstance(ask, Help) or (isinstance(ask, Book) and ask.service is None)
    return vaguely and asks_of_the_shop(text)


def _and_remembered(function: Function, said: Said, unit: Unit, ask: shown_lists.Listed) -> Replies:
    """The answer, and a note that this chat looks at this list now."""
    shown_lists.show(unit, ask)
    return function(said, unit, ask)


def _and_noted(function: Function, said: Said, unit: Unit, ask: Ask) -> Replies:
    """The answer, and a note of what was understood."""
    not_understood.means(unit, ask)
    return function(said, unit, ask)


def understand(text: str, unit: Unit) -> tuple[Mapping[type, Entry], Ask | None]:
    """What was asked, and the table that leads from it to the function that answers.

    Raises the Refusal of what can be nothing, such as a day that no calendar has.
    """
    local = unit.now.astimezone(unit.shop.zone)
    items = known_items(unit)
    if unit.actor.works_here:
        lexicon = Lexicon(unit.names, items, unit.shop.currency, _not_done_here(unit))
        understood = read_owner(text, now=local, lexicon=lexicon)
        if understood.refusal is not None:
            raise understood.refusal
        if understood.confidence is Confidence.DOUBTFUL:
            return _doubted(understood, OWNER_SAYS, unit)
        if understood.confidence is Confidence.GUESSED and not _is_done_here(OWNER_SAYS, understood.ask, unit):
            return OWNER_SAYS, None
        if understood.confidence is Confidence.GUESSED:
            return OWNER_SAYS | _asked_first(understood.ask), understood.ask
        sure = understood.confidence is Confidence.SURE
        return OWNER_SAYS if sure else OWNER_SAYS | OWNER_MEANS, understood.ask
    understood = read_customer(text, now=local, lexicon=Lexicon(items=items, currency=unit.shop.currency))
    if understood.refusal is not None:
        raise understood.refusal
    if understood.confidence is not Confidence.DOUBTFUL:
        return CUSTOMER_SAYS, understood.ask
    if unit.actor.role is not Role.CUSTOMER:
        return CUSTOMER_SAYS, None
    return _doubted(understood, CUSTOMER_SAYS, unit)


def _doubted(
    understood: Understood, table: Mapping[type, Entry], unit: Unit
) -> tuple[Mapping[type, Entry], Ask | None]:
    """Nothing is done or shown before it was said that this is meant, or which of two; and of what this shop does not
    do there is no word, nor of what would only be the next best.
    """
    likely = [ask for ask in (understood.ask, understood.instead) if ask is not None]
    if not likely or not _is_done_here(table, likely[0], unit):
        return table, None
    likely = [ask for ask in likely if _is_done_here(table, ask, unit)]
    asked = partial(meant.ask_which, instead=likely[1]) if len(likely) > 1 else meant.ask_whether
    return {**table, type(likely[0]): writes(asked)}, likely[0]


def _not_done_here(unit: Unit) -> frozenset[str]:
    """The kinds of what behind the counter is said of parts that this shop has not."""
    return frozenset(
        getattr(ask, "kind", "")
        for ask, entry in OWNER_SAYS.items()
        if (part := part_of(entry)) is not None and not unit.shop.has(part)
    )


def _is_done_here(table: Mapping[type, Entry], ask: Ask | None, unit: Unit) -> bool:
    entry = table.get(type(ask))
    part = part_of(entry) if entry is not None else None
    if isinstance(ask, Status):
        part = _SHOWN_WITH.get(ask.about or "")
    return entry is not None and (part is None or unit.shop.has(part))


def is_asked_about(entry: Entry | None) -> bool:
    return entry is not None and getattr(entry[0], "func", entry[0]) in (meant.ask_whether, meant.ask_which)


def _asked_first(ask: Ask | None) -> dict[type, Entry]:
    """For a guess: a question may be answered, a deed is asked about before it is done."""
    entry = OWNER_SAYS.get(type(ask))
    return {} if entry is None or entry[1] else {type(ask): writes(meant.ask_whether)}


def and_back_to(begun: str, route: Route) -> Route:
    """The same answer, and if a form that was begun still waits after it, what it waits for.

    Not where the answer is this very question, nor where it only changes a message further up: the question is the last
    that was said then.
    """
    form = FORMS.get(begun)
    if form is None or form.prompt is None:
        return route
    prompt = form.prompt

    def answer(said: Said, unit: Unit) -> Replies:
        given = route.handler(said, unit)
        if open_form(unit) != begun:
            return given
        replies = [given] if isinstance(given, Reply) else list(given or ())
        asked = prompt if isinstance(prompt, Words) else prompt(unit)
        if any(reply.text == asked for reply in replies) or (replies and all(reply.edits for reply in replies)):
            return given
        return [*replies, Reply(words("form-continues", prompt=asked))]

    return Route(answer, route.question)
