"""The words under a photo taken across the counter: whose it is, which tag, and what can be seen."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.understanding import owner
from bot.understanding.asks.values import Spoken
from bot.understanding.lexicon import Lexicon
from bot.understanding.marks import marked
from bot.understanding.normalise import tidy
from bot.understanding.people import spoken
from bot.understanding.pieces import Sort

_LEADS = re.compile(r"(?:#|no\.?\s?)?(?P<number>\d{1,6})(?:\s?번)?(?![\w.,])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """`name` is who is named, `tag` the tag, `things` what of the price list. All of them may be missing.

    `number` is a figure at the beginning, which may be a tag: "127 단추".
    """

    name: Spoken | None = None
    tag: str = ""
    number: str = ""
    things: tuple[str, ...] = ()


def read_caption(text: str, *, now: datetime, lexicon: Lexicon) -> Caption:
    """Who or what is named; all other words are about the picture. `now` is aware and in the shop's zone."""
    marks = marked(tidy(text))
    tag = next((str(chunk.value) for chunk in marks.chunks if chunk.sort is Sort.TAG), "")
    chunks = owner.cut(marks.rest, now, lexicon)
    things = tuple(str(chunk.value) for chunk in chunks if chunk.sort is Sort.ITEM)
    leads = _LEADS.match(tidy(text))
    return Caption(spoken(chunks, lexicon), tag, leads["number"] if leads else "", things)
