"""A customer wishes what is ready first, or another day for what is in work; the shop is asked with one tap."""

from datetime import date, datetime

from bot.actions import fetching, sending, things_wished
from bot.actions.fetching import ClosedThen, FetchedWhen
from bot.actions.things_wished import Choice, Wish
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.domain.spoken_hours import spoken_hours
from bot.understanding.asks.appointments import Book
from bot.understanding.asks.orders import ThingsDay, ThingsFetched, ThingsFirst
from bot.understanding.vague_times import Vague
from handlers import customer_account, customer_bookings, customer_cases, errors, moments
from handlers.owner_rows import item_rows

FORM = things_wished.FORM
_STOP = buttons.button(words("button-cancel"), "stop")


def first(said: Said, unit: Unit) -> Replies:
    """[셔츠 먼저 찾기]: the shop is asked to have it at hand."""
    return _first(unit, things_wished.wish_first(unit))


def first_said(said: Said, unit: Unit, ask: ThingsFirst) -> Replies:
    """ "셔츠 먼저 찾을 수 있을까요?". What is still in work is a request to the shop."""
    if things_wished.is_ready(unit, ask.item):
        return _first(unit, things_wished.wish_first(unit, ask.item))
    if things_wished.in_work(unit):
        return customer_cases.request(said, unit)
    return customer_account.things(said, unit)


def day(said: Said, unit: Unit, order: str = "", when: str = "") -> Replies:
    """[날짜 바꾸기]: of which, where there are several, and which day? `when` is a day that was said already."""
    if order and when:
        try:
            wished = moments.unpack(when)
        except ValueError:
            wished = None
        return _asked(unit, things_wished.wish_day_of(unit, order, wished)) if wished else errors.old_button(said, unit)
    if order:
        return _which_day(things_wished.begin_day(unit, order))
    return _of_which(unit, things_wished.in_work(unit), None)


def day_said(said: Said, unit: Unit, ask: ThingsDay) -> Replies:
    """ "코트 목요일로 바꿔 주세요". What is ready may be fetched on any day: then they hear what is here.

    Who wants it by then hears what is promised, where that is in time; what is not here yet is a request to the shop.
    """
    found = things_wished.concerned(unit, ask)
    if found is None:
        return customer_cases.request(said, unit)
    return _of_which(unit, found, ask.when) if found else customer_account.things(said, unit)


def day_or_not_yet(said: Said, unit: Unit, ask: Book) -> Replies:
    """ "찾는 날 목요일로 옮겨 주세요" in a shop that books no times: what can be moved there is a promise, and whoever
    comes, comes for what is ready.
    """
    if ask.move and things_wished.in_work(unit):
        return day_said(said, unit, ThingsDay(ask.service, ask.when))
    if ask.when is not None and not ask.move and (done := fetching.say_day(unit, ask.when)) is not None:
        return _fetched(done)
    return customer_cases.not_yet(said, unit)


def fetch_said(said: Said, unit: Unit, ask: ThingsFetched) -> Replies:
    """ "내일 찾으러 갈게요": the shop knows when what is ready is fetched; where nothing is, they hear what is here."""
    done = fetching.say_day(unit, ask.when)
    return _fetched(done) if done is not None else customer_account.things(said, unit)


def fetch_when(said: Said, unit: Unit, entry: str = "", when: str = "") -> Replies:
    """[오늘 갈게요], [이번 주]: what is ready is expected then, and the shop knows."""
    return _fetched(fetching.say_when(unit, entry, when))


def day_typed(said: Said, unit: Unit) -> Replies:
    """The day that was asked for goes to the shop."""
    done = things_wished.wish_day(unit, said.text)
    return customer_bookings.which_day(done) if isinstance(done, Vague) else _asked(unit, done)


def _fetched(done: FetchedWhen | ClosedThen) -> Reply:
    if isinstance(done, ClosedThen):
        return Reply(words("fetch-when-closed", on=done.on, next=done.following))
    hours = words("shop-hours", hours=spoken_hours(done.hours)) if done.hours else None
    return Reply(words("fetch-when-thanks", when=done.when, at=done.at, hours=hours))


def _of_which(unit: Unit, found: tuple[Choice, ...], when: datetime | date | None) -> Reply:
    if not found:
        return Reply(words("orders-none"))
    if len(found) == 1 and when is not None:
        return _asked(unit, things_wished.wish_day_of(unit, found[0].order, when))
    if len(found) == 1:
        return _which_day(things_wished.begin_day(unit, found[0].order))
    to = () if when is None else (moments.pack(when),)
    rows = tuple((buttons.button(_named(one), "things-day", one.order, *to),) for one in found)
    return Reply(words("things-day-which"), buttons=(*rows, (_STOP,)))


def _which_day(chosen: Choice) -> Reply:
    return Reply(words("things-day-ask"), buttons=((_STOP,),))


def _named(one: Choice) -> Words:
    item = one.items[0][0] if one.items else words("thing-unnamed")
    return words("button-things-of", item=item, promised=one.promised)


def _first(unit: Unit, done: Wish) -> Reply:
    _ask_owners(
        unit, done, words("things-first-question", name=done.name, last4=done.last4, items=item_rows(done.items))
    )
    return Reply(words("things-first-asked", items=item_rows(done.items), due=done.due_at))


def _asked(unit: Unit, done: Wish) -> Reply:
    question = words(
        "things-day-question",
        name=done.name,
        last4=done.last4,
        items=item_rows(done.items),
        before=done.before,
        to=done.to,
    )
    _ask_owners(unit, done, question)
    return Reply(words("things-day-asked", items=item_rows(done.items), to=done.to, due=done.due_at))


def _ask_owners(unit: Unit, done: Wish, question: Words) -> None:
    asked = Reply(question, buttons=(things_wished.yes_or_no(done),))
    sending.tell_owners(unit, f"things-wished:{done.entry}", asked)
