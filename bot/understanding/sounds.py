"""What a name sounds like, roughly, in either script: so that 최지훈 is found by "Jihoon Choi" and Emily by 에밀리.

A sound key is coarse on purpose. Romanised Korean is spelled in many ways (Sooyeon, Suyeon, Su-yeon), so vowels that
Latin letters confuse (ㅓ ㅗ ㅜ ㅡ) share one sign, and so do plain, tense and breathed consonants.
"""

import re
import unicodedata
from functools import cache

from bot.understanding import hangul
from bot.understanding.phrasebook import phrases

_FIRST = dict(
    zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "k k n t t l m p p s s _ c c c k t p h".split(), strict=True)
)
_MIDDLE = dict(
    zip(
        "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
        "a e ya ye u e yu ye u wa we we yu u u we wi yu u i i".split(),
        strict=True,
    )
)
_LAST = dict(
    zip(
        "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
        "k k k n n n t l k m l l l p l m p p t t n t t k t p _".split(),
        strict=True,
    )
)
# Surnames whose usual spelling does not follow their sound.
SURNAMES = {
    "lee": "i", "yi": "i", "rhee": "i", "rhie": "i", "park": "pak", "lim": "im", "rim": "im", "yim": "im", "noh": "nu",
    "roh": "nu", "ryu": "yu", "ryoo": "yu", "lyu": "yu", "choi": "cwe", "choe": "cwe", "chey": "cwe", "gu": "ku",
    "koo": "ku", "paik": "pek", "paek": "pek", "baek": "pek", "baik": "pek",
}  # fmt: skip
# What is written in Latin letters, in the order in which it is made a sound; nothing is done where the letters before
# the pattern are missing.
_LATIN = [
    (letters, re.compile(pattern), sound)
    for letters, pattern, sound in [
        ("sh", r"sh", "s"), ("ph", r"ph", "p"), ("th", r"th", "t"), ("ck", r"ck", "k"), ("ch", r"ch", "C"),
        ("ng", r"ng(?![aeiouy])", "n"), ("t", r"ts|tch", "C"), ("wo", r"wo+(?=.)", "u"), ("woo", r"woo$", "u"),
        ("", r"eo|eu|oo|ou|ow(?![aeiouy])", "u"), ("a", r"ae|ai|ay", "e"), ("", r"ee|ui|yi|ey$", "i"),
        ("o", r"oi|oe", "we"), ("h", r"(?<=[aeiou])h(?![aeiouyw])", ""), ("o", r"o", "u"), ("y", r"y(?![aeiou])", "i"),
    ]
]  # fmt: skip
_LETTERS = str.maketrans({"b": "p", "d": "t", "g": "k", "j": "c", "q": "k", "v": "p", "f": "p", "r": "l", "z": "c",
                          "c": "k", "x": "ks", "C": "c"})  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouwy]")
_NO_LETTER = re.compile(r"[^a-z]")
_SILENT_R = re.compile(r"r(?![aeiouyr])")


@cache
def _foreign() -> dict[str, str]:
    """Common foreign given names: Hangul spelling -> Latin spelling."""
    spellings: dict[str, list[str]] = phrases("foreign_names")["names"]
    return {korean: latin for latin, variants in spellings.items() for korean in variants}


def latin_of(word: str) -> str | None:
    """The Latin spelling of a foreign given name written in Hangul, if it is on the list."""
    return _foreign().get(word)


@cache
def longest_foreign() -> int:
    """How many syllables the longest foreign given name on the list has."""
    return max(map(len, _foreign()))


def undouble(text: str) -> str:
    return _DOUBLED.sub(r"\1", text)


def sound(word: str) -> str:
    """The sound key of one word in Hangul or Latin letters; empty for anything else."""
    if hangul.is_hangul(word):
        return undouble("".join(map(_syllable, word)))
    latin = _letters(word)
    if latin in SURNAMES:
        return SURNAMES[latin]
    for letters, pattern, replacement in _LATIN:
        if letters in latin:
            latin = pattern.sub(replacement, latin)
    return undouble(latin.translate(_LETTERS))


@cache
def _syllable(syllable: str) -> str:
    first, middle, last = hangul.parts(syllable)
    return (_FIRST[first] + _MIDDLE[middle] + (_LAST[last] if last else "")).replace("_", "")


def foreign_key(word: str) -> str:
    """The consonants of a foreign word, the same from Latin letters and from its Hangul spelling.

    A vowel at the start is kept as a mark: 에밀리 and Emily are both "*ml".
    """
    if hangul.is_hangul(word) and word in _foreign():
        word = _foreign()[word]
    if hangul.is_hangul(word):
        text = sound(word)
    else:
        # An r that no vowel follows is not spoken in the Hangul spelling: Carter is 카터.
        text = sound(_SILENT_R.sub("", _letters(word)))
    bare = undouble(_VOWELS.sub("", text))
    return ("*" if text[:1] in "aeiouwy" else "") + bare


def _letters(word: str) -> str:
    return _NO_LETTER.sub("", unicodedata.normalize("NFD", word.casefold()))
