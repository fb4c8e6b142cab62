"""One line of the phrase files that a sentence fitted, and what its slots hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.understanding.asks.values import NOBODY, Item, Period, Spoken
from bot.understanding.lexicon import Lexicon, services
from bot.understanding.marks import PREPAID
from bot.understanding.numbers import TIMES, Number
from bot.understanding.people import spoken
from bot.understanding.pieces import Chunk, Sort
from bot.understanding.spans import TimeSpan
from bot.understanding.templates import Match

# From this sum up (in whole units) a bare number is money; below, it is how many.
SUM_FROM = 100
_PAID = {
    "cash": re.compile(r"현금|현찰|\bcash\b"),
    "card": re.compile(r"카드|\bcard\b"),
    "transfer": re.compile(r"이체|계좌|송금|\btransfer\b"),
    "unpaid": re.compile(r"외상|\bunpaid\b|\bon (?:the )?tab\b"),
    "prepaid": PREPAID,
}


def without_s(name: str) -> str:
    """Suyeon of "suyeon's"."""
    return re.sub(r"['’]s$", "", name)


@dataclass(frozen=True, slots=True)
class Line:
    """What the slots of a line hold."""

    match: Match
    text: str
    now: datetime
    lexicon: Lexicon

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def name(self) -> Spoken:
        if self.names:
            both = spoken(self.match.slots, self.lexicon)
            return replace(both, name=without_s(both.name)) if both is not None else NOBODY
        return Spoken(self.match.stranger.title(), self.match.stranger)

    @property
    def names(self) -> list[Spoken]:
        named = [spoken([chunk], self.lexicon) for chunk in self.match.of(Sort.NAME)]
        return [replace(one, name=without_s(one.name)) for one in named if one is not None]

    @property
    def paid_by(self) -> str | None:
        return next((way for way, pattern in _PAID.items() if pattern.search(self.low)), None)

    @property
    def sum(self) -> int | None:
        """The sum of money, in the minor unit; of several the last."""
        sums = [
            int(chunk.value.value * 10**self.lexicon.exponent)
            for chunk in self.match.of(Sort.MONEY, Sort.NUMBER)
            if isinstance(chunk.value, Number) and (chunk.sort is Sort.MONEY or chunk.value.value >= SUM_FROM)
        ]
        return sums[-1] if sums else None

    @property
    def numbers(self) -> list[int]:
        """What is counted, in order."""
        return [
            int(chunk.value.value)
            for chunk in self.match.of(Sort.COUNT, Sort.NUMBER)
            if isinstance(chunk.value, Number) and (chunk.sort is Sort.COUNT or chunk.value.value < SUM_FROM)
        ]

    @property
    def people(self) -> list[int]:
        """How many people, in order: "한번 보자" counts nobody."""
        counted = [chunk for chunk in self.match.of(Sort.COUNT, Sort.NUMBER) if isinstance(chunk.value, Number)]
        slots = tuple(chunk for chunk in counted if getattr(chunk.value, "unit", "") not in TIMES)
        return replace(self, match=replace(self.match, slots=slots)).numbers

    @property
    def spans(self) -> list[TimeSpan]:
        return [chunk.value for chunk in self.match.of(Sort.SPAN) if isinstance(chunk.value, TimeSpan)]

    @property
    def coming(self) -> Period | None:
        return next((span.coming for span in self.spans if span.coming is not None), None)

    @property
    def past(self) -> Period | None:
        return next((span.past for span in self.spans if span.past is not None), None)

    @property
    def away(self) -> int | None:
        return next((span.days for span in self.spans if span.days), None)

    @property
    def moments(self) -> list[datetime | date]:
        """The moments and days of the line in order; a day and an hour said side by side are one."""
        out: list[datetime | date] = []
        for span in self.spans:
            moment = span.moment
            if moment is None:
                continue
            before = out[-1] if out else None
            if isinstance(moment, datetime) and before is not None and not isinstance(before, datetime):
                out[-1] = datetime.combine(before, moment.timetz())
            else:
                out.append(moment)
        return out

    @property
    def items(self) -> tuple[Item, ...]:
        """Things with how many of each: the number next to a thing, before it in English."""
        lines: list[Item] = []
        waiting: int | None = None
        for chunk in self.match.slots:
            if chunk.sort is Sort.ITEM:
                lines.append(Item(str(chunk.value), waiting or 1))
                waiting = None
            elif chunk.sort in (Sort.COUNT, Sort.NUMBER) and isinstance(chunk.value, Number):
                if chunk.sort is Sort.NUMBER and chunk.value.value >= SUM_FROM:
                    continue
                if lines and lines[-1].quantity == 1 and waiting is None and not self._counts_first:
                    lines[-1] = Item(lines[-1].name, int(chunk.value.value))
                else:
                    waiting = int(chunk.value.value)
        return tuple(lines)

    @property
    def _counts_first(self) -> bool:
        first = next((c for c in self.match.slots if c.sort in (Sort.ITEM, Sort.COUNT)), None)
        return first is not None and first.sort is not Sort.ITEM

    @property
    def things(self) -> tuple[str, ...]:
        return tuple(name for name, _ in named_things(self.match.slots))

    @property
    def pieces(self) -> tuple[int, ...]:
        """How many of each of the things, 0 where that was not said; nothing where no number was."""
        return pieces_of(named_things(self.match.slots))

    def mark(self, sort: Sort) -> str:
        return next((str(chunk.value) for chunk in self.match.of(sort)), "")


def pieces_of(things: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    """The numbers alone; nothing where no number was said."""
    counts = tuple(count for _, count in things)
    return counts if any(counts) else ()


def named_things(chunks: Iterable[Chunk]) -> list[tuple[str, int]]:
    """The things among the pieces with how many of each, 0 where that was not said: "바지 한 장만", "2 shirts".

    Of "이불 두 채 중 한 채" the last holds.
    """
    found: list[tuple[str, int]] = []
    waiting, counts_first = 0, None
    for chunk in chunks:
        number = chunk.value
        if chunk.sort is Sort.ITEM:
            counts_first = waiting > 0 if counts_first is None else counts_first
            found.append((str(number), waiting))
            waiting = 0
        elif chunk.sort in (Sort.COUNT, Sort.NUMBER) and isinstance(number, Number) and 1 <= number.value < SUM_FROM:
            if found and not counts_first:
                found[-1] = (found[-1][0], int(number.value))
            else:
                waiting = int(number.value)
    # "바지 수선 다 됐어": what was done to the trousers is no thing of its own.
    return [one for one in found if one[0] not in services(all_words=True)] or found
