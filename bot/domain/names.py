"""A person's name: as typed, in one spelling."""

import re

from bot.domain.notes import mask_resident_numbers
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line

LONGEST_NAME = 60
_ADDRESSED = re.compile(r"(?<=\S\S)\s*(?:고객님|손님|님)$")


def parse_name(text: str) -> str:
    """The name, composed (NFC), on one line, without invisible signs and without the 님 of a label or list,
    and with a registration number that stands beside it masked.

    We add 님 ourselves when we speak to somebody. Raises Refusal name-unusable: nothing left, no letter in it, or more
    than 60 signs.
    """
    name = _ADDRESSED.sub("", mask_resident_numbers(one_line(text[: 20 * LONGEST_NAME])))
    if len(name) > LONGEST_NAME or not any(sign.isalpha() for sign in name):
        raise Refusal("name-unusable")
    return name


def as_called(said: str) -> str:
    """A name as it is written, of one that a sentence was searched for: "emily carter" is Emily Carter."""
    return said.title() if said.isascii() and said.islower() else said
