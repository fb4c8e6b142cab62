"""A sentence as people type it, brought into a form that can be compared."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 4096

# More signs than all the syllables of Hangul; what is known of one is looked up once.
_SIGNS = 16_384

# Laughter, tears and faces made of letters; a run that leans on another consonant is a name's initials (ㅎㅈㅇ).
_LAUGHTER = re.compile(
    r"(?<![ㄱ-ㅎ])(?:[ㅋㅎ]+|[ㅠㅜㅡ]+)(?![ㄱ-ㅎ])|[ㅠㅜ]{2,}|\^+[_.]?\^+|;{2,}|[:;]-?[)(DPp](?!\w)|<3"
)
_SLASH = re.compile(r"(?<=[가-힣])/|/(?=[가-힣]|\d{1,3},\d{3})")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_PLAIN = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {0x3000: 0x20, 0xFFE6: 0x20A9, 0xA0: 0x20}
    # Leading consonants left over from decomposed text are initials typed one by one.
    | {0x1100 + at: ord(consonant) for at, consonant in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")}
)


def tidy(text: str) -> str:
    """The sentence as it is kept and shown: NFC, full-width signs made plain, no invisible signs, single spaces.

    At most `LONGEST` characters are looked at, Telegram's own limit.
    """
    composed = unicodedata.normalize("NFC", text[: 4 * LONGEST]).translate(_PLAIN)
    seen = "".join(map(_seen, composed))
    return _LINES.sub("\n", _SPACES.sub(" ", seen)).strip()[:LONGEST]


def flat(text: str) -> str:
    """The tidy text for matching, character by character in the same places.

    Lower case; emoji and laughter become line breaks, for that is what they stand for; a slash between words
    ("밀러/셔츠 2/8,000") becomes a space; other marks stay.
    """
    apart = _LAUGHTER.sub(lambda found: "\n" * len(found.group()), "".join(map(_flattened, text)))
    return _SLASH.sub(" ", apart)


@lru_cache(maxsize=_SIGNS)
def _seen(char: str) -> str:
    """The sign, or nothing where nothing is to be seen of it."""
    # Cf holds the zero-width and direction signs, Cc the control signs, Cs and Co what no font shows. A variation
    # selector belongs to an emoji and says nothing by itself.
    hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") or 0xFE00 <= ord(char) <= 0xFE0F
    return "" if hidden and char not in "\n\t" else char


@lru_cache(maxsize=_SIGNS)
def _flattened(char: str) -> str:
    """One sign for one: small, an apostrophe plain, a picture a line break."""
    if char in "’‘":
        return "'"
    lowered = char.lower()
    low = lowered if len(lowered) == 1 else char
    return "\n" if ord(low) > 0x2100 and unicodedata.category(low) in ("So", "Sk", "Me") else low
