"""What the owner has set about messages to customers: a second reminder, what the n-th visit brings, advice on care."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.actions import shop
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.planning import CARE
from bot.actions.shop import FactsChanged
from bot.actions.unit import Unit
from bot.domain import visit_gifts
from bot.domain.prices import same_thing
from bot.domain.refusals import Refusal
from bot.domain.reminders import MOST_HOURS_BEFORE
from bot.domain.text_lint import checked
from bot.domain.wishes import Hours
from bot.domain.written_text import one_line
from storage import facts, journal, prices
from storage.models import JournalEntry

CARE_CHANGED = "care_changed"
# So many hours of the day must be left for messages.
_OPEN_HOURS = 4
_MOST_EVERY, _LONGEST_GIFT, _LONGEST_CARE = 100, 60, 200
_FEWEST_EVERY = 365


@dataclass(frozen=True, slots=True)
class CareChanged:
    """What is said about the care of a thing; "" for nothing. Taken back, `undo` is None."""

    item: str
    text: str
    undo: str | None


def set_hours_before(unit: Unit, hours: int) -> FactsChanged:
    """A second reminder so many hours before an appointment; 0 for none. Raises Refusal hours-before-impossible."""
    unit.permit("change the shop")
    if not 0 <= hours <= MOST_HOURS_BEFORE:
        raise Refusal("hours-before-impossible", most=MOST_HOURS_BEFORE)
    return shop.change_facts(unit, hours_before=str(hours) if hours else "")


def set_quiet_hours(unit: Unit, hours: tuple[time, time] | None, unsaid: str = "") -> FactsChanged:
    """Hours of every day in which nothing goes to customers by itself; None for no such hours. The end that is `unsaid`
    (start or end) stays as it is.

    Raises Refusal quiet-hours-all-day where they leave no time in which a message may arrive by day.
    """
    unit.permit("change the shop")
    if hours is None:
        return shop.change_facts(unit, quiet_hours="")
    if unsaid and unit.shop.quiet_hours:
        kept = Hours.parse(unit.shop.quiet_hours)
        hours = (hours[0], kept.end) if unsaid == "end" else (kept.start, hours[1])
    quiet = Hours(*hours)
    noon = datetime.combine(unit.today, time(12), unit.shop.zone)
    open_hours = [at for ahead in range(-4, 8) if quiet.after(at := noon + timedelta(hours=ahead)) == at]
    if hours[0] == hours[1] or len(open_hours) < _OPEN_HOURS:
        raise Refusal("quiet-hours-all-day", most=_OPEN_HOURS)
    return shop.change_facts(unit, quiet_hours=str(quiet))


def set_advertising_every(unit: Unit, days: int) -> FactsChanged:
    """One advertisement to a person in so many days; 1 is the most there can be. Raises ads-every-impossible."""
    unit.permit("change the shop")
    if not 1 <= days <= _FEWEST_EVERY:
        raise Refusal("ads-every-impossible", most=_FEWEST_EVERY)
    return shop.change_facts(unit, advertising_every=str(days) if days > 1 else "")


def set_nth_gift(unit: Unit, every: int, gift: str) -> FactsChanged:
    """What every n-th visit brings; "" for nothing. Raises Refusal nth-impossible and those of `text_lint.checked`."""
    unit.permit("change the shop")
    if not gift:
        return shop.change_facts(unit, nth_gift=visit_gifts.changed(unit.shop.nth_gift, 0, "", unit.today))
    if not 2 <= every <= _MOST_EVERY:
        raise Refusal("nth-impossible", most=_MOST_EVERY)
    plain = checked(one_line(gift).replace("|", "/"), gift_owed=True, longest=_LONGEST_GIFT)
    return shop.change_facts(unit, nth_gift=visit_gifts.changed(unit.shop.nth_gift, every, plain, unit.today))


def set_care(unit: Unit, item: str, text: str) -> CareChanged:
    """Advice that goes with the receipt of this thing; "" for none. Raises Refusal as `text_lint.checked`."""
    unit.permit("change the shop")
    wanted = same_thing(item)
    listed = next((one.name for one in prices.price_list(unit.session) if same_thing(one.name) == wanted), item)
    plain = checked(one_line(text), longest=_LONGEST_CARE) if text else ""
    said = facts.get(unit.session, unit.vault, CARE) or {}
    before = said.get(listed, "")
    if before == plain:
        return CareChanged(listed, plain, None)
    entry = write_entry(
        unit,
        CARE_CHANGED,
        before={"text": before},
        after={"item": listed, "text": plain},
        undo_for=UNDO_FOR,
    )
    _put(unit, listed, plain)
    return CareChanged(listed, plain, entry.public_id)


def take_care_back(unit: Unit, entry: JournalEntry) -> CareChanged:
    """Undo. Raises Refusal undo-changed-since."""
    unit.permit("change the shop")
    after = journal.after(unit.vault, entry)
    said = facts.get(unit.session, unit.vault, CARE) or {}
    if said.get(after["item"], "") != after["text"]:
        raise Refusal("undo-changed-since")
    before = journal.before(unit.vault, entry)["text"]
    _put(unit, after["item"], before)
    return CareChanged(after["item"], before, None)


def _put(unit: Unit, item: str, text: str) -> None:
    said = {name: other for name, other in (facts.get(unit.session, unit.vault, CARE) or {}).items() if name != item}
    facts.put(unit.session, unit.vault, CARE, said | ({item: text} if text else {}))
