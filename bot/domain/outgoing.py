"""What the bot means to say, before it is put into a language.

An action or handler names a message of the message files and hands over plain values; the courier renders them at the
moment of sending, in the language that the person then reads. So nothing here is a sentence.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | date | datetime | Money | Words | tuple[Value, ...] | None"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the currency's minor unit (KRW has none, so won; USD cents)."""

    minor: int
    currency: str = "KRW"


@dataclass(frozen=True, slots=True)
class Words:
    """A message of the message files with its arguments; an argument may be Words again, or a tuple (a list)."""

    key: str
    args: dict[str, Value] = field(default_factory=dict)


def words(key: str, **args: Value) -> Words:
    """`Words` with its arguments as keywords: underscores stand for the hyphens of the message's variables."""
    return Words(key, args)


def in_each_language(said: Iterable[tuple[str, str]]) -> Words | None:
    """The same in (language, text): whoever reads that language gets it. None for nothing."""
    texts = dict(said)
    return words("own-or-house", **texts) if texts else None


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button. Exactly one of `data` (callback, at most 64 bytes), `url` and `copy` is set."""

    label: Words
    data: str = ""
    url: str = ""
    copy: Words | None = None


class Keyboard(StrEnum):
    """The big buttons under the input field. NONE leaves what is there."""

    NONE = "none"
    OWNER = "owner"
    READER = "reader"
    CUSTOMER = "customer"
    SHARE_CONTACT = "share_contact"
    REMOVE = "remove"


class Kind(StrEnum):
    """Why a message is sent. The kind decides consent, hours and what happens when its fate is unknown.

    Gift: something owed by terms stated before, as for the tenth visit. Balance: what was paid ahead or earned by
    paying, and its end. Expiry: the end of what the shop simply gave. Greeting: a holiday, plain thanks. Refresh: asks
    for something, a detail or how it was. The answer to a case is an answer, the check of a consent the account's.
    """

    ANSWER = "answer"
    ORDER_NOTICE = "order_notice"
    UNCOLLECTED = "uncollected"
    APPOINTMENT = "appointment"
    RECEIPT = "receipt"
    ACCOUNT = "account"
    BALANCE = "balance"
    STATEMENT = "statement"
    GIFT = "gift"
    BIRTHDAY = "birthday"
    GREETING = "greeting"
    EXPIRY = "expiry"
    INVITATION = "invitation"
    CAMPAIGN = "campaign"
    REFRESH = "refresh"
    ADVERTISING = "advertising"
    OWNER_NOTICE = "owner_notice"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Document:
    """A file under its name. In the outbox its bytes lie apart from the message, sealed, until it is sent.

    A `picture` (PNG or JPEG) is shown in the chat instead of lying there as a file.
    """

    name: str
    data: bytes = field(repr=False)
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the chat that spoke. `edits` names a message of that chat to be rewritten in place instead.

    With a `document` the text is its caption, 1,024 signs at most, and nothing is rewritten.
    """

    text: Words
    buttons: tuple[tuple[Button, ...], ...] = ()
    keyboard: Keyboard = Keyboard.NONE
    edits: int | None = None
    document: Document | None = None
