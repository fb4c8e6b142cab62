"""The words under a photo taken across the counter: whose it is, or which tag."""

from dataclasses import dataclass
from datetime import datetime

from bot.understanding import owner
from bot.understanding.asks.values import Spoken
from bot.understanding.lexicon import Lexicon
from bot.understanding.marks import marked
from bot.understanding.normalise import tidy
from bot.understanding.people import spoken
from bot.understanding.pieces import Sort


@dataclass(frozen=True, slots=True)
class Caption:
    """`name` is who is named, `tag` the tag. Both may be missing."""

    name: Spoken | None = None
    tag: str = ""


def read_caption(text: str, *, now: datetime, lexicon: Lexicon) -> Caption:
    """Who or what is named; all other words are about the picture. `now` is aware and in the shop's zone."""
    marks = marked(tidy(text))
    tag = next((str(chunk.value) for chunk in marks.chunks if chunk.sort is Sort.TAG), "")
    return Caption(spoken(owner.cut(marks.rest, now, lexicon), lexicon), tag)
