"""Which language to speak: by command, by button, or by saying so in it."""

from bot.actions import language as languages
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks.account import SetLanguage

_KOREAN = buttons.button(words("button-korean"), "language", "ko")
_ENGLISH = buttons.button(words("button-english"), "language", "en")


def which(said: Said, unit: Unit, rest: str = "") -> Replies:
    """/language"""
    return Reply(words("language-ask"), buttons=((_KOREAN, _ENGLISH),))


def said_so(said: Said, unit: Unit, ask: SetLanguage) -> Replies:
    """ "English please", "한국어로": at once; no language named: which?"""
    return which(said, unit) if ask.language is None else choose(said, unit, ask.language)


def choose(said: Said, unit: Unit, language: str = "") -> Replies:
    """From now on in this language, with the way back on a button."""
    languages.choose(unit, language)
    return Reply(words("language-set"), buttons=((_ENGLISH if language == "ko" else _KOREAN,),))
