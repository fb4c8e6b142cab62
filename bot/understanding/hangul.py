"""Hangul taken apart: key strokes for typos, initial consonants for short names."""

import unicodedata

_FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_LAST = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_STROKES = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_CONSONANTS = frozenset(_FIRST)


def is_syllable(char: str) -> bool:
    return "가" <= char <= "힣"


def is_hangul(text: str) -> bool:
    """Whether the text is made of whole Hangul syllables and nothing else."""
    return bool(text) and all(is_syllable(char) for char in text)


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


def strokes(text: str) -> str:
    """The text as typed on a two-set keyboard: one character per key. Anything but Hangul stays as it is."""
    out: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        for part in parts(char) if is_syllable(char) else (char,):
            out.append(_STROKES.get(part, part))
    return "".join(out)


def initials(text: str) -> str:
    """The first consonants of the syllables: 김수연 becomes ㄱㅅㅇ. Anything but Hangul is left out."""
    return "".join(parts(char)[0] for char in text if is_syllable(char))


def ends_in_consonant(text: str) -> bool:
    return bool(text) and is_syllable(text[-1]) and parts(text[-1])[2] != ""
