"""A word that somebody is going to pay what they owe: "수연씨 외상 내일 준대", "James will pay his tab on Friday".

It is no payment, so it is read before anything that could be one.
"""

import re
from dataclasses import replace
from datetime import date, datetime

from bot.understanding import owner
from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.money import PaidTab, PayPromise
from bot.understanding.asks.visits import Correct, RecordVisit
from bot.understanding.lexicon import Lexicon
from bot.understanding.people import spoken
from bot.understanding.pieces import Sort
from bot.understanding.spans import TimeSpan

_LONGEST = 100
_TAB = re.compile(
    r"외상|미수|미결제|밀린|못\s?받은|받을\s?돈|잔금|안\s?낸|\b(?:tabs?|debts?|owes?|owed|bill|dues|balance|outstanding)\b"
)
# Verbs of paying in the future, wished for or told of by others; "갚았대" has a past stem and is none.
_WILL_PAY_KO = re.compile(
    r"(?:갚|내|주|드리|보내|입금\s?하|정산\s?하|결제\s?하|계산\s?하|이체\s?하|송금\s?하)"
    r"(?:(?:시)?겠(?:대|다|답|습|음|네|지|어|단|데)|(?:시)?기로|(?:으)?실\s?(?:거|것|게|예정)|(?:으)?신(?:대|다|답|단)|는(?:대|다고|답|단)"
    r"|(?:으)?려고|(?:으)?러\s?(?:온|오|올))"
    r"|(?:갚을|낼|줄|드릴|보낼|(?:입금|정산|결제|계산|이체|송금)할)\s?(?:게|거|것|예정|테|껄|수)"
    r"|(?:갚으신|내신|주신|보내신|낸|준|갚는|보낸|(?:입금|정산|결제|계산|이체|송금)(?:한|하신))\s?(?:대|다고|다는|다네|답니|다더|단다|다니|댔)"
    r"|(?:갚|내|주|보내|입금|정산|결제|계산|이체|송금)\S{0,4}\s?(?:약속|예정)"
)
_WILL_PAY_EN = re.compile(
    r"(?:\b(?:will|wants? to|promised? to|promises to|going to|gonna|plans to|has to|is to|intends to|should|would"
    r"|can|agreed to|is able to)|'ll|(?<=\w)ll)\s(?:\w+\s){0,2}?(?:pay|settle|clear|transfer|send|bring)"
    r"|\bis\s(?:paying|settling|clearing|transferring)\b|\b(?:she|he|they)\spays\b|\bpays?\s(?:\w+\s){0,4}(?:tomorrow|next|on\s\w+day|later)"
)
# What can be given, sent or brought may be anything, unless money is spoken of.
_GIVEN = re.compile(r"(?:주|준|줄|드리|드릴|보내|보낸|보낼)\S{0,3}|\b(?:clear|transfer|send|bring)\w*")
_PAID = re.compile(
    r"갚|낼|내(?:겠|기로|실|신)|낸\s?대|입금|정산|결제|계산|이체|송금|\b(?:pay|paying|pays|settle|settling)\b"
)
_MONEY = re.compile(r"돈|계좌|현금|원\b|\b(?:money|cash|payment)\b")
_ASKS = re.compile(
    r"[?？]|^(?:did|does|do|has|have|when|who|will|is|if|can)\b|(?:나요|니|을까|ㄹ까|냐)\s*[.!~]*$|얼마|언제"
)
_NOT = re.compile(r"(?:안|못)\s(?:갚|내|주|준|보내)|\b(?:won'?t|not|never|can'?t|cannot|couldn'?t)\b")
# What speaks of the visit itself, or asks for something else to be done with what is said.
_OTHER = re.compile(
    r"알려\s?(?:줘|주)|메모|적어\s?(?:줘|둬|놔)|예약|리마인드|보내\s?줘|전해\s?줘|\b(?:remind|note|text|tell|message|book|write)\b"
)
_TO_BE_SAID = re.compile(r"(?:으?라고|으?라구|달라고|도록)\s|\b(?:ask|tell|remind)\b")
# The visit that was just written down is to be owed: "수연 외상으로 해줘", "put it on her tab".
_ON_THE_TAB = re.compile(
    r"외상으로\s?(?:좀\s)?(?:해|달아|적어|바꿔|처리|돌려|올려|하자|할게)"
    r"|\b(?:put|make|leave|book|write)\s(?:\w+\s)?(?:\w+'s\s)?(?:\w+\s)?(?:on|to)\s(?:the|her|his|their|a|\w+'s)\stab\b"
    r"|^\w+(?:\s\w+)?\son\s(?:the|her|his|their)\stab\b"
)
_NOT_PAID = re.compile(
    r"(?:돈|계산|결제|값)(?:은|을|도)?\s?(?:아직\s?)?(?:안|못)\s?(?:냈|내셨|내고|하고\s?[가갔]|했|하셨|받았)"
    r"|\b(?:didn'?t|did not|hasn'?t|has not|left without) pay(?:ing|ed)?\b|\b(?:hasn'?t|has not) paid\b"
)
_MOST_UNKNOWN = 2


