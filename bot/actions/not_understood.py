"""What meant nothing to the assistant, kept with the yes of whoever said it, so that somebody can mend that.

Off until an owner switches it on for their own sentences; of a customer's nothing is kept without their own consent, a
purpose of its own beside advertising. Names and numbers are taken out before anything is written. It goes nowhere by
itself: an owner can look at it, strike it out and take it as a file in the form of the examples.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import forms, profile, shop
from bot.actions.cases import PASS_ON
from bot.actions.entries import write_entry
from bot.actions.planning import Planned
from bot.actions.price_list import known_items
from bot.actions.unit import Unit
from bot.domain.notes import health_words
from bot.domain.outgoing import Document
from bot.domain.permissions import Role
from bot.domain.refusals import Refusal
from bot.understanding import hangul
from bot.understanding.asks.anywhere import Help, Stop, Thanks, Undo
from bot.understanding.asks.closed_list import Ask
from bot.understanding.example_lines import Line, as_examples, kind_of
from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import tidy
from bot.understanding.private import MARK, masked
from storage import consents, not_understood
from storage.models import Guardian, JournalEntry, NotUnderstood

KEPT_DAYS = 90
PAGE = 10
STRUCK = "not_understood_struck"
PURPOSE = "sentences"
# Which text somebody agreed to: raised whenever the question says something else.
CONSENT_TEXT = "sentences-1"
ASKED = "asked"
"""The text of a no that nobody said: the question was put once, and is not put again."""

_LONGEST = 200
_SAID_ANEW_WITHIN = timedelta(minutes=5)
_STRIKE_UNDONE_FOR = timedelta(days=1)
# What people say in between, whatever they meant before.
_SAYS_NOTHING = (Help, Stop, Thanks, Undo)


@dataclass(frozen=True, slots=True)
class Gathering:
    """Whether an owner's sentences are kept now, and how many there are; `undo` is None where it was so already."""

    on: bool
    total: int
    undo: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One sentence. `side` says whose it was, `meant` what was probably meant: a kind of the examples."""

    public_id: str
    text: str
    side: str
    said_on: date
    meant: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    rows: tuple[Kept, ...]
    offset: int
    total: int
    on: bool


@dataclass(frozen=True, slots=True)
class Struck:
    """A sentence that was struck out, or (no `undo`) put back."""

    text: str
    undo: str | None


@dataclass(frozen=True, slots=True)
class Decided:
    """A customer's decision; `deleted` sentences went with a no."""

    at: datetime
    deleted: int = 0


def gather(unit: Unit, *, on: bool) -> Gathering:
    """Keep what this owner says from now on and is not understood, or keep nothing more of it."""
    unit.permit("see what was not understood")
    mine = str(unit.actor.user_id)
    others = [one for one in unit.shop.gathers_words_of.split(",") if one and one != mine]
    changed = shop.change_facts(unit, gathers_words_of=",".join([*others, mine] if on else others))
    return Gathering(on, not_understood.kept(unit.session), changed.undo)


def is_gathering(unit: Unit) -> bool:
    """Whether the sentences of whoever speaks are kept, so that what is said next may tell what was meant."""
    if unit.actor.role is Role.OWNER:
        return unit.shop.gathers_from(unit.actor.user_id)
    return unit.actor.role is Role.CUSTOMER and agreed(unit)


def is_kept_here(unit: Unit) -> bool:
    """Whether this shop keeps anybody's sentences, or has some left: for its privacy notice."""
    return bool(unit.shop.gathers_words_of) or not_understood.kept(unit.session) > 0


def keep(unit: Unit, text: str) -> bool:
    """Have this sentence written down with its answer, if its speaker agreed. Returns whether it will be.

    Nothing that speaks of health is kept, and no page of text.
    """
    if not unit.shop.gathers_words_of or not is_gathering(unit):
        return False
    unit.not_understood = _without_people(unit, text)
    return bool(unit.not_understood)


def means(unit: Unit, ask: Ask) -> None:
    """Note with the answer that this was understood now: what was said a moment ago in vain probably meant the same."""
    if not isinstance(ask, _SAYS_NOTHING):
        unit.meant = kind_of(ask)


def remember(unit: Unit) -> None:
    """Write down what `keep` and `means` have noted. Part of the transaction of the answer."""
    by_owner = unit.actor.user_id if unit.actor.role is Role.OWNER else None
    by_customer = unit.actor.customer_id if by_owner is None else None
    if unit.not_understood:
        not_understood.add(
            unit.session,
            customer_id=by_customer,
            said_by=by_owner,
            side="owner" if by_owner is not None else "customer",
            language="ko" if any(hangul.is_hangul(sign) for sign in unit.not_understood) else "en",
            text=unit.not_understood,
            said_on=unit.today,
            waits_until=unit.now + _SAID_ANEW_WITHIN,
        )
    elif unit.meant:
        not_understood.was_meant(unit.session, by_customer, by_owner, unit.meant, unit.now)


