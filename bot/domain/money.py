"""Amounts as people write them, in chat or in a spreadsheet, to the currency's minor unit."""

import re
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.refusals import Refusal
from bot.domain.written_text import plain_signs

# ISO 4217 where it is not two digits.
_NO_DIGITS = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF"]
)
_THREE_DIGITS = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])

# A Korean Windows keyboard and its cp949 files have a backslash where the won sign is shown.
_SIGNS = {
    "₩": "KRW", "\\": "KRW", "원": "KRW", "won": "KRW", "krw": "KRW",
    "us$": "USD", "$": "USD", "usd": "USD", "달러": "USD", "불": "USD", "dollars": "USD", "dollar": "USD",
    "€": "EUR", "eur": "EUR", "유로": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY", "jpy": "JPY", "엔": "JPY",
}  # fmt: skip
_DOLLARS = frozenset(["USD", "AUD", "CAD", "SGD", "HKD", "NZD", "TWD"])
_SIGN = re.compile("|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True)))
_PLAIN = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d{1,2}")
_UNITS = (("억", 100_000_000), ("만", 10_000), ("천", 1_000), ("백", 100))
_KOREAN = re.compile(r"(?:([\d.,]+)억)?(?:([\d.,]*)만)?(?:([\d.,]*)천)?(?:([\d.,]*)백)?([\d.,]+)?")
_LONGEST = 40
# Far above every sum of a shop, and within what sixty-four bits can keep in any minor unit.
_MOST = 10**15


def minor_digits(currency: str) -> int:
    """How many decimals the currency has: 0 for won and yen, 2 for dollars, 3 for dinars."""
    if currency in _NO_DIGITS:
        return 0
    return 3 if currency in _THREE_DIGITS else 2


def parse_money(text: str, currency: str = "KRW", *, rounding: bool = False) -> int:
    """An amount in minor units, from "12,000", "₩12,000", "12,000원", "1.8만", "1만 8천원", "-5000" and their like.

    With `rounding` a fraction of the minor unit is rounded half up, as a file of another currency needs it.

    Raises Refusal: money-unreadable, money-currency (the sign of another currency), money-too-fine (won with decimals).
    """
    if text.isascii() and text.isdigit() and len(text) <= 12:
        return int(text + "0" * minor_digits(currency))
    written = plain_signs(text[: 2 * _LONGEST]).casefold()
    if len(written) > _LONGEST:
        raise Refusal("money-unreadable")
    written, negative = _without_sign(_without_currency(written, currency).replace(" ", ""))
    amount = _decimal(written, currency)
    if amount > _MOST:
        raise Refusal("money-unreadable")
    minor: Decimal = amount.scaleb(minor_digits(currency))
    whole = int(minor.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if whole != minor and not rounding:
        raise Refusal("money-too-fine", currency=currency)
    return -whole if negative else whole


def plain_money(minor: int, currency: str = "KRW") -> str:
    """The amount in digits with the currency's decimals, for files: 12000, 12.50, -5000. `parse_money` reads it."""
    return str(Decimal(minor).scaleb(-minor_digits(currency)))


def _without_currency(written: str, currency: str) -> str:
    for sign in _SIGN.findall(written):
        meant = _SIGNS[sign]
        if meant != currency and not (meant == "USD" and currency in _DOLLARS):
            raise Refusal("money-currency", currency=currency)
    return _SIGN.sub("", written.replace(currency.casefold(), ""))


def _without_sign(written: str) -> tuple[str, bool]:
    # Accountants write a loss in brackets, Korean ones with a triangle.
    if written.startswith("(") and written.endswith(")"):
        return written[1:-1], True
    bare = written.lstrip("-−–△▲")
    return bare.lstrip("+"), bare != written


def _decimal(written: str, currency: str) -> Decimal:
    if _PLAIN.fullmatch(written):
        return Decimal(written.replace(",", ""))
    if minor_digits(currency) and _DECIMAL_COMMA.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    parts = _KOREAN.fullmatch(written)
    if not written or parts is None or (parts[5] and not _PLAIN.fullmatch(parts[5])):
        raise Refusal("money-unreadable")
    total = Decimal(0)
    for (_, unit), count in zip(_UNITS, parts.groups()[:-1], strict=True):
        if count is None:
            continue
        if count and not _PLAIN.fullmatch(count):
            raise Refusal("money-unreadable")
        total += Decimal(count.replace(",", "") or 1) * unit
    return total + Decimal((parts[5] or "0").replace(",", ""))
