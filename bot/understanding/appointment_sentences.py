"""A time that the owner books for somebody."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.freetext import is_question
from bot.understanding.lexicon import Lexicon
from bot.understanding.lines.appointments import not_wanted
from bot.understanding.people import spoken
from bot.understanding.pieces import Chunk, Sort, concepts_of
from bot.understanding.spans import TimeSpan, ahead, joined


def appointment(
    chunks: Sequence[Chunk], text: str, now: datetime, lexicon: Lexicon
) -> tuple[MakeAppointment, float] | None:
    """ "김민지 내일 3시 커트", "book Emily for Friday 2pm"."""
    names = [chunk for chunk in chunks if chunk.sort is Sort.NAME]
    name = spoken(names, lexicon)
    spans = [chunk for chunk in chunks if isinstance(chunk.value, TimeSpan)]
    moments = [c.value for c in spans if isinstance(c.value, TimeSpan) and ahead(c.value, now) is not None]
    if name is None or (is_question(text)):
        return None
    booked = [chunk for chunk in chunks if chunk.concepts & {"appointment", "book_verb"}]
    items = [chunk for chunk in chunks if chunk.sort is Sort.ITEM]
    at = joined(moments, now)
    counted = any(chunk.sort in (Sort.MONEY, Sort.COUNT, Sort.NUMBER) for chunk in chunks)
    if at is None or counted or (not booked and not (items and isinstance(at, datetime))):
        return None
    if not_wanted(text.lower()) or (not booked and re.search(r"까지|by\s", text)):
        return None
    said = concepts_of(chunks)
    if said & {"when", "who", "how_many", "cancel_word", "message", "remind", "undo", "last"}:
        return None
    strangers = [chunk for chunk in chunks if chunk.sort is Sort.UNKNOWN and chunk.weight >= 1]
    service = str(items[0].value) if items else strangers[0].text if len(strangers) == 1 else None
    cost = names[0].weight + max(0, len(strangers) - 1) + (0.3 if strangers else 0)
    return MakeAppointment(name, at, service), cost
