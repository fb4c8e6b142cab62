"""Writing a visit down in one line."""

from datetime import date, datetime

from bot.actions import closing, visit_corrections, visits, walk_ins
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.actions.visits import Recorded, Several
from bot.actions.walk_ins import WalkedIn
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.visits import Correct, RecordSeveral, RecordVisit, WalkIns
from handlers import errors
from handlers.owner_asking import ask_whom
from handlers.owner_rows import item_rows, paid_word


def record(said: Said, unit: Unit, ask: RecordVisit) -> Replies:
    """Somebody came. While the day is closed, what is written down already is not written again."""
    if closing.is_open(unit):
        return several_read_back(unit, visits.record_several(unit, (ask,), once=True))
    return record_for(unit, ask)


def record_for(unit: Unit, ask: RecordVisit, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen, or for somebody new."""
    done = visits.record(unit, ask, to=to, new=new)
    return ask_whom(unit, ask, done) if isinstance(done, WhoIsMeant) else _read_back(unit, done)


def record_several(said: Said, unit: Unit, ask: RecordSeveral) -> Replies:
    """Several people in one line."""
    return several_read_back(unit, visits.record_several(unit, ask.visits, once=closing.is_open(unit)))


def several_read_back(unit: Unit, done: Several) -> list[Reply]:
    """One row a person and one Undo for all; then the question about the first who was not sure."""
    replies = []
    if done.written or done.there:
        text = words(
            "visits-recorded",
            total=len(done.written),
            rows=tuple(_row(one) for one in done.written),
            there=words("visits-there", names=done.there) if done.there else None,
            others=words("visits-open", names=tuple(meant.said for _, meant in done.open[1:]))
            if len(done.open) > 1
            else None,
        )
        undo = ((button(words("button-undo"), "undo", done.undo),),) if done.undo else ()
        replies.append(Reply(text, buttons=undo))
    if done.open:
        ask, meant = done.open[0]
        replies.append(ask_whom(unit, ask, meant))
    return replies


def walked_in(said: Said, unit: Unit, ask: WalkIns) -> Replies:
    """People without a name."""
    return _walked_in(walk_ins.record(unit, ask), unit)


def correct(said: Said, unit: Unit, ask: Correct) -> Replies:
    """What was written down last was otherwise; without anything to correct, the sentence is nobody's."""
    return correct_for(unit, ask) or errors.not_understood(said, unit)


def correct_for(unit: Unit, ask: Correct, *, to: str = "", new: bool = False) -> Replies:
    """The same for the person who was chosen; nothing where there is nothing to correct."""
    done = visit_corrections.correct(unit, ask, to=to, new=new)
    match done:
        case None:
            return None
        case WalkedIn():
            return _walked_in(done, unit)
        case WhoIsMeant():
            return ask_whom(unit, ask, done)
        case Recorded():
            return _read_back(unit, done, heading=words("corrected"))


def _walked_in(done: WalkedIn, unit: Unit) -> Reply:
    text = words(
        "walk-ins-recorded",
        count=done.count,
        items=item_rows(done.items),
        amount=done.amount,
        paid=paid_word(done.paid_by),
        on=words("visit-on", on=done.on) if done.on != unit.today else None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def _missed(done: Recorded) -> Words | None:
    return words("visit-missed", said=done.missed) if done.missed else None


def _row(done: Recorded) -> Words:
    return words(
        "visits-one",
        name=done.name,
        last4=done.last4,
        items=item_rows(done.items),
        amount=done.amount,
        paid=paid_word(done.paid_by),
        nth=done.coming.nth,
        missed=_missed(done),
    )


def ask_for_a_line(said: Said, unit: Unit) -> Replies:
    """The big key: what such a line looks like."""
    return Reply(words("visit-ask-line", preset=unit.shop.preset))


def _promised(unit: Unit, promised: date | datetime) -> Words:
    """The promise, and a word if nobody is there on that day."""
    day = unit.shop.day_of(promised) if isinstance(promised, datetime) else promised
    closed = words("promised-closed") if unit.shop.opening.is_closed(day) else None
    return words("visit-promised", promised=promised, closed=closed)


def _read_back(unit: Unit, done: Recorded, heading: Words | None = None) -> Reply:
    text = words(
        "visit-recorded",
        heading=heading,
        name=done.name,
        last4=done.last4,
        items=item_rows(done.items),
        amount=done.amount,
        paid=paid_word(done.paid_by),
        nth=done.coming.nth,
        since=_since(done),
        promised=_promised(unit, done.promised) if done.promised else None,
        tag=words("visit-tag", tag=done.tag or None, rack=done.rack or None) if done.tag or done.rack else None,
        defect=words("visit-defect", defect=done.defect) if done.defect else None,
        missed=_missed(done),
        on=words("visit-on", on=done.on) if done.on != unit.today else None,
        same_day=words("visit-same-day") if done.coming.same_day else None,
        left=words("visit-prepaid-left", amount=done.left) if done.left else None,
        new=words("visit-new-customer", last4=done.last4) if done.new else None,
        priced=words("visit-priced") if done.from_list else None,
        unpriced=words("visit-unpriced", items=done.unpriced) if done.unpriced else None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def _since(done: Recorded) -> Words | None:
    if done.coming.days_since_last is None:
        return None
    if done.coming.usual_range is None:
        return words("visit-since-rhythm-unknown", days=done.coming.days_since_last)
    shortest, longest = done.coming.usual_range
    return words(
        "visit-since",
        days=done.coming.days_since_last,
        one=shortest == longest,
        **{"from": shortest, "to": longest},
    )
