"""The right Korean particle after any word, name or number.

A particle has one form after a final consonant (은, 이, 을 …) and one after a vowel (는, 가, 를 …), so what counts is
how the last thing in front of it is read aloud. 으로 is the one exception: after ㄹ it is 로 (서울로, 1로).
"""

import re
import unicodedata

# fmt: off
_PAIRS = frozenset({
    "은/는", "이/가", "을/를", "과/와", "으로/로", "으로서/로서", "이에요/예요", "이었어요/였어요", "이어서/여서",
    "아/야", "이라/라", "이라고/라고", "이라면/라면", "이라도/라도", "이나/나", "이랑/랑", "이며/며",
    "이고/고", "이든/든",
})
# fmt: on
_VOWEL, _CONSONANT, _RIEUL = "", "consonant", "ㄹ"

# 영 일 이 삼 사 오 육 칠 팔 구. What zeros make of a number (십, 백, 천, 만, 억) ends in a consonant, as 영 and 공 do.
_DIGITS = dict(
    zip("0123456789", [_CONSONANT, _RIEUL, "", _CONSONANT, "", "", _CONSONANT, _RIEUL, _RIEUL, ""], strict=True)
)
# 퍼센트, 달러, 유로, 파운드 end in vowels; 원 and 엔 do not. A sign in front of a number is read after it.
_SIGNS = {"%": _VOWEL, "$": _VOWEL, "€": _VOWEL, "£": _VOWEL, "₩": _CONSONANT, "¥": _CONSONANT}
_UNITS = {"kg": _CONSONANT, "g": _CONSONANT, "cm": _VOWEL, "mm": _VOWEL, "m": _VOWEL, "km": _VOWEL, "l": _VOWEL}

_LAST_BRACKET = re.compile(r"\s*[(\[{<（［「『][^()\[\]{}<>（）［］「」『』]*[)\]}>）］」』]\s*$")
_WEEKDAY = re.compile(r"\d\([월화수목금토일]\)$")
_CLOCK = re.compile(r"\d:\d\d$")
_NUMBER = re.compile(r"([$€£₩¥]?)\s?[\d.,:/-]*(\d)$")
_MEASURE = re.compile(r"\d\s?(kg|g|cm|mm|m|km|l)$", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z]+$")


def josa(word: str, pair: str) -> str:
    """The form of `pair` (as "은/는") that belongs after `word`; the word itself is not in the answer.

    The word in front of a last bracket decides ("김수연(6781)" is read 김수연), punctuation and emoji at the end count
    for nothing, and what cannot be read (another script, nothing at all) is treated as ending in a vowel.
    Raises ValueError for a pair that does not exist.
    """
    if pair not in _PAIRS:
        raise ValueError(f"no such particle: {pair}")
    after_consonant, after_vowel = pair.split("/")
    final = _final_sound(unicodedata.normalize("NFC", word))
    if final == _RIEUL and pair.startswith("으로"):
        return after_vowel
    return after_consonant if final else after_vowel


def _final_sound(word: str) -> str:
    word = _without_tail(word)
    if _WEEKDAY.search(word):
        return _RIEUL  # 13(금) is read 십삼일 or 금요일: ㄹ either way.
    while (shorter := _LAST_BRACKET.sub("", word)) not in ("", word):
        word = _without_tail(shorter)
    word = word.rstrip(")]}>）］」』")
    if not word:
        return _VOWEL
    last = word[-1]
    if "가" <= last <= "힣":
        coda = (ord(last) - ord("가")) % 28
        return _RIEUL if coda == 8 else _CONSONANT if coda else _VOWEL
    if "ㄱ" <= last <= "ㅎ":
        return _RIEUL if last == "ㄹ" else _CONSONANT  # 기역, 니은, 리을 …
    if last in _SIGNS:
        return _SIGNS[last]
    if measure := _MEASURE.search(word):
        return _UNITS[measure[1].lower()]
    if _CLOCK.search(word):
        return _CONSONANT  # 18:30 is read 십팔 시 삼십 분.
    if number := _NUMBER.search(word):
        return _SIGNS[number[1]] if number[1] else _DIGITS[number[2]]
    latin = _LATIN.search(_without_accents(word))
    return _latin_final(latin[0]) if latin else _VOWEL


def _latin_final(word: str) -> str:
    """How a Latin word ends when Koreans read it, by the rules for loanwords (외래어 표기법), judged by spelling alone.

    Capitals and words without a vowel (kr) are read letter by letter (엘, 엠, 엔, 알). In words l, m, n, ng keep their
    sound, also before a silent e (Jane, Nicole); ck, ic and a single p, t, k after one short vowel become 받침 (Jack,
    Eric, Scott, Philip); everything else gets a vowel at the end (Carter 카터, David 데이비드, Park 파크).
    """
    spelled = word.isupper()
    word = word.lower()
    if spelled or not re.search("[aeiouy]", word):
        return {"l": _RIEUL, "r": _RIEUL, "m": _CONSONANT, "n": _CONSONANT}.get(word[-1], _VOWEL)
    if re.search(r"le?$", word):
        return _RIEUL
    if re.search(r"([mn]e?|ng|ck|ic|ook|oot|([^aeiou]|^)[aeiou](p|t|tt|k))$", word):
        return _CONSONANT
    return _VOWEL


def _without_tail(word: str) -> str:
    """Without the spaces, punctuation, emoji and marks at the end; brackets and signs that are read stay."""
    end = len(word)
    while end and word[end - 1] not in ")]}>）］」』%$€£₩¥" and unicodedata.category(word[end - 1])[0] not in "LN":
        end -= 1
    return word[:end]


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
