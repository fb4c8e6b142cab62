""" "내 정보": what people see of themselves, whole or the part that was asked for."""

from bot.actions import account
from bot.actions.account import Account, Detail, PastVisit, PastVisits, Statement, ThingHere
from bot.actions.order_deeds import ways_out
from bot.actions.points_left import words_of
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Button, Money, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.domain.spoken_hours import spoken_hours
from bot.domain.visits import item_words
from bot.understanding.answers import asks_of_today
from bot.understanding.asks.account import Status
from bot.understanding.asks.values import Period
from bot.understanding.own_stretch import stretch_asked
from handlers import errors, paging
from handlers import owner_periods as periods
from handlers.customer_details import shown
from handlers.customer_proof import BEEN_HERE

_THINGS_A_PAGE = 3
_THINGS_AT_ONCE = 2
_MOST_ITEMS = 2
# The details that the product is of use with; the others are not asked for.
_WANTED = ("phone", "email")
_CONFIRMED = ("contact", "counter")


def status(said: Said, unit: Unit, ask: Status | None = None) -> Replies:
    """The whole account, or what was asked about. What the shop has not is not spoken of."""
    mine = account.my_account(unit)
    match ask.about if ask else None:
        case None:
            return _at_a_glance(mine, unit)
        case "details":
            return details(said, unit)
        case "visits" | "statement" if period := stretch_asked(said.text, unit.now.astimezone(unit.shop.zone)):
            return visits(said, unit, period=period)
        case "visits":
            return visits(said, unit)
        case "orders" if unit.shop.has(Part.ORDERS):
            return things(said, unit)
        case "appointments" | "orders" if unit.shop.has(Part.APPOINTMENTS):
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
        yours=_today(mine) or (words("statement-nothing-today") if asks_of_today(said.text) else None),
    )
    return Reply(text, buttons=((_VISITS, _WRONG),))


def visits(said: Said, unit: Unit, page: str | None = None, *, period: Period | None = None) -> Reply:
    """[내역], "올해 얼마 썼어요?": the visits, of all time or of that stretch, the newest first, page by page."""
    found = account.own_visits(unit, paging.offset_of(page or ""), period)
    verb = ("own-visits-of", periods.pack(period)) if period else ("own-visits",)
    return Reply(
        _visits(found),
        buttons=paging.turn(found.offset, found.total, *verb, size=account.VISITS_A_PAGE),
        edits=said.message_id if page is not None else None,
    )


def visits_of(said: Said, unit: Unit, period: str, page: str = "0") -> Replies:
    """The next page of a stretch."""
    days = periods.unpack(period)
    return visits(said, unit, page, period=days) if days else errors.old_button(said, unit)


def things(said: Said, unit: Unit, page: str | None = None) -> Reply:
    """ "내 옷 언제 돼요?": what is here and when it is promised, page by page, and the way to the owner."""
    mine = account.my_account(unit)
    if not mine.things:
        return Reply(words("orders-none"))
    offset = min(paging.offset_of(page or ""), len(mine.things) - 1)
    text = words(
        "orders-status",
        name=mine.name,
        things=_things_here(mine, mine.things[offset : offset + _THINGS_A_PAGE]),
        unpaid=_unpaid(mine.unpaid),
        hours=words("shop-hours", hours=spoken_hours(unit.shop.hours)) if unit.shop.hours else None,
    )
    turn = paging.turn(offset, len(mine.things), "own-things", size=_THINGS_A_PAGE)
    return Reply(text, buttons=(*turn, *ways_out(mine.things)), edits=said.message_id if page is not None else None)


def details(said: Said, unit: Unit) -> Reply:
    """What is written down of somebody, each with how fresh it is."""
    mine = account.my_account(unit)
    known = {detail.name for detail in mine.details}
    missing = tuple(Words(f"field-{name}") for name in _WANTED if name not in known)
    text = words(
        "details",
        name=mine.name,
        rows=tuple(_detail(detail) for detail in mine.details),
        missing=words("account-missing", fields=missing) if missing else None,
    )
    return Reply(text, buttons=_ACTIONS)


def who_answers(said: Said, unit: Unit, ask: object = None) -> Replies:
    """ "누가 답해요?": a named person, until when, and the hours."""
    shop = unit.shop
    text = words(
        "who-answers",
        who=shop.answered_by or words("the-owner"),
        due=account.who_answers(unit),
        hours=words("shop-hours", hours=spoken_hours(shop.hours)) if shop.hours else None,
        contact=words("shop-contact", contact=shop.contact) if shop.contact else None,
    )
    return Reply(text)


def _received(mine: Statement) -> Words | None:
    rows = [words("statement-extras", count=mine.extras)] if mine.extras else []
    if mine.gifts:
        rows.append(words("statement-gifts", count=mine.gifts))
    if mine.discounts.minor:
        rows.append(words("statement-discounts", amount=mine.discounts))
    return words("statement-received", rows=tuple(rows)) if rows else None


