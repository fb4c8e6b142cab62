"""What people agree to is kept by its version: another text needs another version."""

import hashlib
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.actions.linking import KEEPING_TEXT
from bot.actions.wishes import CONSENT_TEXTS
from bot.domain.outgoing import words
from bot.domain.shop import Preset
from bot.texts.catalog import Catalog
from bot.texts.languages import LANGUAGES

# By version, so that any text that was ever agreed to can be told from all others. Add a line; change none.
AGREED = {
    "keeping-1": "85fde7abc1f595e6",
    "keeping-2": "78cd007d7e065913",
    "advertising-1": "99ef7679d1f21016",
    "night-1": "e751c23fa986f71f",
}


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


@pytest.mark.parametrize("purpose", sorted(CONSENT_TEXTS))
def test_the_question_of_a_consent_never_changes_under_its_version(purpose: str) -> None:
    catalog = Catalog()
    key = f"consent-ask-{purpose}"
    shown = "\n".join(
        catalog.plain(words(key, shop="{shop}"), language, zone=ZoneInfo("UTC"), today=date.min)
        for language in LANGUAGES
    )

    assert hashlib.sha256(shown.encode()).hexdigest()[:16] == AGREED[CONSENT_TEXTS[purpose]], "raise CONSENT_TEXTS"
