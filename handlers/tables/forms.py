"""What somebody has begun, by the name of the form."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bot.actions import cases, last_purchase, late_promises, owners_month, setup, times_decided, times_wished
from bot.actions.profile import DETAILS, form_of
from bot.actions.unit import Unit
from bot.domain.outgoing import Words, words
from bot.domain.shop import ShopField
from bot.texts.keys import key_of
from bot.understanding.answers import corrects, is_value, leaves
from bot.understanding.asks.appointments import Book
from bot.understanding.asks.orders import ThingsDay
from bot.understanding.asks.people import Find
from bot.understanding.last_bought import tells_when
from handlers import (
    customer_bookings,
    customer_cases,
    customer_details,
    customer_photos,
    customer_proof,
    customer_refresh,
    customer_things,
    owner_campaigns,
    owner_cases,
    owner_choices,
    owner_closing,
    owner_day,
    owner_find,
    owner_ideas,
    owner_order_deeds,
    owner_photos,
    owner_refresh,
    owner_shop,
    owner_times,
)
from handlers.shop_words import ask_for_words
from handlers.tables.entry import Entry, writes


@dataclass(frozen=True, slots=True)
class Form:
    """`can_be` says whether a text can be what the form waits for, `takes` is who takes it.

    `prompt` says what it waits for, when something else was answered in between. `answers` are understood as sentences
    of their own and are the answer all the same.
    """

    can_be: Callable[[str], bool]
    takes: Entry
    prompt: Words | Callable[[Unit], Words] | None = None
    answers: tuple[type, ...] = ()


def _can_be(detail: str) -> Callable[[str], bool]:
    """For a form that waits for a value which can be nothing else."""
    return partial(is_value, detail)


def _is_free_text(text: str) -> bool:
    """For a form that takes all but a word of leaving and a big key."""
    return not leaves(text) and key_of(text) is None


def _is_for_the_owner(text: str) -> bool:
    """The same, but for a correction of one's own number or address, which is made in between."""
    return _is_free_text(text) and not corrects(text)


def _is_left_to_sentences(text: str) -> bool:
    """For a form that takes whatever nobody else understands."""
    return False


FORMS: dict[str, Form] = {
    **{
        form_of(detail): Form(_can_be(detail), writes(customer_details.fill(detail)), words(f"change-ask-{detail}"))
        for detail in DETAILS
    },
    owner_choices.FORM: Form(_can_be("last4"), writes(owner_choices.typed)),
    owner_campaigns.FORM: Form(_is_free_text, writes(owner_campaigns.typed)),
    owner_closing.FORM: Form(owner_closing.can_be, writes(owner_closing.typed), words("closing-more")),
    owner_find.FORM: Form(_is_left_to_sentences, writes(owner_find.find_typed)),
    cases.ANSWER: Form(_is_free_text, writes(owner_cases.answer)),
    owners_month.FORM: Form(_is_free_text, writes(owner_day.failed)),
    cases.NOTES: Form(_is_free_text, writes(owner_cases.note)),
    times_decided.OFFER: Form(_is_free_text, writes(owner_times.offer)),
    times_wished.FORM: Form(
        _is_left_to_sentences, writes(customer_bookings.when), customer_bookings.prompt, answers=(Book,)
    ),
    customer_things.FORM: Form(
        _is_left_to_sentences, writes(customer_things.day_typed), words("things-day-ask"), answers=(Book, ThingsDay)
    ),
    last_purchase.FORM: Form(tells_when, writes(customer_proof.what_it_was)),
    owner_ideas.FORM: Form(_is_free_text, writes(owner_ideas.reason)),
    owner_refresh.FORM: Form(_is_free_text, writes(owner_refresh.gift)),
    customer_refresh.ADDRESS: Form(
        _can_be("email"), writes(customer_refresh.address), words("refresh-give-email", gift=None)
    ),
    customer_refresh.CODE: Form(_can_be("code"), writes(customer_refresh.code), words("refresh-give-code")),
    customer_cases.ASK: Form(_is_for_the_owner, writes(customer_cases.words_for_owner), words("case-ask-words")),
    customer_photos.FORM: Form(_is_left_to_sentences, writes(customer_photos.about), words("photo-ask-about")),
    late_promises.FORM: Form(
        _is_left_to_sentences, writes(owner_order_deeds.late_typed), owner_order_deeds.late_prompt
    ),
    owner_photos.FORM: Form(
        _is_left_to_sentences, writes(owner_photos.whose), words("photo-whose", query=None), answers=(Find,)
    ),
    **{
        setup.form_of(field): Form(owner_shop.can_be(field), writes(owner_shop.fill(field)), ask_for_words(field))
        for field in ShopField
    },
}
