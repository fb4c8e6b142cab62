"""Something is wrong with a thing that somebody left: "김수연 코트 단추 헐거움", "Emily's coat has a loose button"."""

import re

from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.orders import Late, NoteDefect, OrderReady
from bot.understanding.asks.people import Note
from bot.understanding.counter import is_asked
from bot.understanding.lexicon import Lexicon
from bot.understanding.owner import Cut
from bot.understanding.people import is_known, spoken
from bot.understanding.pieces import Sort
from bot.understanding.visit_lines import WRONG, is_only_wrong

_LONGEST, _LONGEST_DEFECT = 120, 60
_FIGURES = frozenset({Sort.MONEY, Sort.SPAN, Sort.TAG, Sort.RACK, Sort.VALUE})
_COUNTS = frozenset({Sort.COUNT, Sort.NUMBER})
# It is late, a note for the card, or what a customer was angry about.
_ELSE = re.compile(
    r"늦|미뤄|미루|밀[려릴렸]|연기|지연|메모|적어|불만|항의|환불|배상|보상|변상|때문|컴플레인|물어|알려"
    r"|\b(?:late|delay\w*|postpone\w*|push\w*|notes?|remember|remind|complain\w*|refund|because|tell|ask|told|asked|says?|said)\b"
)
_LED_TO = re.compile(
    r"^(?:[\s,:;(–—-]|(?:에|은|는|이|가|도|의)(?=\s)|(?:left|brought(?:\sin)?|dropped\soff|that|has|have|had|is|are|with|got)\b"
    r"|there's|there\sis)+",
    re.IGNORECASE,
)
# A part of a thing by itself says nothing about it.
_PART = re.compile(r"단추|지퍼|안감|밑단|실밥|buttons?|zip(?:per)?s?|lining|seams?", re.IGNORECASE)


def with_defect_noted(ask: Ask | None, said: Cut, lexicon: Lexicon) -> Ask | None:
    """What was read, unless nothing more is said than what is wrong with one thing of somebody whom the shop knows."""
    if not (ask is None or isinstance(ask, OrderReady | Note) or (isinstance(ask, Late) and not ask.to and not ask.by)):
        return ask
    low = said.text.lower()
    if "orders_due" in lexicon.without or len(low) > _LONGEST or not is_only_wrong(low):
        return ask
    wrong = WRONG.search(low)
    if wrong is None or low.rstrip().endswith("?") or is_asked(low) or _ELSE.search(low):
        return ask
    name, things = spoken(said.chunks, lexicon), [chunk for chunk in said.chunks if chunk.sort is Sort.ITEM]
    names = [chunk for chunk in said.chunks if chunk.sort is Sort.NAME]
    before = [chunk for chunk in said.chunks if chunk.start < wrong.start()]
    if name is None or not is_known(name, lexicon) or len(names) != 1 or not things or things[0].end > wrong.start():
        return ask
    if any(one.sort in _FIGURES for one in (*said.chunks, *said.marks.chunks)) or any(
        c.sort in _COUNTS for c in before
    ):
        return ask
    begins = max([things[0].end, *(one.end for one in names if one.start < wrong.start())])
    what = _LED_TO.sub("", said.text[begins:]).strip(" .!~,)")
    if not 2 <= len(what) <= _LONGEST_DEFECT or _PART.fullmatch(what):
        return ask
    return NoteDefect(name, (str(things[0].value),), what)
