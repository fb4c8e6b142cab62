"""The shapes that a word takes in a sentence, so that the phrase files can list each word once."""

from bot.understanding import hangul

# Open stems melt with what follows: 오 + 았 is 왔, 보이 + 었 is 보였. Vowel -> its contracted form.
_CONTRACTED = {
    "ㅏ": "ㅏ",
    "ㅓ": "ㅓ",
    "ㅗ": "ㅘ",
    "ㅜ": "ㅝ",
    "ㅣ": "ㅕ",
    "ㅐ": "ㅐ",
    "ㅔ": "ㅔ",
    "ㅚ": "ㅙ",
    "ㅕ": "ㅕ",
    "ㅞ": "ㅞ",
}
_BRIGHT = frozenset("ㅏㅗㅑ")
_HONORIFIC = ("시", "신", "실", "심", "셨", "세", "십", "셔", "싶")


def verb_heads(verb: str) -> set[str]:
    """What a Korean verb or adjective, given as in a dictionary, begins with in its forms.

    오다 gives 오, 온, 올, 옴, 옵, 와, 왔, 오시, 오셨 …; endings after that are the business of the list of tails.
    Raises ValueError where the word does not end in 다.
    """
    if not verb.endswith("다") or len(verb) < 2:
        raise ValueError(f"not a dictionary form: {verb}")
    stem = verb[:-1]
    before, last = stem[:-1], stem[-1]
    first, vowel, final = hangul.parts(last)
    if final == "ㄹ":
        bare = before + hangul.join(first, vowel)
        return {stem, *_with_finals(before, first, vowel, "ㄴㅂ"), bare, *(bare + ending for ending in _HONORIFIC)}
    if final:
        return {stem}
    heads = {stem, *_with_finals(before, first, vowel, "ㄴㄹㅁㅂ"), *(stem + ending for ending in _HONORIFIC)}
    if last == "시":
        heads.add(before + "세")
    if last == "하":
        return heads | {before + "해", before + "했", before + "허"}
    if last == "르":
        return heads | _double_l(before)
    if vowel == "ㅡ":
        joined = "ㅏ" if before and _is_bright(before[-1]) else "ㅓ"
    elif vowel in _CONTRACTED:
        joined = _CONTRACTED[vowel]
    else:
        return heads
    return heads | {before + hangul.join(first, joined), before + hangul.join(first, joined, "ㅆ")}


def _with_finals(before: str, first: str, vowel: str, finals: str) -> set[str]:
    return {before + hangul.join(first, vowel, final) for final in finals}


def _is_bright(syllable: str) -> bool:
    return hangul.is_syllable(syllable) and hangul.parts(syllable)[1] in _BRIGHT


def _double_l(before: str) -> set[str]:
    """부르다 becomes 불러, 들르다 becomes 들러: both spellings are heard."""
    if not before or not hangul.is_syllable(before[-1]):
        return set()
    first, vowel, final = hangul.parts(before[-1])
    stem = before[:-1] + hangul.join(first, vowel, final or "ㄹ")
    ending = "ㅏ" if _is_bright(before[-1]) else "ㅓ"
    return {stem + hangul.join("ㄹ", ending), stem + hangul.join("ㄹ", ending, "ㅆ")}


def english_forms(verb: str) -> set[str]:
    """The regular forms of an English verb or noun; of a phrase, those of its first word ("pick up", "picked up")."""
    word, _, rest = verb.partition(" ")
    if word.endswith("e"):
        forms = {word, word + "s", word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        forms = {word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif word.endswith(("s", "x", "ch", "sh")):
        forms = {word, word + "es", word + "ed", word + "ing"}
    else:
        forms = {word, word + "s", word + "ed", word + "ing"}
    return {f"{form} {rest}".strip() for form in forms}
