"""A customer answers the question about their address: a code is mailed there, and comes back.

Nothing is written before the code has come back, so a wrong address gets no gift, and says nothing about anybody.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta

from bot.actions import by_hand, forms, gifts, profile, refresh_asking, refresh_settling
from bot.actions.unit import Unit
from bot.domain.email import email_key, parse_email
from bot.domain.masking import masked
from bot.domain.outgoing import words
from bot.domain.refusals import Refusal
from storage import mails
from storage import refreshing as kept
from storage.mails import Letter
from storage.models import Customer, RefreshAsk

ADDRESS, CODE = "refresh-address", "refresh-code"
CODE_HOLDS = timedelta(minutes=30)
_MOST_CODES = 3
_MOST_TRIES = 5
_FORM_KEPT = timedelta(days=1)
_TAG = "mail_code"


@dataclass(frozen=True, slots=True)
class Begun:
    """An address, or their own card, is waited for. `gift` is what they get once it is confirmed."""

    gift: str


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A code is on its way to this address (masked); it holds for so many minutes."""

    address: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The address is confirmed; `gift` is on its way there."""

    address: str
    gift: str


@dataclass(frozen=True, slots=True)
class WrongCode:
    """Not that one. No Refusal, because the try must stay written down. `left` is how many tries there are."""

    left: int


def begin(unit: Unit, ask_id: str) -> Begun:
    """Wait for the address. Whoever begins is told of the gift. Raises Refusal draft-gone."""
    unit.permit("change own details")
    ask = _own(unit, ask_id)
    _tell_gift(unit, ask)
    forms.begin_within(unit, ADDRESS, {"ask": ask.public_id}, kept=_FORM_KEPT)
    return Begun(refresh_asking.gift_for(unit, ask))


def begin_phone(unit: Unit, ask_id: str) -> Begun:
    """Wait for their own contact card. Raises Refusal draft-gone."""
    unit.permit("change own details")
    ask = _own(unit, ask_id)
    _tell_gift(unit, ask)
    return Begun(refresh_asking.gift_for(unit, ask))


def same(unit: Unit, ask_id: str) -> CodeSent:
    """The address is still the right one: prove it. Raises Refusal draft-gone, enough-codes."""
    unit.permit("change own details")
    ask = _own(unit, ask_id)
    email = profile.own_record(unit).email
    if email is None:
        raise Refusal("draft-gone")
    _tell_gift(unit, ask)
    return _send_code(unit, ask, email)


def give_address(unit: Unit, typed: str) -> CodeSent:
    """The address that was waited for. Raises Refusal email-unreadable, draft-gone, enough-codes."""
    unit.permit("change own details")
    return _send_code(unit, _of_form(unit, ADDRESS), email_key(parse_email(typed)))


def give_code(unit: Unit, typed: str) -> Confirmed | WrongCode:
    """The code that came by mail. Raises Refusal draft-gone, code-old, enough-codes."""
    unit.permit("change own details")
    ask = _of_form(unit, CODE)
    email = ask.value
    if email is None or ask.code_tag is None or ask.code_until is None or unit.now > ask.code_until:
        raise Refusal("code-old")
    if ask.tries >= _MOST_TRIES:
        raise Refusal("enough-codes")
    if not hmac.compare_digest(ask.code_tag, _tag(unit, ask, typed)):
        ask.tries += 1
        unit.session.add(ask)
        return WrongCode(_MOST_TRIES - ask.tries)
    forms.finish(unit, CODE)
    profile.confirm_email(unit, email)
    refresh_settling.close(unit, ask, "confirmed")
    gift = refresh_asking.gift_for(unit, ask) if ask.gift_told else ""
    if gift:
        _mail_gift(unit, ask, email, gift)
    return Confirmed(masked("email", email), gift)


def decline(unit: Unit, ask_id: str) -> None:
    """They would rather not: they are not asked for it again. Raises Refusal draft-gone."""
    unit.permit("change own details")
    refresh_settling.close(unit, _own(unit, ask_id), "declined")


def _send_code(unit: Unit, ask: RefreshAsk, email: str) -> CodeSent:
    if ask.codes >= _MOST_CODES:
        raise Refusal("enough-codes")
    code = f"{secrets.randbelow(1_000_000):06}"
    mails.cancel(unit.session, _code_key(ask))
    ask.codes += 1
    ask.value, ask.code_tag, ask.tries = email, _tag(unit, ask, code), 0
    ask.code_until = unit.now + CODE_HOLDS
    unit.session.add(ask)
    customer = unit.session.get_one(Customer, ask.customer_id)
    minutes = int(CODE_HOLDS.total_seconds() // 60)
    letter = Letter(
        email,
        by_hand.in_words(unit, customer, words("mail-code-subject", shop=unit.shop.name)),
        by_hand.in_words(unit, customer, words("mail-code", shop=unit.shop.name, code=code, minutes=minutes)),
    )
    mails.add(
        unit.session,
        unit.vault,
        _code_key(ask),
        letter,
        unit.now,
        customer_id=ask.customer_id,
        ask_id=ask.id,
        sort="code",
        expires_at=ask.code_until,
    )
    forms.finish(unit, ADDRESS)
    forms.begin_within(unit, CODE, {"ask": ask.public_id}, kept=CODE_HOLDS)
    unit.pulse.mails_wait = True
    return CodeSent(masked("email", email), minutes)


def _mail_gift(unit: Unit, ask: RefreshAsk, email: str, gift: str) -> None:
    customer = unit.session.get_one(Customer, ask.customer_id)
    number = str(gifts.numbered(unit, ask))
    letter = Letter(
        email,
        by_hand.in_words(unit, customer, words("mail-gift-subject", shop=unit.shop.name)),
        by_hand.in_words(
            unit, customer, words("mail-gift", name=customer.name, shop=unit.shop.name, gift=gift, number=number)
        ),
    )
    mails.add(
        unit.session,
        unit.vault,
        f"refresh-gift:{ask.key}",
        letter,
        unit.now,
        customer_id=ask.customer_id,
        ask_id=ask.id,
        sort="gift",
    )
    unit.pulse.mails_wait = True


def _tell_gift(unit: Unit, ask: RefreshAsk) -> None:
    ask.gift_told = True
    unit.session.add(ask)


def _own(unit: Unit, ask_id: str) -> RefreshAsk:
    ask = kept.ask(unit.session, ask_id)
    if ask is None or ask.customer_id != profile.own_record(unit).id or ask.state != "asked":
        raise Refusal("draft-gone")
    return ask


def _of_form(unit: Unit, name: str) -> RefreshAsk:
    draft = forms.draft(unit, name)
    if draft is None:
        raise Refusal("draft-gone")
    return _own(unit, draft["ask"])


def _code_key(ask: RefreshAsk) -> str:
    return f"refresh-code:{ask.key}:{ask.codes}"


def _tag(unit: Unit, ask: RefreshAsk, code: str) -> bytes:
    digits = "".join(sign for sign in code if sign.isdecimal())
    return unit.vault.tag(f"{ask.public_id}:{digits}", _TAG)
