"""Being heard: what a customer said, its number, by when a person answers, and what came of it.

An answer is a message of the outbox, and only when that has gone out can a case be closed: nobody is left untold. What
waits past its time is brought up again with the shop, and the customer is told so.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions import complained_of, forms, profile, sending
from bot.actions.complained_of import Thing
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.answering import answer_by
from bot.domain.outgoing import Reply, Words, words
from bot.domain.phone import parse_phone
from bot.domain.promotional import sells
from bot.domain.refusals import Refusal
from storage import cases, told
from storage.consents import has_consent
from storage.models import Case, Customer

LONGEST = 3500
"""In Telegram's characters: with what stands around it, it is one message still."""
PASS_ON, ANSWER, NOTES, WHICH = "pass-on", "case-answer", "case-notes", "case-which"
NOTED = ("cause", "remedy", "changed")
MOST = 10
MOST_OF_ONES_OWN = 3
_SHOWN = 60
APOLOGIES = 2
"""The shop is reminded for as long as it takes; the customer is not told the same every half day."""
_NOTICE, _TO_CUSTOMER = "case", "case-answer"


@dataclass(frozen=True, slots=True)
class Heard:
    """A case as both sides are told of it. `thing` is what it seems to be about.

    `advertising`: the shop's answer sells, to somebody who has agreed to that.
    """

    entry: str
    number: int
    sort: str
    due_at: datetime
    text: str
    name: str
    last4: str | None
    thing: Thing | None = None
    again: bool = False
    advertising: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something of the asker's own that is not settled: by when a person answers, or when one did."""

    number: int
    text: str
    due_at: datetime
    answered_at: datetime | None


def hear(unit: Unit, sort: str, text: str) -> Heard:
    """Write down what somebody said, with the time by which a person answers. Raises Refusal words-too-long."""
    unit.permit("be heard")
    _check_length(text)
    person = profile.own_record(unit)
    due_at = answer_by(unit.now, unit.shop.zone, unit.shop.opening)
    case = cases.add(unit.session, person.id or 0, sort, text, unit.now, due_at)
    thing = complained_of.likeliest(unit, person, text)
    return _heard(case, person, text, thing)


def begin_words(unit: Unit, form: str) -> None:
    """The next words of this chat are for the owner."""
    unit.permit("be heard")
    profile.own_record(unit)
    forms.begin_within(unit, form)


def keep_to_pass_on(unit: Unit, text: str) -> None:
    """What was not understood waits for a day for its button, so that it can go to the owner as it was said.

    Raises Refusal words-too-long.
    """
    unit.permit("be heard")
    _check_length(text)
    profile.own_record(unit)
    forms.hold(unit, PASS_ON, {"text": text}, kept=forms.KEPT_LONG)


def pass_on(unit: Unit) -> Heard:
    """Yes, to the owner. Raises Refusal draft-gone."""
    unit.permit("be heard")
    draft = forms.draft(unit, PASS_ON)
    if draft is None:
        raise Refusal("draft-gone")
    forms.finish(unit, PASS_ON)
    return hear(unit, "question", draft["text"])


def say_more(unit: Unit, entry: str, text: str) -> Heard:
    """The customer adds to a case, or is not content with the answer: it waits for the shop again.

    Raises Refusal case-gone, words-too-long.
    """
    unit.permit("be heard")
    _check_length(text)
    case = complained_of.own_case(unit, entry)
    if text:
        cases.add_line(unit.session, case, "customer", text, unit.now)
    case.state, case.due_at, case.closed_at, case.closed_by = (
        "open",
        answer_by(unit.now, unit.shop.zone, unit.shop.opening),
        None,
        None,
    )
    unit.session.add(case)
    person = profile.own_record(unit)
    return _heard(case, person, text or cases.first_words(unit.session, case), None, again=True)


def settle(unit: Unit, entry: str) -> Heard:
    """The customer says that it is settled. Raises Refusal case-gone, case-not-answered."""
    unit.permit("be heard")
    case = complained_of.own_case(unit, entry)
    if case.answered_at is None:
        raise Refusal("case-not-answered")
    _close(unit, case, "customer")
    return _heard(case, profile.own_record(unit), cases.first_words(unit.session, case), None)


