"""Finding a customer: the card of one, or the question which one is meant."""

from bot.actions import cards, forms
from bot.actions.cards import Card, Detail
from bot.actions.people import WhoIsMeant
from bot.actions.points_left import words_of
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.said import Said
from bot.understanding.answers import is_value
from bot.understanding.asks.people import Find, FindMember
from bot.understanding.asks.values import Spoken
from handlers import owner_groups
from handlers.customer_details import shown
from handlers.owner_asking import which_card
from handlers.owner_gifts import gift_words
from handlers.owner_rows import item_rows, order_row, reached

FORM = "find"
_DETAILS = {
    "email": "field-email",
    "birthday": "field-birthday",
    "address": "field-address",
    "member_no": "field-member-no",
}


def find(said: Said, unit: Unit, ask: Find) -> Replies:
    """The card of whoever is meant."""
    return show(cards.find(unit, ask.name))


def member(said: Said, unit: Unit, ask: FindMember) -> Replies:
    """Whose member or card number it is; where it is nobody's, whose phone ends in it."""
    found = cards.find_member(unit, ask.number)
    if found is not None:
        return show(found)
    if is_value("last4", ask.number):
        return find(said, unit, Find(Spoken("", ask.number, ask.number)))
    return Reply(words("member-none", number=ask.number))


def open_card(said: Said, unit: Unit, public_id: str = "") -> Replies:
    """The card of a button."""
    return show(cards.open_card(unit, public_id))


def ask_whom(said: Said, unit: Unit) -> Replies:
    """The big key: whatever is written next is looked for, unless it is another question."""
    forms.begin(unit, FORM)
    return Reply(words("find-ask"))


def find_typed(said: Said, unit: Unit) -> Replies:
    """What was written after the big key."""
    forms.end(unit)
    text = said.text.strip()
    digits = text if len(text) == 4 and text.isascii() and text.isdigit() else None
    return find(said, unit, Find(Spoken("" if digits else text, text, digits)))


def show(found: Card | WhoIsMeant) -> Reply:
    """The card, or the choice."""
    return which_card(found) if isinstance(found, WhoIsMeant) else _card(found)


def _card(card: Card) -> Reply:
    text = words(
        "card",
        name=card.name,
        phone=_phone(card),
        reach=words("card-reach", reached=reached(card.reach), email=card.email),
        quiet=words("card-quiet") if card.quiet else None,
        visits=_visits(card),
        rhythm=_rhythm(card),
        orders=tuple(words("card-order", order=order_row(order)) for order in card.orders),
        unpaid=words("card-unpaid", amount=card.unpaid) if card.unpaid else None,
        appointment=words("card-appointment", at=card.booking.at, service=card.booking.service or None)
        if card.booking
        else None,
        preferences=words("card-preferences", rows=card.preferences) if card.preferences else None,
        note=words("card-note", note=card.note) if card.note else None,
        prepaid=words("card-prepaid", amount=card.prepaid) if card.prepaid else None,
        points=words("card-points", count=card.points, ending=words_of(card.ending, card.points))
        if card.points
        else None,
        gifts=_free(card),
        stage=owner_groups.stage_of(card.where) if card.where else None,
        outlook=_outlook(card),
        usual=_usual(card),
        details=words("card-details", rows=tuple(_detail(one) for one in card.details)) if card.details else None,
        complaint=_complaint(card),
        extra=_extra(card),
        gift=gift_words("card-gift", card.gift) if card.gift else None,
    )
    row = [copy_number(card.phone)] if card.phone and card.phone_kind == "living" else []
    if card.photos:
        row.append(buttons.button(words("button-photos", count=card.photos), "photos", card.public_id))
    row.append(buttons.button(words("button-told"), "told", card.public_id))
    return Reply(text, buttons=(tuple(row),))


def _points(card: Card) -> Words | None:
    """The points, and what of them runs out next."""
    if not card.points:
        return None
    return words("card-points", count=card.points, ending=words_of(card.ending, card.points))


def _outlook(card: Card) -> Words | None:
    if card.expected is None or card.usual_gap is None or card.late:
        return None
    return words("card-outlook", outlook=owner_groups.outlook_of(card.expected, card.visits, card.rhythm_from))


def _usual(card: Card) -> Words | None:
    rows = tuple(words("card-usual-item", item=item, count=count) for item, count, _ in card.usual)
    return words("card-usual", items=rows) if len(card.usual) > 1 else None


def _detail(one: Detail) -> Words:
    who = words("who-self" if one.confirmed_by == "self" else "who-shop")
    fresh = words("card-confirmed", on=one.confirmed_on, who=who) if one.confirmed_on else None
    return words("card-detail", detail=words(_DETAILS[one.name]), value=shown(one.name, one.value), fresh=fresh)


def _complaint(card: Card) -> Words | None:
    if card.complaint is None:
        return None
    return words("card-complaint", on=card.complaint.on, text=card.complaint.text, state=card.complaint.state)


def _free(card: Card) -> Words | None:
    rows = tuple(words("statement-free", gift=one.what, count=one.count) for one in card.free)
    return words("card-free", rows=rows) if rows else None


def _extra(card: Card) -> Words | None:
    if card.extra_on is None:
        return None
    return words("card-extra", count=card.extras, on=card.extra_on, what=card.extra or None)


def copy_number(phone: str) -> Button:
    """The number, ready for KakaoTalk or a text message."""
    return Button(words("button-copy-number"), copy=words("phone-alone", phone=phone))


def _phone(card: Card) -> Words:
    if card.phone is None:
        return words("card-no-phone")
    if card.candidate is not None:
        return words("card-phone-candidate", phone=card.phone, candidate=card.candidate)
    if card.confirmed_on is None:
        return words("card-phone", phone=card.phone, kind=card.phone_kind)
    return words(
        "card-phone-confirmed",
        phone=card.phone,
        kind=card.phone_kind,
        on=card.confirmed_on,
        who=words("who-self" if card.confirmed_by == "self" else "who-shop"),
    )


def _visits(card: Card) -> Words:
    if card.first_on is None or card.last_on is None:
        return words("card-no-visits")
    return words(
        "card-visits",
        since=card.first_on,
        count=card.visits,
        spent=card.spent,
        last=card.last_on,
        away=card.days_away,
        items=item_rows(card.last_items),
    )


def _rhythm(card: Card) -> Words | None:
    if card.usual_gap is None or card.usual_range is None:
        return words("card-rhythm-unknown", needed=card.rhythm_from) if card.visits else None
    shortest, longest = card.usual_range
    one = shortest == longest
    return words("card-rhythm", usual=card.usual_gap, one=one, **{"from": shortest, "to": longest}, late=card.late)
