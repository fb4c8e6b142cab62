"""The big keys under the input field: which there are, and which of them a text is.

Telegram sends a pressed key as the text of its label, so the label is all there is to go by.
"""

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from bot.domain.outgoing import Keyboard, words
from bot.domain.shop import Preset
from bot.texts.catalog import Catalog
from bot.texts.languages import LANGUAGES

SHARE_CONTACT = "key-share-contact"

_OWNER = {
    Preset.LAUNDRY: (("key-drop-off", "key-done"), ("key-find", "key-today")),
    Preset.SALON: (("key-visit", "key-appointment"), ("key-find", "key-today")),
    Preset.CAFE: (("key-visit", "key-lapsed"), ("key-find", "key-today")),
    Preset.THEATRE: (("key-visit", "key-lapsed"), ("key-find", "key-today")),
}
_OTHERS = {
    Keyboard.READER: (("key-find", "key-today"),),
    Keyboard.CUSTOMER: (("key-account", "key-change", "key-help"),),
    Keyboard.SHARE_CONTACT: ((SHARE_CONTACT,), ("key-later",)),
    Keyboard.REMOVE: (),
}


def rows_of(keyboard: Keyboard, preset: Preset) -> tuple[tuple[str, ...], ...] | None:
    """Message keys of the labels, row by row; None leaves the keys that are there alone."""
    if keyboard is Keyboard.NONE:
        return None
    return _OWNER[preset] if keyboard is Keyboard.OWNER else _OTHERS[keyboard]


def key_of(text: str) -> str | None:
    """The message key of the big key with this label, in any language and case; None for anything else."""
    return _labels().get(text.strip().casefold())


@cache
def _labels() -> dict[str, str]:
    catalog = Catalog()
    keys = {key for table in (*_OWNER.values(), *_OTHERS.values()) for row in table for key in row}
    return {
        catalog.plain(words(key), language, zone=ZoneInfo("UTC"), today=date.min).casefold(): key
        for language in LANGUAGES
        for key in keys
    }
