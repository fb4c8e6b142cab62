"""A sentence as people type it, brought into a form that can be compared."""

import re
import unicodedata

LONGEST = 4096

# Laughter, tears and faces made of letters; a run that leans on another consonant is a name's initials (ㅎㅈㅇ).
_LAUGHTER = re.compile(
    r"(?<![ㄱ-ㅎ])(?:[ㅋㅎ]+|[ㅠㅜㅡ]+)(?![ㄱ-ㅎ])|[ㅠㅜ]{2,}|\^+[_.]?\^+|;{2,}|[:;]-?[)(DPp](?!\w)|<3"
)
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
    seen = "".join(char for char in composed if char in "\n\t" or _visible(char))
    return _LINES.sub("\n", _SPACES.sub(" ", seen)).strip()[:LONGEST]


def flat(text: str) -> str:
    """The tidy text for matching, character by character in the same places.

    Lower case; emoji and laughter become line breaks, for that is what they stand for; other marks stay.
    """
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    marked = "".join("\n" if _is_picture(char) else char for char in lowered.replace("’", "'").replace("‘", "'"))
    return _LAUGHTER.sub(lambda found: "\n" * len(found.group()), marked)


def _visible(char: str) -> bool:
    # Cf holds the zero-width and direction signs, Cc the control signs, Cs and Co what no font shows. A variation
    # selector belongs to an emoji and says nothing by itself.
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn") and not 0xFE00 <= ord(char) <= 0xFE0F


def _is_picture(char: str) -> bool:
    return ord(char) > 0x2100 and unicodedata.category(char) in ("So", "Sk", "Me")
