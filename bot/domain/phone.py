"""Phone numbers as people write them.

Normalising is the library's work (phonenumbers). Our own rules are what it does not know: 010 numbers have eleven
digits, and the old prefixes 011 and 016 to 019 are still well formed but nobody answers there any more.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    ValidationResult,
)

from bot.domain.refusals import Refusal

KOREA = 82
_DEAD_PREFIXES = ("11", "16", "17", "18", "19")
_LONGEST_TEXT = 64
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SHORTENED = re.compile(r"\d+(?:\.\d+)?[eE]\+?\d+")
_NUMBER = re.compile(r"\+?[\d(][\d\s().\-‐-―−·~]*")
_HANGUL_LABEL = re.compile(r"[가-힣:()\[\]\s]*")


class PhoneKind(StrEnum):
    """Whether somebody can be reached by the number: NONE is for a person without one."""

    LIVING = "living"
    DEAD = "dead"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that was understood: `e164` is its identity, `national` the way people at home write it."""

    e164: str
    kind: PhoneKind
    national: str
    last4: str

    @property
    def masked(self) -> str:
        """The number with all but its ends hidden, for read-backs and histories: 010-****-5678."""
        head, _, tail = self.national.rpartition("-")
        first, separator, middle = head.partition("-")
        if not separator:
            return "*" * len(head) + "-" + tail if head else "*" * (len(tail) - 4) + tail[-4:]
        return f"{first}-{re.sub(r'[0-9]', '*', middle)}-{tail}"


def parse_phone(text: str, *, region: str = "KR") -> Phone:
    """Read a phone number as typed, from a chat or from a cell of a spreadsheet.

    Full-width digits, dots, spaces, a country code, a leading zero eaten by a spreadsheet and a Korean label around the
    number ("휴대폰 010-… (아들)") are understood. Letters in the place of digits and extensions are not.

    Raises Refusal: phone-too-short, phone-too-long, phone-two-numbers, phone-shortened (a spreadsheet has turned it
    into 1.01E+09), phone-unreadable.
    """
    written = _digits_only_once(text)
    try:
        number = phonenumbers.parse(written, region)
    except NumberParseException as error:
        raise Refusal(_name_of(error)) from None
    _refuse_wrong_length(number)
    if not phonenumbers.is_valid_number(number) and not _is_010(number):
        # Eight digits can be a 1588 number, so the library finds 1234-5678 long enough; the 010 is missing.
        missing_head = number.country_code == KOREA and len(str(number.national_number)) <= 8
        raise Refusal("phone-too-short" if missing_head else "phone-unreadable")
    at_home = number.country_code == phonenumbers.country_code_for_region(region)
    significant = phonenumbers.national_significant_number(number)
    return Phone(
        e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
        kind=_kind(number),
        national=phonenumbers.format_number(
            number,
            PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL,
        ),
        last4=significant[-4:],
    )


def _digits_only_once(text: str) -> str:
    """The one number in the text, without the label people write around it."""
    cleaned = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).strip()
    if len(cleaned) > _LONGEST_TEXT:
        raise Refusal("phone-unreadable")
    if _SHORTENED.fullmatch(cleaned):
        raise Refusal("phone-shortened")
    cleaned = cleaned.removeprefix("tel:").removesuffix(".0")
    found = [part for part in _NUMBER.findall(cleaned) if re.search(r"\d", part)]
    if not found or not _HANGUL_LABEL.fullmatch(_NUMBER.sub("", cleaned)):
        several = len([part for part in found if len(re.findall(r"\d", part)) >= 7]) > 1
        raise Refusal("phone-two-numbers" if several else "phone-unreadable")
    if len(found) > 1:
        raise Refusal("phone-two-numbers")
    # Koreans abroad write 0082, which no Korean exchange understands and the library therefore neither.
    return re.sub(r"^00(?=82)", "+", found[0].strip())


def _name_of(error: NumberParseException) -> str:
    if error.error_type == NumberParseException.TOO_LONG:
        return "phone-too-long"
    if error.error_type in (
        NumberParseException.TOO_SHORT_NSN,
        NumberParseException.TOO_SHORT_AFTER_IDD,
    ):
        return "phone-too-short"
    return "phone-unreadable"


def _refuse_wrong_length(number: PhoneNumber) -> None:
    significant = phonenumbers.national_significant_number(number)
    if number.country_code == KOREA and significant.startswith("10") and len(significant) != 10:
        raise Refusal("phone-too-short" if len(significant) < 10 else "phone-too-long")
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason in (ValidationResult.TOO_SHORT, ValidationResult.IS_POSSIBLE_LOCAL_ONLY):
        raise Refusal("phone-too-short")
    if reason == ValidationResult.TOO_LONG:
        raise Refusal("phone-too-long")


def _is_010(number: PhoneNumber) -> bool:
    # The library knows the blocks given out so far (not yet 010-5970 to 010-5999); a real customer may be ahead of it.
    significant = phonenumbers.national_significant_number(number)
    return number.country_code == KOREA and len(significant) == 10 and significant.startswith("10")


def _kind(number: PhoneNumber) -> PhoneKind:
    significant = phonenumbers.national_significant_number(number)
    old = number.country_code == KOREA and len(significant) in (9, 10) and significant.startswith(_DEAD_PREFIXES)
    return PhoneKind.DEAD if old else PhoneKind.LIVING
