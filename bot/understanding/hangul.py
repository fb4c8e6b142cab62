"""Hangul taken apart: letters for slips of the fingers, initial consonants for short names."""

import re
import unicodedata
from functools import cache

_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LAST = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_SYLLABLES = re.compile("[가-힣]+")
_CONSONANTS = frozenset(_FIRST)
# Keys that are hit for each other: neighbours of the two-set keyboard, shift forgotten, vowels that sound alike.
_SLIPS = (
    "ㅂㅈ ㅈㄷ ㄷㄱ ㄱㅅ ㅅㅛ ㅛㅕ ㅕㅑ ㅑㅐ ㅐㅔ ㅁㄴ ㄴㅇ ㅇㄹ ㄹㅎ ㅎㅗ ㅗㅓ ㅓㅏ ㅏㅣ ㅋㅌ ㅌㅊ ㅊㅍ ㅍㅠ ㅠㅜ "
    "ㅜㅡ ㅂㅃ ㅈㅉ ㄷㄸ ㄱㄲ ㅅㅆ ㅐㅒ ㅔㅖ ㅂㅁ ㅈㄴ ㄷㅇ ㄱㄹ ㅅㅎ ㅛㅗ ㅕㅓ ㅑㅏ ㅐㅣ ㅁㅋ ㄴㅌ ㅇㅊ ㄹㅍ ㅎㅠ "
    "ㅗㅘ ㅏㅘ ㅜㅝ ㅓㅝ ㅜㅟ ㅣㅟ ㅡㅢ ㅣㅢ ㅗㅚ ㅣㅚ ㅐㅙ ㅚㅙ ㅚㅞ ㅙㅞ ㅔㅞ "
    "ㅗㅜ ㅓㅡ ㅠㅛ ㄴㄹ ㄱㅋ ㄷㅌ ㅂㅍ ㅈㅊ ㅓㅗ ㅡㅣ "
)
_ALIKE = frozenset(["ㅐㅔ", "ㅔㅐ", "ㅒㅖ", "ㅖㅒ", "ㅖㅔ", "ㅔㅖ", "ㅚㅙ", "ㅙㅚ", "ㅚㅞ", "ㅞㅚ", "ㅙㅞ", "ㅞㅙ"])
_NEAR = frozenset(pair for both in _SLIPS.split() for pair in (both, both[::-1]))


def is_syllable(char: str) -> bool:
    return "가" <= char <= "힣"


def is_hangul(text: str) -> bool:
    """Whether the text is made of whole Hangul syllables and nothing else."""
    return _SYLLABLES.fullmatch(text) is not None


def is_initials(text: str) -> bool:
    """Whether the text is initial consonants only, as in ㄱㅅㅇ; two at least, for ㅋ alone is a laugh."""
    return len(text) >= 2 and all(char in _CONSONANTS for char in text)


def parts(syllable: str) -> tuple[str, str, str]:
    """A syllable as (first consonant, vowel, last consonant or "")."""
    index = ord(syllable) - ord("가")
    return _FIRST[index // 588], _MIDDLE[index % 588 // 28], _LAST[index % 28]


def join(first: str, middle: str, last: str = "") -> str:
    """The inverse of `parts`."""
    return chr(ord("가") + (_FIRST.index(first) * 21 + _MIDDLE.index(middle)) * 28 + _LAST.index(last))


def jamo(text: str) -> str:
    """The letters of the syllables in a row: 김 is ㄱㅣㅁ, so that one slip is one letter. All else stays as it is."""
    return "".join(map(_letters, unicodedata.normalize("NFC", text)))


@cache
def _letters(char: str) -> str:
    return "".join(parts(char)) if is_syllable(char) else char


def slip(typed: str, stored: str, distance: int) -> float:
    """How bad a slip is between two rows of letters that many edits apart: less for keys that are easily confused.

    One edit costs 1, one near key or two keys in the wrong order 0.5.
    """
    if distance != 1 or len(typed) != len(stored):
        return float(distance)
    wrong = [a + b for a, b in zip(typed, stored, strict=True) if a != b]
    return 0.5 if len(wrong) == 2 or wrong[0] in _NEAR else 1.0


def sounds_alike(typed: str, stored: str) -> bool:
    """Whether two rows of letters differ only in vowels that nobody tells apart by ear: 메출 for 매출."""
    return len(typed) == len(stored) and all(a == b or a + b in _ALIKE for a, b in zip(typed, stored, strict=True))


def initials(text: str) -> str:
    """The first consonants of the syllables: 김수연 becomes ㄱㅅㅇ. Anything but Hangul is left out."""
    return "".join(parts(char)[0] for char in text if is_syllable(char))


def ends_in_consonant(text: str) -> bool:
    return bool(text) and is_syllable(text[-1]) and parts(text[-1])[2] != ""
