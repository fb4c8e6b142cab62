"""What the shop should remember, in the customer's own words: told, seen, struck. One line each.

Words about somebody's health are sensitive (PIPA 23): they are only kept after a yes that was asked for by itself.
"""

import hashlib
from dataclasses import dataclass

from bot.actions import forms, profile
from bot.actions.profile import Changed
from bot.actions.unit import Unit
from bot.domain.notes import health_words, mask_resident_numbers
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.remembered import tells_of

MOST = 10
LONGEST = 120
ASKED = "prefer"
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """It waits for a yes. `health` are the words in it that tell of somebody's health."""

    text: str
    health: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preference:
    """One line, and by what a button names it."""

    text: str
    token: str


def tell(unit: Unit, text: str, *, sure: bool) -> Changed | Asked:
    """Keep a line, or ask first: what was only said in passing, and what tells of health.

    Raises Refusal: preference-empty, preference-too-long, preference-too-many.
    """
    unit.permit("change own details")
    line = _checked(unit, text)
    health = health_words(line)
    if sure and not health:
        return _add(unit, line)
    forms.hold(unit, ASKED, {"text": line})
    return Asked(line, health)


def yes(unit: Unit) -> Changed:
    """Keep what waited. Raises Refusal draft-gone, and those of `tell`."""
    unit.permit("change own details")
    draft = forms.draft(unit, ASKED)
    if draft is None:
        raise Refusal("draft-gone")
    forms.finish(unit, ASKED)
    return _add(unit, _checked(unit, draft["text"]))


def mine(unit: Unit) -> tuple[Preference, ...]:
    """What the asker's own record holds, the oldest first."""
    unit.permit("see own account")
    return tuple(Preference(line, _token(line)) for line in lines(profile.own_record(unit).preferences))


def strike(unit: Unit, token: str) -> Changed:
    """The line of a button. Raises Refusal preference-gone."""
    unit.permit("change own details")
    return _without(unit, [line for line in _own(unit) if _token(line) == token])


def strike_said(unit: Unit, words: str) -> Changed | None:
    """The one line that holds these words; None where none or several do."""
    unit.permit("change own details")
    found = _of(unit, words)
    return _without(unit, found) if len(found) == 1 else None


def remembers(unit: Unit, words: str) -> bool:
    """Whether just one line holds these words."""
    return unit.actor.customer_id is not None and len(_of(unit, words)) == 1


def lines(kept: str | None) -> list[str]:
    return [line for line in (kept or "").split("\n") if line]


def _own(unit: Unit) -> list[str]:
    return lines(profile.own_record(unit).preferences)


def _of(unit: Unit, words: str) -> list[str]:
    """The lines that hold these words as they were said, or else each of them."""
    bare, kept = _bare(words), _own(unit)
    as_said = [line for line in kept if bare and bare in _bare(line)]
    return as_said or [line for line in kept if tells_of(line, words)]


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _checked(unit: Unit, text: str) -> str:
    line = one_line(mask_resident_numbers(text))
    if len(line) < _SHORTEST:
        raise Refusal("preference-empty")
    if len(line) > LONGEST:
        raise Refusal("preference-too-long", most=LONGEST)
    if len(_own(unit)) >= MOST and line not in _own(unit):
        raise Refusal("preference-too-many", most=MOST)
    return line


def _add(unit: Unit, line: str) -> Changed:
    kept = [one for one in _own(unit) if one != line]
    return _put(unit, [*kept, line])


def _without(unit: Unit, gone: list[str]) -> Changed:
    if not gone:
        raise Refusal("preference-gone")
    return _put(unit, [line for line in _own(unit) if line not in gone])


def _put(unit: Unit, kept: list[str]) -> Changed:
    done = profile.put(unit, profile.PREFERENCES, "\n".join(kept) or None, how="sentence")
    if not isinstance(done, Changed):
        raise Refusal("preference-there")
    return done


def _token(line: str) -> str:
    """Names a line without its words; only ever looked up among the asker's own."""
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:12]