def read_pay_promise(text: str, now: datetime, lexicon: Lexicon) -> PayPromise | None:
    """Who is to pay and when, of a tidy sentence; None for anything else."""
    low = text.lower().replace("’", "'")
    if len(text) > _LONGEST or _ASKS.search(low) or _NOT.search(low) or _OTHER.search(low):
        return None
    if not _will_pay(low):
        return None
    chunks = owner.cut(text, now, lexicon)
    name = spoken([chunk for chunk in chunks if chunk.sort is Sort.NAME], lexicon)
    when = next((_ahead(chunk.value, now) for chunk in chunks if isinstance(chunk.value, TimeSpan)), None)
    has_things = any(chunk.sort in (Sort.ITEM, Sort.TAG) for chunk in chunks)
    unknown = sum(chunk.sort is Sort.UNKNOWN for chunk in chunks)
    if name is None or has_things or unknown > _MOST_UNKNOWN or not (when or _TAB.search(low)):
        return None
    if _GIVEN.search(low) and not (_PAID.search(low) or _TAB.search(low) or _MONEY.search(low)):
        return None
    return PayPromise(name, text, when)


def read_put_on_tab(text: str, now: datetime, lexicon: Lexicon) -> Correct | None:
    """That the last visit is owed, and whose it was if that was said; None for anything else."""
    low = text.lower().replace("’", "'")
    not_paid = _NOT_PAID.search(low) is not None and not _TAB.search(low)
    if len(text) > _LONGEST or _ASKS.search(low):
        return None
    if not not_paid and (not _ON_THE_TAB.search(low) or _NOT.search(low)):
        return None
    chunks = owner.cut(text, now, lexicon)
    if any(chunk.sort not in (Sort.WORD, Sort.NAME, Sort.UNKNOWN) for chunk in chunks):
        return None
    named = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    if sum(chunk.sort is Sort.UNKNOWN for chunk in chunks) > 1:
        return None
    return Correct(paid_by="unpaid", whose=spoken(named, lexicon))


def as_it_was_said(ask: Ask | None, text: str, now: datetime, lexicon: Lexicon) -> Ask | None:
    """What was read, unless a word about paying makes it another thing: what is not paid, or is only to be asked for,
    is no payment, and a visit that somebody is going to pay is not paid.
    """
    if not isinstance(ask, PaidTab | RecordVisit):
        return ask
    low = text.lower().replace("’", "'")
    denied = _NOT.search(low) is not None
    if isinstance(ask, RecordVisit) and (ask.paid_by is not None or denied or not _will_pay(low)):
        return ask
    spans = [chunk.value for chunk in owner.cut(text, now, lexicon) if isinstance(chunk.value, TimeSpan)]
    if isinstance(ask, RecordVisit):
        return replace(ask, paid_by="unpaid", promised=ask.promised if len(spans) > 1 else None)
    to_come = any(span.past is None and _ahead(span, now) not in (None, now.date()) for span in spans)
    return None if to_come or denied or _TO_BE_SAID.search(low) else ask


def _will_pay(low: str) -> bool:
    return bool(_WILL_PAY_KO.search(low) or _WILL_PAY_EN.search(low))


def _ahead(span: TimeSpan, now: datetime) -> date | datetime | None:
    """The moment that is to come; of a week or a month its first day to come."""
    today = now.date()
    if span.moment is not None:
        day = span.moment.date() if isinstance(span.moment, datetime) else span.moment
        return span.moment if day >= today else None
    if span.coming is not None:
        return max(span.coming.start, today)
    return None