def say_which(unit: Unit, entry: str, place: tuple[str, str]) -> Heard:
    """The customer says which of their things it is about. Raises Refusal case-gone."""
    case, thing = complained_of.say_which(unit, entry, place)
    return _heard(case, profile.own_record(unit), cases.first_words(unit.session, case), thing)


def say_none(unit: Unit, entry: str) -> Heard:
    """It is about none of the things that were offered. Raises Refusal case-gone."""
    unit.permit("be heard")
    case = complained_of.own_case(unit, entry)
    return _heard(case, profile.own_record(unit), cases.first_words(unit.session, case), None)


def mine(unit: Unit) -> tuple[Waiting, ...]:
    """What the asker said and has not been settled, the newest first."""
    unit.permit("be heard")
    found = cases.unsettled(unit.session, profile.own_record(unit).id or 0, MOST_OF_ONES_OWN)
    return tuple(
        Waiting(
            one.id or 0,
            _shown(cases.first_words(unit.session, one)),
            one.due_at,
            one.answered_at if one.state == "answered" else None,
        )
        for one in found
    )


def withdraw(unit: Unit, entry: str) -> Heard:
    """The customer takes it back, while nobody has answered. Raises Refusal case-gone, case-answered."""
    unit.permit("be heard")
    case = complained_of.own_case(unit, entry)
    if case.answered_at is not None:
        raise Refusal("case-answered")
    case.state = "withdrawn"
    unit.session.add(case)
    return _heard(case, profile.own_record(unit), cases.first_words(unit.session, case), None)


def begin_answer(unit: Unit, entry: str) -> Heard:
    """The shop wants to answer: its next words are the answer. Raises Refusal case-gone."""
    unit.permit("answer a customer")
    case, person = _any(unit, entry)
    forms.begin(unit, ANSWER, {"case": entry})
    return _heard(case, person, cases.first_words(unit.session, case), None)


def answer_begun(unit: Unit, text: str) -> Heard:
    """The words that `begin_answer` waited for. Raises Refusal draft-gone and those of `answer`."""
    unit.permit("answer a customer")
    draft = forms.draft(unit, ANSWER)
    if draft is None:
        raise Refusal("draft-gone")
    forms.end(unit)
    return answer(unit, draft["case"], text)


def answer(unit: Unit, entry: str, text: str) -> Heard:
    """The shop's answer goes to the customer as it was written.

    Words of selling make it advertising, unless the customer asked about just that. Raises Refusal case-gone,
    case-no-chat, words-too-long, answer-sells for somebody who has not agreed to advertising.
    """
    unit.permit("answer a customer")
    _check_length(text)
    case, person = _any(unit, entry)
    if person.chat_id is None:
        raise Refusal("case-no-chat")
    is_ad = sells(text) and not sells(cases.words_of(unit.session, case))
    if is_ad and not has_consent(unit.session, person.id, "advertising"):
        raise Refusal("answer-sells", person=person.name)
    unit.saw(person.id or 0, "case")
    line = cases.add_line(unit.session, case, "shop", text, unit.now)
    case.state, case.answered_at, case.closed_at, case.closed_by = "answered", unit.now, None, None
    case.told_key = f"{_TO_CUSTOMER}:{case.public_id}:{line.id}"
    unit.session.add(case)
    return replace(_heard(case, person, text, None), advertising=is_ad)


def tell_customer(unit: Unit, done: Heard, reply: Reply) -> None:
    """Put the answer on its way, under the key by which the case knows that it was told."""
    unit.permit("answer a customer")
    case, person = _any(unit, done.entry)
    sending.to_customer(unit, person, case.told_key or "", reply, advertising=done.advertising)


def close(unit: Unit, entry: str) -> Heard:
    """The shop closes it and is asked what it came from. Raises Refusal case-gone, case-not-told.

    Not before an answer has gone out: until then the customer has not been told.
    """
    unit.permit("answer a customer")
    case, person = _any(unit, entry)
    if case.state != "closed":
        message = told.by_key(unit.session, case.told_key) if case.told_key else None
        if case.state != "answered" or message is None or message.state != "sent":
            raise Refusal("case-not-told", number=case.id or 0)
        _close(unit, case, "shop")
    unit.saw(person.id or 0, "case")
    forms.begin(unit, NOTES, {"case": entry}, kept=forms.KEPT_LONG)
    return _heard(case, person, cases.first_words(unit.session, case), None)


