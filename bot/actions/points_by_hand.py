"""Points that run out for somebody whom the bot does not reach and the shop can: a draft to send or read out by phone.

Nothing of theirs ends while that draft waits. Once the shop says that it was sent, they have the days that it names;
where the shop will not send it, the points end on their day.
"""

from datetime import date

from bot.actions import by_hand
from bot.actions.people import reach
from bot.actions.planning import Planned, signed
from bot.actions.points_left import AT_LEAST, EARNED, GIVEN, GROUNDS, KEY, TOLD_BEFORE, Ending, all_endings, key_of
from bot.actions.sending import tell_owners
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.message_policy import DAY_ENDS
from bot.domain.outgoing import Kind, Reply, Words, words
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.reminders import REMINDER_AT
from storage import hand_drafts, job_runs, ledger
from storage.models import Customer

# Apart from the job of that name, which looks all day: the drafts are written once in it, at an hour for advertising.
_WRITTEN = "points-drafts-written"


def write_drafts(unit: Unit) -> Planned:
    """Once a day: a draft for whoever has not heard, with the day as it is by then; idle ones go."""
    unit.permit("plan messages")
    if not REMINDER_AT <= unit.now.astimezone(unit.shop.zone).time() < DAY_ENDS:
        return Planned()
    if not job_runs.begin_day(unit.session, _WRITTEN, unit.today, unit.now):
        return Planned()
    idle = set(hand_drafts.keys_waiting(unit.session, f"{KEY}:"))
    new = 0
    for customer_id, ending in all_endings(unit, unit.today + TOLD_BEFORE):
        person = unit.session.get_one(Customer, customer_id)
        for ground, kind in GROUNDS:
            key = key_of(customer_id, ending, ground)
            if not _waits(unit, person, ending, ground, kind):
                continue
            text = notice(unit, person, ending, ground, max(ending.on, unit.today + AT_LEAST))
            try:
                by_hand.plan(unit, person, kind, key, text)
            except Refusal:
                continue
            new += key not in idle
            idle.discard(key)
    hand_drafts.put_away(unit.session, idle)
    if new:
        see = button(words("button-drafts"), "hand-drafts", "0")
        tell_owners(unit, f"points-drafts:{unit.today}", Reply(words("points-by-hand-due", count=new), ((see,),)))
    return Planned(new)


def notice(unit: Unit, person: Customer, ending: Ending, ground: str, on: date) -> Words:
    """What the person reads of them: that they can be used until `on`."""
    return words(
        "points-end-soon",
        name=person.name,
        count=ending.of(ground),
        earned=ground == EARNED,
        on=on,
        total=ledger.balance(unit.session, person.id or 0, ledger.POINTS),
        shop=signed(unit, hours=False),
    )


def is_unheard(unit: Unit, customer_id: int, ending: Ending, ground: str) -> bool:
    """Whether the person could still be told of these points, and nobody has done so or refused to.

    What was simply given may not be spoken of without consent. Who is on Telegram keeps it until the word can go.
    """
    person = unit.session.get_one(Customer, customer_id)
    if ground == GIVEN and reach(person) is Reach.TELEGRAM:
        return not hand_drafts.went_out(unit.session, key_of(customer_id, ending, ground))
    return _waits(unit, person, ending, ground, dict(GROUNDS)[ground])


def _waits(unit: Unit, person: Customer, ending: Ending, ground: str, kind: Kind) -> bool:
    key = key_of(person.id or 0, ending, ground)
    if not ending.of(ground) or reach(person) is not Reach.PHONE or hand_drafts.went_out(unit.session, key):
        return False
    draft = hand_drafts.by_key(unit.session, key)
    return by_hand.may_be_planned(unit, person, kind) if draft is None else draft.state == "waiting"
