""" "내 정보": what people see of themselves, whole or the part that was asked for."""

from bot.actions import account
from bot.actions.account import Account, Detail, PastVisit, Statement, ThingHere
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Button, Money, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.account import Status
from handlers import buttons
from handlers.customer_details import shown

_MOST_THINGS = 8
# The details that the product is of use with; the others are not asked for.
_WANTED = ("phone", "email")
_CONFIRMED = ("contact", "counter")


def status(said: Said, unit: Unit, ask: Status | None = None) -> Replies:
    """The whole account, or what was asked about. What the shop has not is not spoken of."""
    mine = account.my_account(unit)
    match ask.about if ask else None:
        case None:
            return whole(mine)
        case "details":
            return _details(mine)
        case "visits":
            return Reply(_visits(mine))
        case "orders" if unit.shop.has(Part.ORDERS):
            return _things(mine, unit.shop.hours)
        case "appointments" if unit.shop.has(Part.APPOINTMENTS):
            return _booking(mine)
        case "statement":
            return statement(said, unit)
        case "balance":
            return _balance(mine.statement)
        case "points" if mine.statement.points is not None:
            return Reply(words("balance", rows=tuple(_points(mine.statement)), unpaid=None))
        case _:
            return Reply(words("nothing-of-the-kind"))


def statement(said: Said, unit: Unit) -> Replies:
    """ "내 계정": since when, paid, received, yours today."""
    mine = account.statement(unit)
    if mine.since is None:
        return Reply(words("account-no-visits"))
    text = words(
        "statement",
        name=mine.name,
        since=mine.since,
        count=mine.visit_days,
        spent=mine.paid,
        unpaid=_unpaid(mine.unpaid),
        got=_received(mine),
        yours=_today(mine),
    )
    return Reply(text, buttons=((_VISITS, _WRONG),))


def visits(said: Said, unit: Unit) -> Replies:
    """[내역]: the newest visits."""
    return Reply(_visits(account.my_account(unit)))


def who_answers(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "누가 답해요?": a named person, until when, and the hours."""
    shop = unit.shop
    text = words(
        "who-answers",
        who=shop.answered_by or words("the-owner"),
        due=account.who_answers(unit),
        hours=words("shop-hours", hours=shop.hours) if shop.hours else None,
        contact=words("shop-contact", contact=shop.contact) if shop.contact else None,
    )
    return Reply(text)


def _received(mine: Statement) -> Words | None:
    rows = [words("statement-extras", count=mine.extras)] if mine.extras else []
    if mine.discounts.minor:
        rows.append(words("statement-discounts", amount=mine.discounts))
    return words("statement-received", rows=tuple(rows)) if rows else None


def _today(mine: Statement) -> Words | None:
    rows = [words("statement-prepaid", amount=mine.prepaid)] if mine.prepaid and mine.prepaid.minor else []
    if mine.points:
        rows += _points(mine)
    return words("statement-today", rows=tuple(rows)) if rows else None


def _points(mine: Statement) -> list[Words]:
    """The points, and what of them runs out next; nothing where the shop has none."""
    if mine.points is None:
        return []
    rows = [words("statement-points", count=mine.points)]
    if mine.ending:
        rows.append(words("statement-points-end", count=mine.ending.points, on=mine.ending.on))
    return rows


def _balance(mine: Statement) -> Reply:
    rows = [words("statement-prepaid", amount=mine.prepaid)] if mine.prepaid is not None else []
    rows += _points(mine)
    return Reply(words("balance", rows=tuple(rows), unpaid=_unpaid(mine.unpaid)))


def whole(mine: Account) -> Reply:
    """Everything at once."""
    text = words(
        "account",
        name=mine.name,
        details=tuple(_detail(detail) for detail in mine.details) or words("account-no-details"),
        visits=_visits(mine),
        got=_received(mine.statement),
        yours=_today(mine.statement),
        things=_things_here(mine) if mine.things else None,
        unpaid=_unpaid(mine.unpaid),
        booking=words("account-booking", at=mine.booking.at, service=mine.booking.service) if mine.booking else None,
    )
    return Reply(text, buttons=_ACTIONS)


def _details(mine: Account) -> Reply:
    known = {detail.name for detail in mine.details}
    missing = tuple(Words(f"field-{name}") for name in _WANTED if name not in known)
    text = words(
        "details",
        name=mine.name,
        rows=tuple(_detail(detail) for detail in mine.details),
        missing=words("account-missing", fields=missing) if missing else None,
    )
    return Reply(text, buttons=_ACTIONS)


def _things(mine: Account, hours: str) -> Reply:
    if not mine.things:
        return Reply(words("orders-none"))
    text = words(
        "orders-status",
        name=mine.name,
        things=_things_here(mine),
        unpaid=_unpaid(mine.unpaid),
        hours=words("shop-hours", hours=hours) if hours else None,
    )
    return Reply(text)


def _booking(mine: Account) -> Reply:
    if mine.booking is None:
        return Reply(words("appointments-none"))
    return Reply(words("appointment-status", name=mine.name, at=mine.booking.at, service=mine.booking.service))


def _visits(mine: Account) -> Words:
    if not mine.visit_days:
        return words("account-no-visits")
    return words(
        "account-visits",
        since=mine.first_on,
        count=mine.visit_days,
        spent=mine.paid,
        last=mine.last_on,
        rows=tuple(_visit(visit) for visit in mine.newest),
    )


def _visit(visit: PastVisit) -> Words:
    items = tuple(words("item-line", item=item, quantity=quantity) for item, quantity in visit.items)
    return words("visits-row", on=visit.on, items=items, amount=visit.amount if visit.amount.minor else None)


def _things_here(mine: Account) -> Words:
    pieces = sum(thing.quantity for thing in mine.things)
    left = len(mine.things) - _MOST_THINGS
    rows = [_thing(thing) for thing in mine.things[:_MOST_THINGS]]
    return words(
        "things-here",
        pieces=pieces,
        rows=tuple(rows),
        more=words("things-more", count=left) if left > 0 else None,
    )


def _thing(thing: ThingHere) -> Words:
    item = words("item-line", item=thing.item, quantity=thing.quantity) if thing.item else words("thing-unnamed")
    return words("orders-row", item=item, state=thing.state, promised=thing.promised)


def _detail(detail: Detail) -> Words:
    if detail.how in _CONFIRMED:
        state = "confirmed"
    elif detail.how == "sentence":
        state = "unconfirmed" if detail.name == "phone" else "told"
    else:
        state = "noted"
    return words(
        "account-detail",
        field=Words(f"field-{detail.name}"),
        value=shown(detail.name, detail.value),
        state=state,
        at=detail.confirmed_at,
    )


def _unpaid(amount: Money) -> Words | None:
    return words("orders-unpaid", amount=amount) if amount.minor else None


_ACTIONS: tuple[tuple[Button, ...], ...] = (
    (
        buttons.button(words("button-change-phone"), "change", "phone"),
        buttons.button(words("button-change-email"), "change", "email"),
        buttons.button(words("button-history"), "history"),
    ),
)
_VISITS = buttons.button(words("button-visits"), "own-visits")
_WRONG = buttons.button(words("button-wrong"), "wrong")
