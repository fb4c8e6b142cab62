"""What an owner asks of advertising that the law, or the house, does not let anybody set: "광고 표시 빼줘",
"밤에도 광고 보내줘", "send ads without consent". It is answered with the reason instead of with not understanding.
"""

import re
from functools import cache

from bot.domain.refusals import Refusal
from bot.understanding.normalise import flat
from bot.understanding.phrasebook import phrases

_LONGEST = 60
_REFUSALS = ("law-label", "law-refusal", "law-night", "law-consent", "law-often")
_SPEAKS_OF_IT = re.compile(r"광고|홍보|거부|\bads?\b|advert|promo|offers?\b|unsubscribe|\bopt")


def forbidden(text: str) -> Refusal | None:
    """The refusal of what such a tidy sentence asks for (law-… with a list of phrases/law.toml), or None."""
    low = flat(text)
    if len(low) > _LONGEST or "\n" in low or not _SPEAKS_OF_IT.search(low) or _never().search(low):
        return None
    return next((Refusal(name) for name in _REFUSALS if _asked(name).search(low)), None)


@cache
def _asked(name: str) -> re.Pattern[str]:
    book = phrases("law")[name.removeprefix("law-")]
    return re.compile("|".join(book["ko"] + book["en"]))


@cache
def _never() -> re.Pattern[str]:
    book = phrases("law")["never"]
    return re.compile("|".join(book["ko"] + book["en"]))
