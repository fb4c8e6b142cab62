"""Every two years whoever agreed to advertising is told so, and how to keep or end it (Network Act 50(8), decree 62-3).

They are told a month before the two years are over and once more half a month later; nothing else stands in it. Who
says nothing has kept it. A withdrawal in between ends it, and so does a new yes, which starts the two years anew. A
consent of which nobody could be told ends with the two years: stricter than the law, which speaks of silence alone.
"""

from datetime import date, datetime

from bot.actions import sending
from bot.actions.people import last4
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.actions.wishes import CONSENT_TEXTS
from bot.domain.buttons import button
from bot.domain.local_time import moment_of
from bot.domain.message_policy import next_daytime
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.wishes import ADVERTISING_BY_PRIORITY
from storage import consents, outbox
from storage.models import Consent, Customer

# Months after the yes, and the day of that month's notice: by then it is due.
_FIRST, _SECOND, _OVER = 23, 23.5, 24
_UNDER_WAY = frozenset({"pending", "sending", "unknown", "held"})
_ROWS = 10


def remind(unit: Unit) -> Planned:
    """Tell whoever's consent becomes two years old, once for each of the two times."""
    unit.permit("plan messages")
    planned = 0
    for number, months in enumerate((_FIRST, _SECOND), start=1):
        before = moment_of(_months_before(unit.today, months), datetime.max.time(), unit.shop.zone)
        for consent, person in consents.standing_since(unit.session, "advertising", before):
            planned += _tell(unit, consent, person, number)
    return Planned(planned + _lapse(unit))


def _lapse(unit: Unit) -> int:
    """End the consents that are two years old and of which no message arrived; the owners hear whose they were."""
    over = moment_of(_months_before(unit.today, _OVER), datetime.max.time(), unit.shop.zone)
    lapsed: list[Customer] = []
    for consent, person in consents.standing_since(unit.session, "advertising", over, linked=False):
        states = consents.checked(unit.session, consent)
        if "sent" in states or states & _UNDER_WAY:
            continue
        for purpose in CONSENT_TEXTS:
            if consents.has_consent(unit.session, person.id, purpose):
                consents.decide(
                    unit.session,
                    person.id or 0,
                    purpose,
                    unit.now,
                    given=False,
                    text_version=consents.LAPSED,
                    update_id=None,
                )
        outbox.cancel_for_customer(unit.session, person.id or 0, ADVERTISING_BY_PRIORITY, "no_consent")
        lapsed.append(person)
    if not lapsed:
        return 0
    rows = tuple(words("consent-lapsed-row", name=one.name, last4=last4(one)) for one in lapsed[:_ROWS])
    more = words("consent-lapsed-more", count=len(lapsed) - _ROWS) if len(lapsed) > _ROWS else None
    text = words("consent-lapsed", count=len(lapsed), rows=rows, more=more)
    return sending.tell_owners(unit, f"consent-lapsed:{unit.today}", Reply(text))


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