def _today(mine: Statement) -> Words | None:
    rows = [words("statement-prepaid", amount=mine.prepaid)] if mine.prepaid and mine.prepaid.minor else []
    if mine.points:
        rows += _points(mine)
    rows += [words("statement-free", gift=one.what, count=one.count) for one in mine.free]
    return words("statement-today", rows=tuple(rows)) if rows else None


def _points(mine: Statement) -> list[Words]:
    """The points, and what of them runs out next; nothing where the shop has none."""
    if mine.points is None:
        return []
    return [words("statement-points", count=mine.points, ending=words_of(mine.ending, mine.points))]


def _balance(mine: Statement) -> Reply:
    rows = [words("statement-prepaid", amount=mine.prepaid)] if mine.prepaid is not None else []
    rows += _points(mine)
    return Reply(words("balance", rows=tuple(rows), unpaid=_unpaid(mine.unpaid)))


def _at_a_glance(mine: Account, unit: Unit) -> Reply:
    """A few lines of everything; the rest is behind the buttons."""
    reached = [_briefly(detail) for detail in mine.details if detail.name in _WANTED]
    coming = next(iter(mine.bookings), None)
    if mine.things or coming:  # of which there is more to say than how this person is reached
        del reached[1:]
    text = words(
        "account",
        name=mine.name,
        reached=tuple(reached) or words("account-no-details"),
        visits=_since(mine.statement),
        last=_visit(mine.last) if mine.last and not mine.things else None,
        yours=_today(mine.statement),
        things=_things_here(mine, mine.things[:_THINGS_AT_ONCE], "orders-row-short") if mine.things else None,
        unpaid=_unpaid(mine.unpaid),
        booking=words("account-booking", at=coming.at, service=coming.service) if coming else None,
    )
    more = (_THINGS,) if len(mine.things) > _THINGS_AT_ONCE else ()
    before = BEEN_HERE if mine.statement.since is None else ()
    return Reply(text, buttons=((_DETAILS, _VISITS, *more), *before))


def _since(mine: Statement) -> Words:
    if mine.since is None:
        return words("account-no-visits")
    return words("account-since", since=mine.since, count=mine.visit_days, spent=mine.paid)


def _briefly(detail: Detail) -> Words:
    unsure = detail.name == "phone" and detail.how == "sentence"
    return words("account-reached", value=shown(detail.name, detail.value), confirmed=not unsure)


def _booking(mine: Account) -> Reply:
    if not mine.bookings:
        return Reply(words("appointments-none"))
    if len(mine.bookings) > 1:
        rows = tuple(words("appointments-row", at=one.at, service=one.service or None) for one in mine.bookings)
        return Reply(words("appointments-status", name=mine.name, count=len(rows), rows=rows))
    (one,) = mine.bookings
    return Reply(words("appointment-status", name=mine.name, at=one.at, service=one.service))


def _visits(found: PastVisits) -> Words:
    rows = tuple(_visit(visit) for visit in found.rows)
    if found.period:
        days = periods.said(found.period)
        return words(
            "account-visits-of",
            period=days,
            count=found.days,
            spent=found.paid,
            unpaid=_unpaid(found.unpaid),
            rows=rows or None,
        )
    if not found.total:
        return words("account-no-visits")
    return words(
        "account-visits",
        since=found.first_on,
        count=found.days,
        spent=found.paid,
        last=found.last_on,
        rows=rows,
    )


def _visit(visit: PastVisit) -> Words:
    items = tuple(item_words(item, quantity) for item, quantity in visit.items[:_MOST_ITEMS])
    left = len(visit.items) - _MOST_ITEMS
    return words(
        "visits-row",
        on=visit.on,
        items=items,
        more=words("visits-row-more", count=left) if left > 0 else None,
        amount=visit.amount if visit.amount.minor else None,
    )


def _things_here(mine: Account, some: tuple[ThingHere, ...], row: str = "orders-row") -> Words:
    return words(
        "things-here",
        pieces=sum(thing.quantity for thing in mine.things),
        shown=len(some) if len(some) < len(mine.things) else None,
        rows=tuple(_thing(thing, row) for thing in some),
    )


def _thing(thing: ThingHere, row: str) -> Words:
    item = item_words(thing.item, thing.quantity) if thing.item else words("thing-unnamed")
    return words(row, item=item, state=thing.state, promised=thing.promised)


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
_DETAILS = buttons.button(words("button-details"), "own-details")
_THINGS = buttons.button(words("button-things"), "own-things")
_VISITS = buttons.button(words("button-visits"), "own-visits")
_WRONG = buttons.button(words("button-wrong"), "wrong")