def may_be_asked(unit: Unit, update_id: int) -> bool:
    """Whether to put the question to this customer: once in all, where the shop gathers, and never to a child."""
    unit.permit("keep own sentences")
    person = profile.own_record(unit)
    customer_id = person.id or 0
    if not unit.shop.gathers_words_of or consents.newest(unit.session, customer_id, PURPOSE) is not None:
        return False
    if unit.session.get(Guardian, customer_id) is not None:
        return False
    _decide(unit, given=False, text_version=ASKED, update_id=update_id)
    return True


def agreed(unit: Unit) -> bool:
    """Whether this customer's sentences may be kept."""
    return consents.has_consent(unit.session, unit.actor.customer_id, PURPOSE)


def agree(unit: Unit, update_id: int) -> Decided:
    """Yes to the text; the sentence that led to the question is kept with it, if it is still there.

    Raises Refusal consent-unknown where the shop does not gather (any more).
    """
    unit.permit("keep own sentences")
    profile.own_record(unit)
    if not unit.shop.gathers_words_of:
        raise Refusal("consent-unknown")
    _decide(unit, given=True, text_version=CONSENT_TEXT, update_id=update_id)
    waiting = forms.draft(unit, PASS_ON)
    if waiting is not None:
        keep(unit, waiting["text"])
    return Decided(unit.now)


def refuse(unit: Unit, update_id: int) -> Decided:
    """No, or not any more: what was kept is deleted at once."""
    unit.permit("keep own sentences")
    person = profile.own_record(unit)
    _decide(unit, given=False, text_version=CONSENT_TEXT, update_id=update_id)
    unit.erased = True
    return Decided(unit.now, not_understood.delete_of(unit.session, person.id or 0))


def listed(unit: Unit, offset: int = 0) -> Listed:
    """What was kept, newest first. Whose it was is not shown; a customer can see that it was looked at."""
    unit.permit("see what was not understood")
    rows = not_understood.page(unit.session, offset, PAGE)
    _looked_at(unit, rows)
    found = tuple(Kept(row.public_id, row.text, row.side, row.said_on, row.meant) for row in rows)
    return Listed(found, offset, not_understood.kept(unit.session), unit.shop.gathers_from(unit.actor.user_id))


def as_files(unit: Unit) -> tuple[Document, ...]:
    """All of it, one file a side, as bot/understanding/examples/ has it."""
    unit.permit("see what was not understood")
    rows = not_understood.page(unit.session, 0, None)
    _looked_at(unit, rows)
    sides = {side: [row for row in rows if row.side == side] for side in ("owner", "customer")}
    return tuple(
        Document(f"{side}.txt", as_examples(side, [Line(row.meant, row.text) for row in found]).encode())
        for side, found in sides.items()
        if found
    )


def strike(unit: Unit, public_id: str) -> Struck:
    """Take one out; it can be put back for a day. Raises Refusal sentence-gone."""
    unit.permit("see what was not understood")
    row = not_understood.by_public_id(unit.session, public_id)
    if row is None or row.struck_at is not None:
        raise Refusal("sentence-gone")
    row.struck_at = unit.now
    unit.session.add(row)
    entry = write_entry(unit, STRUCK, subject_id=row.id, undo_for=_STRIKE_UNDONE_FOR)
    return Struck(row.text, entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> Struck:
    """Undo. Raises Refusal undo-changed-since where it is gone for good."""
    unit.permit("see what was not understood")
    row = unit.session.get(NotUnderstood, entry.subject_id)
    if row is None:
        raise Refusal("undo-changed-since")
    row.struck_at = None
    unit.session.add(row)
    return Struck(row.text, None)


def hidden(text: str) -> str:
    """The sentence as it is shown: ○○ wherever a person or a number was taken out."""
    return MARK.sub("○○", text)


def clear(unit: Unit) -> int:
    """Delete all of it, for good. Returns how many sentences there were."""
    unit.permit("see what was not understood")
    unit.erased = True
    return not_understood.delete_all(unit.session)


def forget_old(unit: Unit) -> Planned:
    """Delete what was kept for long enough, and what was struck out."""
    unit.permit("plan messages")
    not_understood.delete_old(unit.session, unit.today - timedelta(days=KEPT_DAYS), unit.now - _STRIKE_UNDONE_FOR)
    return Planned()


def _without_people(unit: Unit, text: str) -> str:
    said = " ".join(tidy(text).split())
    if not said or len(said) > _LONGEST or health_words(said):
        return ""
    lexicon = Lexicon(unit.names, known_items(unit), unit.shop.currency)
    return masked(said, unit.now.astimezone(unit.shop.zone), lexicon)


def _decide(unit: Unit, *, given: bool, text_version: str, update_id: int) -> None:
    consents.decide(
        unit.session,
        unit.actor.customer_id or 0,
        PURPOSE,
        unit.now,
        given=given,
        text_version=text_version,
        update_id=update_id,
    )
    unit.session.flush()


def _looked_at(unit: Unit, rows: Sequence[NotUnderstood]) -> None:
    for customer_id in {row.customer_id for row in rows if row.customer_id is not None}:
        unit.saw(customer_id, "sentences")