def note(unit: Unit, text: str | None) -> tuple[str | None, Heard]:
    """One line of what it came from: cause, remedy, what was changed; None skips one. Returns which is asked next.

    After the last one a change in the shop is told to whoever complained. Raises Refusal draft-gone, text-sells,
    words-too-long.
    """
    unit.permit("answer a customer")
    _check_length(text or "")
    draft = forms.draft(unit, NOTES)
    if draft is None:
        raise Refusal("draft-gone")
    case, person = _any(unit, draft["case"])
    at = int(draft.get("at", 0))
    if text and NOTED[at] == "changed" and sells(text):
        raise Refusal("text-sells")
    if text:
        setattr(case, NOTED[at], text)
        unit.session.add(case)
    heard = _heard(case, person, case.changed or "", None)
    if at + 1 < len(NOTED):
        forms.begin(unit, NOTES, {"case": draft["case"], "at": at + 1}, kept=forms.KEPT_LONG)
        return NOTED[at + 1], heard
    forms.end(unit)
    if case.changed and person.chat_id is not None:
        reply = Reply(words("case-changed", number=case.id or 0, text=case.changed, shop=unit.shop.name))
        sending.to_customer(unit, person, f"case-changed:{case.public_id}:{unit.cause}", reply)
    return None, heard


def waiting(unit: Unit) -> tuple[Heard, ...]:
    """Who waits for an answer, whose time comes first first."""
    unit.permit("see lists")
    rows = cases.waiting(unit.session, MOST)
    for _, person in rows:
        unit.saw(person.id or 0, "case")
    return tuple(_heard(case, person, _shown(cases.first_words(unit.session, case)), None) for case, person in rows)


def replied_to(unit: Unit, message_id: int) -> str | None:
    """The case that a message of this chat speaks of, if any: for an answer by replying to it."""
    row = told.by_message(unit.session, unit.actor.chat_id, message_id)
    kind, _, rest = row.dedupe_key.partition(":") if row else ("", "", "")
    return rest.partition(":")[0] if kind in (_NOTICE, _TO_CUSTOMER) else None


def notice_key(unit: Unit, heard: Heard) -> str:
    """The key of a notice to the shop; one for every time that the case comes to it."""
    return f"{_NOTICE}:{heard.entry}:{unit.cause}"


def escalate(unit: Unit) -> Planned:
    """Bring up again what waits past its time, and say so to whoever waits: silence is nobody's answer."""
    unit.permit("plan messages")
    planned = 0
    for case, person in cases.overdue(unit.session, unit.now):
        case.escalations += 1
        case.due_at = answer_by(unit.now, unit.shop.zone, unit.shop.opening)
        unit.session.add(case)
        number, count = case.id or 0, case.escalations
        late = words(
            "case-late", number=number, name=person.name, text=cases.first_words(unit.session, case), times=count
        )
        planned += sending.tell_owners(unit, f"{_NOTICE}:{case.public_id}:late:{count}", Reply(late))
        if person.chat_id is not None and count <= APOLOGIES:
            sorry = words("case-sorry", number=number, due=case.due_at, who=who_answers(unit))
            planned += sending.to_customer(unit, person, f"case-sorry:{case.public_id}:{count}", Reply(sorry))
    return Planned(planned)


def who_answers(unit: Unit) -> Words | str:
    """The person who answers, by name where the shop has said it."""
    return unit.shop.answered_by or words("the-owner")


def _check_length(text: str) -> None:
    """Nobody's words are cut: what is too long for one message is sent in parts."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        raise Refusal("words-too-long", most=LONGEST)


def _shown(text: str) -> str:
    """As it stands in a list."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _close(unit: Unit, case: Case, by: str) -> None:
    case.state, case.closed_at, case.closed_by = "closed", unit.now, by
    unit.session.add(case)


def _any(unit: Unit, entry: str) -> tuple[Case, Customer]:
    case = cases.by_public_id(unit.session, entry)
    if case is None or case.state == "withdrawn":
        raise Refusal("case-gone")
    return case, unit.session.get_one(Customer, case.customer_id)


def _heard(case: Case, person: Customer, text: str, thing: Thing | None, *, again: bool = False) -> Heard:
    last4 = parse_phone(person.phone).last4 if person.phone else None
    return Heard(case.public_id, case.id or 0, case.sort, case.due_at, text, person.name, last4, thing, again)
