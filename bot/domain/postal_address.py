"""A postal address: as typed. There is no list to check it against, only what cannot be one."""

from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line

SHORTEST, LONGEST = 5, 200


def parse_address(text: str) -> str:
    """The address on one line, composed (NFC), without invisible signs.

    Raises Refusal address-unusable: shorter than 5 or longer than 200 signs, or without a letter.
    """
    address = one_line(text[: 20 * LONGEST])
    if not SHORTEST <= len(address) <= LONGEST or not any(sign.isalpha() for sign in address):
        raise Refusal("address-unusable")
    return address
