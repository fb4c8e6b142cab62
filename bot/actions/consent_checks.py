"""Every two years whoever agreed to advertising is told so, and how to keep or end it (Network Act 50(8), decree 62-3).

They are told a month before the two years are over and once more half a month later; nothing else stands in it. Who
says nothing has kept it. A withdrawal in between ends it, and so does a new yes, which starts the two years anew.
"""

from datetime import date, datetime

from bot.actions import sending
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.actions.wishes import CONSENT_TEXTS
from bot.domain.buttons import button
from bot.domain.local_time import moment_of
from bot.domain.message_policy import next_daytime
from bot.domain.outgoing import Kind, Reply, words
from storage import consents
from storage.models import Consent, Customer

# Months after the yes, and the day of that month's notice: by then it is due.
_FIRST, _SECOND = 23, 23.5


def remind(unit: Unit) -> Planned:
    """Tell whoever's consent becomes two years old, once for each of the two times."""
    unit.permit("plan messages")
    planned = 0
    for number, months in enumerate((_FIRST, _SECOND), start=1):
        before = moment_of(_months_before(unit.today, months), datetime.max.time(), unit.shop.zone)
        for consent, person in consents.standing_since(unit.session, "advertising", before):
            planned += _tell(unit, consent, person, number)
    return Planned(planned)


def _tell(unit: Unit, consent: Consent, person: Customer, number: int) -> bool:
    keep = button(words("button-keep-ads"), "agree", "advertising")
    end = button(words("button-no-ads"), "no-more", "marketing")
    text = words("consent-check", shop=unit.shop.name, on=unit.shop.day_of(consent.at), what=words("topic-advertising"))
    key = f"consent-check:{CONSENT_TEXTS['advertising']}:{consent.id}:{number}"
    reply = Reply(text, buttons=((keep, end),))
    return sending.to_customer(unit, person, key, reply, kind=Kind.ACCOUNT, not_before=next_daytime(unit.now))


def _months_before(day: date, months: float) -> date:
    """The day so many months earlier; half a month is 15 days. A day that month has not is its last one."""
    whole = int(months)
    index = day.year * 12 + day.month - 1 - whole
    year, month = divmod(index, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
    earlier = date(year, month + 1, min(day.day, last))
    return date.fromordinal(earlier.toordinal() - (15 if months != whole else 0))
