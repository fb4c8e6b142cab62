"""The language a person wants to read, from the next word on."""

from dataclasses import replace

from sqlmodel import col, select

from bot.actions import forms
from bot.actions.profile import own_record
from bot.actions.unit import Unit
from bot.domain.permissions import Role
from bot.domain.refusals import Refusal
from bot.texts.languages import LANGUAGES
from storage.models import Staff

# Nothing of a stranger is kept, so their choice waits in a form until they have shared their contact, or is forgotten.
_FORM = "language"


def choose(unit: Unit, language: str) -> str:
    """Speak `language` (ISO 639-1) with the actor. Raises Refusal language-unknown for one that has no messages."""
    unit.permit("choose a language")
    if language not in LANGUAGES:
        raise Refusal("language-unknown")
    if unit.actor.role is Role.CUSTOMER:
        own_record(unit).language = language
    elif unit.actor.role is Role.STRANGER:
        forms.begin(unit, _FORM, {"language": language})
    else:
        staff = select(Staff).where(Staff.user_id == unit.actor.user_id, col(Staff.removed_at).is_(None))
        unit.session.exec(staff).one().language = language
    unit.actor = replace(unit.actor, language=language)
    return language


def chosen_by_stranger(unit: Unit) -> str | None:
    """What the actor chose a moment ago, before they were known."""
    draft = forms.draft(unit, _FORM)
    return None if draft is None else str(draft["language"])
