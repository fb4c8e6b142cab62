"""What somebody may have meant who was not understood: the examples whose letters come nearest. Nothing is done."""

from functools import cache

from rapidfuzz import fuzz, process

from bot.domain.shop import Part
from bot.understanding import hangul
from bot.understanding.normalise import flat, tidy
from bot.understanding.phrasebook import phrases

# Below this likeness (of 100) an example would be a stab in the dark.
_ALIKE = 62
_MOST = 3
_READ = 200


def nearest_examples(text: str, side: str, parts: frozenset[Part] = frozenset(Part)) -> tuple[str, ...]:
    """Up to three sentences of phrases/examples.toml for the "owner" or "customer" of a shop with these parts, the
    nearest first; often none.
    """
    said = _letters(tidy(text)[:_READ])
    if len(said) < 4:
        return ()
    language = "ko" if any(hangul.is_syllable(sign) for sign in text) else "en"
    near = process.extract(
        said, _examples(side, language, parts), scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE, limit=_MOST
    )
    return tuple(example for _, _, example in near)


@cache
def _examples(side: str, language: str, parts: frozenset[Part]) -> dict[str, str]:
    book = phrases("examples")[side]
    of_parts = [book.get(part.value, {}).get(language, []) for part in Part if part in parts]
    return {example: _letters(example) for examples in (book[language], *of_parts) for example in examples}


def _letters(text: str) -> str:
    """Words by their letters: 옷이 and 옷은 differ in one of three, not as a whole."""
    plain = "".join(sign if sign.isalnum() else " " for sign in flat(text))
    return " ".join(hangul.jamo(word) for word in plain.split())
