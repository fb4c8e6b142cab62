"""What people agree to is kept by its version: another text needs another version."""

import hashlib
from datetime import date
from zoneinfo import ZoneInfo

from bot.actions.linking import KEEPING_TEXT
from bot.domain.outgoing import words
from bot.domain.shop import Preset
from bot.texts.catalog import Catalog
from bot.texts.languages import LANGUAGES

# By version, so that any text that was ever agreed to can be told from all others. Add a line; change none.
AGREED = {"keeping-1": "85fde7abc1f595e6"}


def test_the_text_of_a_version_never_changes() -> None:
    catalog = Catalog()
    shown = "\n".join(
        catalog.plain(
            words("start-stranger", shop="{shop}", preset=preset.value, years=3),
            language,
            zone=ZoneInfo("UTC"),
            today=date.min,
        )
        for language in LANGUAGES
        for preset in Preset
    )

    assert hashlib.sha256(shown.encode()).hexdigest()[:16] == AGREED[KEEPING_TEXT], "raise KEEPING_TEXT"
